import { CONFIG_NAMES } from '../config/config.ts';
import { type LoadedConfig, loadConfig, type ReadText } from '../config/load-config.ts';
import { folderOf, foldersUpTo } from '../config/location.ts';

/** The configuration that governs a folder, if there is one. */
export interface Governing {
  readonly loaded: LoadedConfig | undefined;
}

/** Configurations that were read, until one of their files changes. */
export interface ConfigStore {
  /** Undefined while the configuration of this folder has to be loaded first. */
  known(folder: string): Governing | undefined;
  /** `root` is where the search upwards ends. */
  load(folder: string, root: string | undefined): Promise<Governing>;
  /** Whether the file is part of a configuration, or would be. */
  concerns(location: string): boolean;
  /** Forget everything: some file has changed. */
  forget(): void;
  /** Files beside the usual ones on which configurations depend. */
  dependencies(): readonly string[];
}

export function configStore(read: ReadText, today: () => string): ConfigStore {
  let settled = new Map<string, Governing>();
  let loading = new Map<string, Promise<Governing>>();
  let dependencies = new Set<string>();

  return {
    known: (folder) => settled.get(folder),
    load(folder, root) {
      const started = loading.get(folder);
      if (started) return started;
      const [results, needed] = [settled, dependencies];
      const search = nearest(folder, root).then((loaded) => {
        const governing = { loaded };
        results.set(folder, governing);
        for (const location of loaded ? partsOf(loaded) : []) needed.add(location);
        return governing;
      });
      loading.set(folder, search);
      return search;
    },
    concerns: (location) => isConfigName(location) || dependencies.has(location),
    forget() {
      // What is under way fills the old ones.
      settled = new Map();
      loading = new Map();
      dependencies = new Set();
    },
    dependencies: () => [...dependencies].filter((location) => !isConfigName(location)),
  };

  async function nearest(folder: string, root: string | undefined): Promise<LoadedConfig | undefined> {
    for (const at of foldersUpTo(folder, root)) {
      for (const name of CONFIG_NAMES) {
        const location = `${at}/${name}`;
        const text = await read(location);
        if (text !== undefined) return loadConfig(location, text, read, today());
      }
    }
    return undefined;
  }
}

/** Whether a file is a configuration by its name. */
export function isConfigName(location: string): boolean {
  return CONFIG_NAMES.includes(location.slice(folderOf(location).length + 1));
}

function partsOf({ files, missing, baseline }: LoadedConfig): readonly string[] {
  return [...files.map(({ location }) => location), ...missing, ...(baseline ? [baseline.location] : [])];
}

import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { lineIndex } from '../base/line-index.ts';
import { CONFIG_NAMES, type ConfigProblem } from '../config/config.ts';
import {
  type ConfigFile,
  type LoadedBaseline,
  type LoadedConfig,
  loadConfig,
} from '../config/load-config.ts';
import { folderOf } from '../config/location.ts';
import type { Preset } from '../config/preset.ts';
import { type FileSettings, settler, USUAL } from '../config/settle.ts';
import { locationOf, unreadable } from './read-sources.ts';

export interface ConfigOptions {
  /** A path, `false` to look for none, undefined to take the nearest of each file. */
  readonly config?: string | boolean;
  /** Instead of those that configurations name. */
  readonly preset?: Preset;
}

/** What holds for the files of one configuration. */
export interface Governed {
  settingsOf(location: string): FileSettings;
  readonly baseline: LoadedBaseline | undefined;
}

export interface Configs {
  /** `folder` is where the search upwards begins. */
  governing(folder: string): Promise<Governed>;
}

/** What is said to the user; errors make the whole run end with 2. */
export type Complain = (message: string, severity?: 'error' | 'warning') => void;

/** The configurations of a run, each read once, its problems reported once. */
export function configs(options: ConfigOptions, today: string, complain: Complain): Configs {
  const none = governed(undefined);
  const byFolder = new Map<string, Promise<Governed>>();
  const reported = new Set<string>();

  if (options.config === false) return { governing: async () => none };
  if (typeof options.config === 'string') {
    const given = load(locationOf(options.config), { mustExist: true }).then((found) => found ?? none);
    return { governing: () => given };
  }
  return { governing };

  function governing(folder: string): Promise<Governed> {
    const known = byFolder.get(folder);
    if (known) return known;
    const found = search(folder);
    byFolder.set(folder, found);
    return found;
  }

  async function search(folder: string): Promise<Governed> {
    for (const name of CONFIG_NAMES) {
      const found = await load(`${folder}/${name}`, { mustExist: false });
      if (found) return found;
    }
    const parent = folderOf(folder);
    return folder === '' || parent === folder ? none : governing(parent);
  }

  async function load(
    location: string,
    { mustExist }: { mustExist: boolean },
  ): Promise<Governed | undefined> {
    const text = read(location, mustExist);
    if (text === undefined) return undefined;
    const loaded = await loadConfig(location, text, (at) => read(at, false), today);
    for (const file of [...loaded.files, ...(loaded.baseline ? [loaded.baseline] : [])]) report(file);
    return governed(loaded);
  }

  function governed(loaded: LoadedConfig | undefined): Governed {
    const { preset } = options;
    const steps = loaded?.steps.filter((step) => !(preset && 'preset' in step)) ?? [];
    const base = preset ? { ...USUAL, preset } : USUAL;
    return {
      settingsOf: settler(base, loaded && { ...loaded, steps }, today),
      baseline: loaded?.baseline,
    };
  }

  function read(location: string, mustExist: boolean): string | undefined {
    try {
      return readFileSync(location, 'utf8');
    } catch (error) {
      const isMissing = MISSING.includes((error as NodeJS.ErrnoException).code ?? '');
      if (!isMissing || mustExist) complain(unreadable(nameOf(location), error).problem, 'error');
      return undefined;
    }
  }

  function report(file: Omit<ConfigFile, 'fixes'>): void {
    if (reported.has(file.location)) return;
    reported.add(file.location);
    for (const problem of file.problems) {
      const { severity } = problem;
      // What a reader of the file is only reminded of is no news of a run.
      if (severity === 'error' || severity === 'warning') complain(problemLine(file, problem), severity);
    }
  }
}

/** No such file, a folder of that name, a file in place of a folder. */
const MISSING: readonly string[] = ['ENOENT', 'EISDIR', 'ENOTDIR'];

/** `leastwise.json:3:5: error: …`, as findings are printed. */
export function problemLine(
  { location, text }: { readonly location: string; readonly text: string },
  { range, severity, message }: Pick<ConfigProblem, 'range' | 'severity' | 'message'>,
): string {
  const { line, column } = lineIndex(text).at(range.start);
  return `${nameOf(location)}:${line + 1}:${column + 1}: ${severity}: ${message}`;
}

/** As users would write it: relative where that is shorter. */
export function nameOf(location: string): string {
  const path = relative('.', location);
  return path.startsWith('..') ? location : path;
}

import type { Connection } from 'vscode-languageserver';
import { CONFIG_NAMES } from '../config/config.ts';
import { folderOf } from '../config/location.ts';
import type { ClientFeatures } from './client-features.ts';
import { type ConfigStore, configStore } from './config-store.ts';
import { type DocumentRules, type DocumentRulesOptions, documentRules } from './document-rules.ts';
import { toLocation, toUri } from './location.ts';
import { READ_FILE_REQUEST, type ReadFileParams, type ReadFileResult } from './protocol.ts';
import type { Settings } from './settings.ts';
import { settingsStore } from './settings-store.ts';

/** Settings and configuration files: what holds for which document. */
export interface Configuration {
  settings(uri: string): Settings;
  /** As if there were no configuration file while `isReady` is false. */
  rules(uri: string): DocumentRules;
  isReady(uri: string): boolean;
  /** Resolves when the configuration of a document has been read. */
  ready(uri: string): Promise<void>;
  /** Where a document lies, or would be put. */
  location(uri: string): string;
  /** Where a configuration is to be made for a document that has none; undefined for a document that lies nowhere. */
  newConfig(uri: string): string | undefined;
  /** Whether a document is, or is part of, a configuration. */
  concerns(uri: string): boolean;
  /** A document that `concerns` has changed. */
  forget(): void;
  setFolders(uris: readonly string[]): void;
  /** To be called once the client is ready for requests. */
  start(): void;
}

export interface ConfigurationOptions extends DocumentRulesOptions {
  readonly connection: Connection;
  readonly client: () => ClientFeatures;
  /** The text of an open document. */
  readonly openText: (location: string) => string | undefined;
  /** The text of a file; undefined where there is none. Missing where there is no file system. */
  readonly readFile: ((uri: string) => string | undefined) | undefined;
  /** Something holds that did not hold before. */
  readonly changed: () => void;
}

export function configuration(options: ConfigurationOptions): Configuration {
  const { connection, client, changed } = options;
  const settings = settingsStore();
  const store = configStore(read, options.today);
  const rules = documentRules(options);
  const watched = new Set<string>();

  connection.onDidChangeConfiguration(({ settings: sent }) => {
    const section = (sent as { leastwise?: unknown } | null)?.leastwise;
    if (section === undefined || hasFolders()) void pullSettings(section);
    else apply([section]);
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => store.concerns(toLocation(uri)))) forget();
  });

  return {
    settings: (uri) => settings.of(toLocation(uri)),
    rules(uri) {
      const location = placed(uri);
      return rules(location, settings.of(location), store.known(folderOf(location))?.loaded);
    },
    isReady: (uri) => store.known(folderOf(placed(uri))) !== undefined,
    ready: (uri) => load(store, placed(uri)),
    location: placed,
    newConfig(uri) {
      const location = toLocation(uri);
      if (!location.includes('/')) return undefined;
      return `${settings.folderOf(location) ?? folderOf(location)}/${CONFIG_NAMES[0]}`;
    },
    concerns: (uri) => store.concerns(toLocation(uri)),
    forget,
    setFolders: settings.setFolders,
    start() {
      if (client().registerConfiguration) {
        register('workspace/didChangeConfiguration', { section: 'leastwise' });
      }
      watch('leastwise.{json,jsonc}');
      if (client().changesFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(() => void pullFolders());
      }
      void pullSettings(undefined);
    },
  };

  function placed(uri: string): string {
    const location = toLocation(uri);
    if (location.includes('/')) return location;
    return `${settings.folderOf(location) ?? ''}/${location}`;
  }

  async function load(current: ConfigStore, location: string): Promise<void> {
    await current.load(folderOf(location), settings.folderOf(location));
    for (const dependency of current.dependencies()) {
      watch(dependency.slice(folderOf(dependency).length + 1).replace(/[*?{}[\]]/g, '?'));
    }
  }

  function forget(): void {
    store.forget();
    changed();
  }

  async function read(location: string): Promise<string | undefined> {
    const open = options.openText(location);
    if (open !== undefined) return open;
    const uri = toUri(location);
    if (options.readFile && uri.startsWith('file:')) return options.readFile(uri);
    if (!client().isVsCode) return undefined;
    const params: ReadFileParams = { uri };
    const text: ReadFileResult = await connection
      .sendRequest<ReadFileResult>(READ_FILE_REQUEST, params)
      .catch(() => null);
    return text ?? undefined;
  }

  function watch(name: string): void {
    if (!client().registerFileWatchers || watched.has(name)) return;
    watched.add(name);
    register('workspace/didChangeWatchedFiles', { watchers: [{ globPattern: `**/${name}` }] });
  }

  function register(method: string, registration: object): void {
    void connection.client.register({ method } as never, registration as never);
  }

  function apply(sections: readonly unknown[]): void {
    if (settings.apply(sections)) changed();
  }

  function hasFolders(): boolean {
    return client().pullConfiguration && settings.scopes().length > 1;
  }

  /** `sent` is what the client has sent of its own accord, for one that cannot be asked. */
  async function pullSettings(sent: unknown): Promise<void> {
    if (!client().pullConfiguration) return sent === undefined ? undefined : apply([sent]);
    try {
      apply(await connection.workspace.getConfiguration([...settings.scopes()]));
    } catch (error) {
      connection.console.error(`The settings could not be read: ${String(error)}`);
    }
  }

  async function pullFolders(): Promise<void> {
    const folders = await connection.workspace.getWorkspaceFolders();
    settings.setFolders((folders ?? []).map(({ uri }) => uri));
    forget();
    await pullSettings(undefined);
  }
}

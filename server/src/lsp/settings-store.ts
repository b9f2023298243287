import { pathBelow } from '../config/location.ts';
import { toLocation } from './location.ts';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings.ts';

/** The settings of a window and of each of its folders. */
export interface SettingsStore {
  of(location: string): Settings;
  /** Of which to ask for the settings: the window, then each folder. */
  readonly scopes: () => readonly { readonly scopeUri?: string; readonly section: string }[];
  /** Take over the answers, in the order of the scopes; one answer is that of the window. False if nothing is new. */
  apply(sections: readonly unknown[]): boolean;
  setFolders(uris: readonly string[]): void;
  /** The innermost folder that holds a document; the first one for a document that lies nowhere yet. */
  folderOf(location: string): string | undefined;
}

export function settingsStore(): SettingsStore {
  let folders: readonly string[] = [];
  let uris: readonly string[] = [];
  let written = '[{}]';
  let window = DEFAULT_SETTINGS;
  let byFolder: ReadonlyMap<string, Settings> = new Map();

  const containing = (location: string): string | undefined =>
    location.includes('/')
      ? folders.find((folder) => pathBelow(folder, location) !== undefined)
      : uris[0] && folderLocation(uris[0]);
  return {
    of(location) {
      const folder = containing(location);
      return (folder === undefined ? undefined : byFolder.get(folder)) ?? window;
    },
    scopes: () => [{ section: 'leastwise' }, ...uris.map((scopeUri) => ({ scopeUri, section: 'leastwise' }))],
    apply(sections) {
      const now = JSON.stringify(sections.map((section) => section ?? {}));
      if (now === written) return false;
      written = now;
      const [ofWindow, ...ofFolders] = sections;
      window = readSettings(ofWindow);
      const read = uris.map((uri, i) => [folderLocation(uri), ofFolders[i]] as const);
      byFolder = new Map(
        read.flatMap(([folder, section]) => (section === undefined ? [] : [[folder, readSettings(section)]])),
      );
      return true;
    },
    setFolders(given) {
      uris = given;
      // The innermost first.
      folders = given.map(folderLocation).sort((a, b) => b.length - a.length);
    },
    folderOf: containing,
  };
}

function folderLocation(uri: string): string {
  return toLocation(uri).replace(/\/+$/, '');
}

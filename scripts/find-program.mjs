import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The full path of the first of these programs on the PATH, or undefined. */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return names
    .flatMap((name) => folders.flatMap((folder) => suffixes.map((suffix) => join(folder, name + suffix))))
    .find((path) => existsSync(path) && statSync(path).isFile());
}

/** Chrome or Chromium: the one that `CHROMIUM` names, or one on the PATH, or undefined. */
export function findBrowser() {
  return process.env.CHROMIUM || findProgram('chromium', 'chromium-browser', 'google-chrome');
}

/*
 * Where configurations and policies lie: absolute paths with slashes, on the command line those of the system, for
 * editors URIs whose escapes are decoded. This layer only compares and joins them.
 */

export function folderOf(location: string): string {
  return location.slice(0, Math.max(0, location.lastIndexOf('/')));
}

/** The path from a folder to what lies below it; undefined for everything else. */
export function pathBelow(folder: string, location: string): string | undefined {
  return location.startsWith(`${folder}/`) ? location.slice(folder.length + 1) : undefined;
}

/** What a relative path means in a folder. */
export function joined(folder: string, path: string): string {
  const parts = folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 1) parts.pop();
    else if (part !== '.' && part !== '..' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The path from a folder to any place, with `..` where it leads up. */
export function pathFrom(folder: string, location: string): string {
  const from = folder.split('/');
  const to = location.split('/');
  let same = 0;
  while (same < from.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

/** The folder itself and those above it, nearest first, up to `root` if it is one of them. */
export function foldersUpTo(folder: string, root: string | undefined): readonly string[] {
  const found = [folder];
  for (let at = folder; at !== root && at.includes('/') && !AUTHORITY.test(at); ) {
    at = folderOf(at);
    found.push(at);
  }
  return found;
}

/** What a URI begins with, before its path. */
const AUTHORITY = /^[a-z][\w+.-]*:\/\/[^/]*$/i;

import { pathGlob } from '../base/path-glob.ts';

/**
 * Whether a path relative to the configuration matches. As in `.gitignore`: `ci/*.json` begins at the configuration,
 * a name without a slash before its end, `*.scp.json` or `legacy/`, is found in every folder.
 */
export function globMatcher(glob: string): (path: string) => boolean {
  const plain = glob.replace(/^\.?\//, '');
  const anchored = plain !== glob || /\/./.test(plain) ? plain : `**/${plain}`;
  return pathGlob(anchored.endsWith('/') ? `${anchored}**` : anchored);
}

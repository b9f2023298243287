import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The workbench's program, made to work without a server behind it.
 *
 * code-server patches VS Code to always connect to the page's host and to keep user data there; this takes
 * both back. Throws when a new version does not contain a patch any more.
 */
export function serverlessWorkbench(vscode) {
  const text = readFileSync(join(vscode, 'out/vs/code/browser/workbench/workbench.js'), 'utf8');
  return PATCHES.reduce((patched, [found, replacement]) => {
    if (!found.test(patched)) throw new Error(`workbench.js has no match for ${found}.`);
    return patched.replace(found, replacement);
  }, text);
}

const PATCHES = [
  [/\{\.\.\.JSON\.parse\((\w+)\),remoteAuthority:location\.host\}/, '{...JSON.parse($1)}'],
  [
    /(get userRoamingDataHome\(\)\{return )\w+\((\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\),"User"\)/,
    '$1$2.file("/User").with({scheme:$3.vscodeUserData})',
  ],
];

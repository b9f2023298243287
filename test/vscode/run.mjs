// Runs the tests in VS Code:
//   node test/vscode/run.mjs [node|web|ui]… [--version 1.100|1.139] [--vsix FILE] [--screenshots] [--verbose]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installDependencies } from '../../scripts/bootstrap.mjs';
import { DEFAULT_VERSION } from '../../scripts/vscode-host/versions.mjs';

const ROOT = join(import.meta.dirname, '../..');

const TITLES = {
  node: 'In the Node extension host',
  web: 'In the web worker extension host',
  ui: 'In the workbench',
};

/** Build, run the suite in each extension host and the workbench test; true when everything passes. */
export async function runVscodeTests(options = {}) {
  const { version = DEFAULT_VERSION, vsix, pictures, verbose = false } = options;
  // A package is installed on a server; the web worker host has none.
  const { kinds = vsix ? ['node', 'ui'] : ['node', 'web', 'ui'] } = options;
  const { build } = await import('../../scripts/build.mjs');
  const { buildSuite } = await import('./build-suite.mjs');
  const { runSuite } = await import('./run-suite.mjs');
  const { runUi } = await import('./run-ui.mjs');
  await Promise.all([vsix ? undefined : build(), buildSuite()]);
  let passed = true;
  for (const kind of kinds) {
    console.log(`\n  ${TITLES[kind]} of VS Code ${version}${vsix ? ', with the package' : ''}`);
    const artifacts = join(ROOT, 'out/vscode-artifacts', kind);
    const run = kind === 'ui' ? runUi : runSuite;
    passed = (await run({ kind, version, vsix, pictures, artifacts, verbose })) && passed;
  }
  return passed;
}

if (process.argv[1] === import.meta.filename) {
  installDependencies();
  // VS Code's processes are ended when this one exits, which a signal alone does not make it do.
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      version: { type: 'string' },
      vsix: { type: 'string' },
      screenshots: { type: 'boolean' },
      verbose: { type: 'boolean' },
    },
  });
  const kinds = positionals.length > 0 ? { kinds: positionals } : {};
  const pictures = values.screenshots ? join(ROOT, 'images') : undefined;
  process.exitCode = (await runVscodeTests({ ...values, ...kinds, pictures })) ? 0 : 1;
}

// Runs the tests in VS Code:
//   node test/vscode/run.mjs [node|web|ui]… [--version 1.100|1.139] [--vsix FILE] [--screenshots] [--verbose]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installDependencies } from '../../scripts/bootstrap.mjs';

const ROOT = join(import.meta.dirname, '../..');

const KINDS = ['node', 'web', 'ui'];

/** Build, run the suite in each extension host and the workbench test; true when everything passes. */
export async function runVscodeTests({ kinds = KINDS, version = '1.100', vsix, verbose = false }) {
  const { build } = await import('../../scripts/build.mjs');
  const { buildSuite } = await import('./build-suite.mjs');
  const { runSuite } = await import('./run-suite.mjs');
  await Promise.all([build(), buildSuite()]);
  const passed = [];
  for (const kind of kinds) {
    console.log(`\n  In the ${kind} extension host of VS Code ${version}`);
    const artifacts = join(ROOT, 'out/vscode-artifacts', kind);
    passed.push(await runSuite({ kind, version, vsix, artifacts, verbose }));
  }
  return passed.every(Boolean);
}

if (process.argv[1] === import.meta.filename) {
  installDependencies();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      version: { type: 'string' },
      vsix: { type: 'string' },
      verbose: { type: 'boolean' },
    },
  });
  const kinds = positionals.length > 0 ? positionals : KINDS;
  process.exitCode = (await runVscodeTests({ kinds, ...values })) ? 0 : 1;
}

// npm test: everything. npm test -- NAME: only the unit tests whose path contains NAME.
import { spawnSync } from 'node:child_process';
import { installDependencies } from './bootstrap.mjs';

const filter = process.argv[2];
installDependencies();
const { build } = await import('./build.mjs');
const { testUnit } = await import('./test-unit.mjs');
const { isSupportedPlatform } = await import('./vscode-host/install.mjs');
await build();

if (filter) process.exit(await testUnit({ filter }));

const steps = [
  ['format and lint', () => command('npx', ['biome', 'check', '--error-on-warnings'])],
  ['types', () => command('npx', ['tsc', '-b'])],
  ['generated files', () => command(process.execPath, ['scripts/generate.mjs', '--check'])],
  ['unit and protocol tests', () => testUnit({ slow: true })],
  ['grammars', () => command(process.execPath, ['scripts/test-grammar.mjs'])],
  ['VS Code', testVscode],
  ['npm start', checkStart],
];

const failed = [];
for (const [name, run] of steps) {
  const start = performance.now();
  console.log(`\n── ${name}`);
  const code = await run();
  console.log(
    `── ${name}: ${code === 0 ? 'passed' : 'FAILED'} after ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
  if (code !== 0) failed.push(name);
}
console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '\nEverything passed.');
process.exit(failed.length > 0 ? 1 : 0);

/** The VS Code that comes from npm packages is for Linux x64. */
function testVscode() {
  if (isSupportedPlatform()) return command(process.execPath, ['test/vscode/run.mjs']);
  console.log('The embedded VS Code runs on Linux x64 only: these tests use @vscode/test-electron instead.');
  return command(process.execPath, ['test/vscode/electron.mjs']);
}

function checkStart() {
  return isSupportedPlatform() ? command(process.execPath, ['scripts/start.mjs', '--check']) : 0;
}

function command(name, args) {
  return spawnSync(name, args, { stdio: 'inherit' }).status ?? 1;
}

// npm run check: format, lint, types and quick unit tests; what one runs before every commit.
import { spawn } from 'node:child_process';
import { testUnit } from './test-unit.mjs';

const results = await Promise.all([
  command('npx', ['biome', 'check', '--error-on-warnings']),
  command('npx', ['tsc', '-b']),
  testUnit(),
]);
process.exit(results.every((code) => code === 0) ? 0 : 1);

/** Runs beside the others and prints when it is done, so that outputs do not mix. */
function command(name, args) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(name, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => {
      if (code !== 0) console.error(`${name} ${args.join(' ')}\n${output}`);
      resolve(code ?? 1);
    });
  });
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes what a process has used to its fourth stream when it ends. */
const USAGE_REPORT = join(import.meta.dirname, 'report-usage.cjs');

/** One run of a Node script (`command` without `node`) that reads `lines`: `{ ms, megabytes, bytes }`, the peak and the input. */
export async function measureCli(command, lines) {
  const start = performance.now();
  const child = spawn(process.execPath, ['--require', USAGE_REPORT, ...command], {
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
  });
  let report = '';
  let bytes = 0;
  child.stdio[3].on('data', (chunk) => (report += chunk));
  const counted = function* () {
    for (const line of lines) {
      bytes += line.length;
      yield line;
    }
  };
  const exit = once(child, 'close');
  await pipeline(Readable.from(chunks(counted())), child.stdin);
  const [code] = await exit;
  if (code > 1) throw new Error(`"${command.join(' ')}" ended with ${code}.`);
  const ms = performance.now() - start;
  return { ms, megabytes: (JSON.parse(report).maxRSS * 1024) / 1e6, bytes };
}

/** Some 64 KB at once: the harness must not be what is measured. */
function* chunks(lines) {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < 65_536) continue;
    yield Buffer.from(chunk);
    chunk = '';
  }
  yield Buffer.from(chunk);
}

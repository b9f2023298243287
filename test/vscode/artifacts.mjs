import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEPT_LINES = 300;

/** A log function that remembers its last lines in `lines`, and prints them too when `verbose`. */
export function recordLog(verbose) {
  const lines = [];
  const log = (line) => {
    lines.push(line.trimEnd());
    if (lines.length > KEPT_LINES) lines.shift();
    if (verbose) console.error(line.trimEnd());
  };
  return Object.assign(log, { lines });
}

/** Leave a picture of the window and all logs in the folder `artifacts`. */
export async function keepArtifacts({ page, host }, artifacts, lines, failure) {
  rmSync(artifacts, { recursive: true, force: true });
  mkdirSync(artifacts, { recursive: true });
  writeFileSync(join(artifacts, 'run.log'), lines.join('\n'));
  if (host.logs && existsSync(host.logs)) cpSync(host.logs, join(artifacts, 'logs'), { recursive: true });
  await page.screenshot({ path: join(artifacts, 'workbench.png') }).catch((error) => console.error(error));
  console.error(`Failed: ${failure}. Picture and logs are in ${artifacts}.`);
}

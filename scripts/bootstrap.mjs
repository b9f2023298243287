// Brings a fresh clone to the point where everything runs. Plain Node: nothing is installed yet when this starts.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, findProgram } from './find-program.mjs';

const ROOT = join(import.meta.dirname, '..');

/** Run `npm ci` unless node_modules holds what package-lock.json asks for. Throws when npm fails. */
export function installDependencies() {
  const reason = whyOutdated();
  if (!reason) return;
  console.error(`${reason}: running "npm ci" …`);
  run('npm', ['ci', '--no-audit', '--no-fund'], 'npm ci failed; see above.');
}

/** The path of a Chromium for the browser tests. Installs Debian's when it may, else throws what to do. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (!isRootOnDebian()) {
    throw new Error(
      'The tests in VS Code need Chrome or Chromium. Install one (Debian, Ubuntu: sudo apt-get install chromium), ' +
        'or set CHROMIUM to the path of one.',
    );
  }
  console.error('No Chromium found: installing the Debian package "chromium" …');
  const failure = 'Chromium could not be installed; install it by hand or set CHROMIUM to its path.';
  run('apt-get', ['update', '-qq'], failure);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], failure);
  const installed = findBrowser();
  if (!installed) throw new Error(failure);
  return installed;
}

function whyOutdated() {
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return 'The dependencies are not installed';
  const have = readPackages(installed);
  const changed = Object.entries(readPackages(join(ROOT, 'package-lock.json'))).some(
    ([path, { version, optional }]) => path !== '' && !optional && have[path]?.version !== version,
  );
  return changed ? 'package-lock.json has changed' : undefined;
}

function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function isRootOnDebian() {
  return process.platform === 'linux' && process.getuid?.() === 0 && findProgram('apt-get') !== undefined;
}

/** The program's output goes to standard error: standard output belongs to whoever called. */
function run(program, args, failure) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const shell = process.platform === 'win32';
  const { status } = spawnSync(program, args, { cwd: ROOT, env, shell, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(failure);
}

if (process.argv[1] === import.meta.filename) {
  try {
    installDependencies();
    ensureBrowser();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

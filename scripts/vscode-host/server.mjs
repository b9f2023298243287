import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { QUIET_SETTINGS } from './quiet-settings.mjs';

const START_TIMEOUT = 60_000;

/**
 * Start the embedded VS Code as a server on this machine's loopback address; its extensions run in Node.
 *
 * `extension`, the folder of one, or a `vsix` is installed first; a window opens `folder` unless its address says
 * otherwise. Resolves when the workbench answers; `stop` ends all its processes and deletes its data;
 * `runsProgram` says whether one of its processes runs a file that ends so.
 */
export async function startServer({ host, settings = {}, extension, vsix, folder, log = () => {} }) {
  const data = prepareData(settings, extension);
  const child = spawn(host.node, serverArguments(host, data, vsix, folder), {
    env: cleanEnvironment(data),
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own process group: the extension host and the file watcher outlive the server by seconds.
    detached: true,
  });
  const end = () => {
    signalGroup(child.pid, 'SIGKILL');
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  process.once('exit', end);
  const stop = async () => {
    signalGroup(child.pid, 'SIGTERM');
    for (let i = 0; i < 10 && signalGroup(child.pid, 0); i++) await delay(50);
    process.off('exit', end);
    end();
  };
  try {
    const authority = `127.0.0.1:${await listeningPort(child, log)}`;
    const logs = join(data, 'data/logs');
    return { authority, logs, stop, runsProgram: (file) => runsInGroup(child.pid, file) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address of a workbench window; `payload` is VS Code's own list of overrides for one window. */
export function serverUrl({ authority }, folder, payload = []) {
  const url = new URL(`http://${authority}/`);
  url.searchParams.set('folder', resolve(folder));
  url.searchParams.set('payload', JSON.stringify([['skipWelcome', 'true'], ...payload]));
  return String(url);
}

/** How a window of that server names a path on disk. */
export function remoteUri({ authority }, path) {
  return `vscode-remote://${authority}${resolve(path)}`;
}

function serverArguments(host, data, vsix, folder) {
  return [
    join(host.vscode, 'out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', '0', '--server-data-dir', data],
    ...['--without-connection-token', '--accept-server-license-terms', '--telemetry-level', 'off'],
    ...['--disable-workspace-trust', '--disable-getting-started-override'],
    // Without it newer versions ignore an extension named in the address.
    '--enable-smoke-test-driver',
    ...(vsix ? ['--install-extension', resolve(vsix), '--start-server'] : []),
    ...(folder ? ['--default-folder', resolve(folder)] : []),
  ];
}

function prepareData(settings, extension) {
  const data = mkdtempSync(join(tmpdir(), 'leastwise-vscode-'));
  mkdirSync(join(data, 'tmp'));
  mkdirSync(join(data, 'data/User'), { recursive: true });
  if (extension) {
    mkdirSync(join(data, 'extensions'));
    symlinkSync(resolve(extension), join(data, 'extensions', basename(extension)));
  }
  const user = { ...QUIET_SETTINGS, ...settings };
  writeFileSync(join(data, 'data/User/settings.json'), JSON.stringify(user));
  return data;
}

/** A terminal of VS Code leaks variables that confuse another VS Code. */
function cleanEnvironment(data) {
  const foreign = /^(VSCODE_|ELECTRON_|CODE_SERVER_|NODE_OPTIONS$)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const noMarketplace = JSON.stringify({ serviceUrl: '' });
  // Every run leaves sockets in the temporary directory.
  return { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: noMarketplace, TMPDIR: join(data, 'tmp') };
}

function listeningPort(child, log) {
  return new Promise((resolvePort, reject) => {
    let output = '';
    const fail = (why) => reject(new Error(`VS Code ${why}:\n${output}`));
    const timer = setTimeout(() => fail('did not start in time'), START_TIMEOUT);
    const read = (chunk) => {
      output += chunk;
      log(`[server] ${chunk}`);
      const port = /Web UI available at http:\/\/localhost:(\d+)/.exec(output)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolvePort(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => fail(`ended with code ${code}`));
    child.once('error', (error) => fail(`could not be started (${error.message})`));
  });
}

/** False when the group is gone; signal 0 only asks. */
function signalGroup(pid, signal) {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}

/** Process information as Linux gives it: the group is the third field behind the name in parentheses. */
function runsInGroup(group, file) {
  return readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      return Number(fields[2]) === group && words.some((word) => word.endsWith(file));
    } catch {
      return false;
    }
  });
}

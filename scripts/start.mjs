// `npm start`: builds everything, lints the examples and opens them in VS Code with this extension.
//   --no-open   do not open a browser, only print the address
//   --check     start the embedded VS Code, see that it answers, and end
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installDependencies } from './bootstrap.mjs';
import { findProgram } from './find-program.mjs';
import { installHost, isSupportedPlatform } from './vscode-host/install.mjs';
import { startServer } from './vscode-host/server.mjs';
import { DEFAULT_VERSION } from './vscode-host/versions.mjs';

const ROOT = join(import.meta.dirname, '..');
const EXAMPLES = join(ROOT, 'examples');

const { values: options } = parseArgs({
  options: { 'no-open': { type: 'boolean', default: false }, check: { type: 'boolean', default: false } },
});

try {
  installDependencies();
  const { build } = await import('./build.mjs');
  await build();
  lintExamples();
  const desktop = findProgram('code');
  if (options.check) await checkEmbedded();
  else if (desktop) openDesktop(desktop);
  else if (isSupportedPlatform()) await serveEmbedded();
  else explainDesktop();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** The examples contain mistakes on purpose. */
function lintExamples() {
  console.log('\n$ leastwise lint examples\n');
  spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), 'lint', 'examples'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
}

function openDesktop(code) {
  const shell = process.platform === 'win32';
  const quote = (text) => (shell ? `"${text}"` : text);
  const args = [`--extensionDevelopmentPath=${ROOT}`, EXAMPLES].map(quote);
  const { status } = spawnSync(quote(code), args, { shell, stdio: 'inherit' });
  if (status !== 0) throw new Error('VS Code could not be opened.');
  console.log('\nVS Code opens the examples with this extension.');
}

async function serveEmbedded() {
  const { server, address } = await startEmbedded();
  console.log(`\nThe examples in VS Code with this extension, for this machine only:\n\n  ${address}\n`);
  console.log('Press Ctrl+C to stop.');
  if (!options['no-open']) openBrowser(address);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.stop();
}

async function checkEmbedded() {
  const { server, address } = await startEmbedded();
  try {
    const response = await fetch(address);
    const page = await response.text();
    if (!response.ok || !page.includes('workbench'))
      throw new Error(`${address} answers ${response.status}.`);
    console.log(`\n${address} answers.`);
  } finally {
    await server.stop();
  }
}

async function startEmbedded() {
  const host = installHost(DEFAULT_VERSION);
  const server = await startServer({ host, extension: ROOT, folder: EXAMPLES });
  return { server, address: `http://${server.authority}/` };
}

/** Nothing happens on a machine without a screen: the address is printed anyway. */
function openBrowser(address) {
  const opener = findProgram('xdg-open');
  const hasScreen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (opener && hasScreen) spawnSync(opener, [address], { stdio: 'ignore' });
}

function explainDesktop() {
  console.log(`
To see the examples in VS Code, install it from https://code.visualstudio.com, run
"Shell Command: Install 'code' command in PATH" from its command palette, and "npm start" again.
Or run "npm run package" and, in VS Code, "Extensions: Install from VSIX…" with dist/leastwise.vsix.`);
}

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser, openPage } from '../../scripts/vscode-host/browser.mjs';
import { installHost } from '../../scripts/vscode-host/install.mjs';
import { remoteUri, serverUrl, startServer } from '../../scripts/vscode-host/server.mjs';
import { memoryUri, startWebHost, webUrl } from '../../scripts/vscode-host/web-host.mjs';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Start VS Code with this extension on a copy of `workspace/`, and get a page that can show it.
 *
 * `kind` says where extensions run: in `node` beside a server, or in a `web` worker without one. With a `vsix`
 * that package is installed instead of linking this folder. `tests` is a module, relative to this project, that
 * VS Code runs instead of waiting for a user; `file` is opened at the start. `log` gets what happens behind the
 * page, `view` is the page's size and scale.
 */
export async function openWindow(options) {
  const temporary = mkdtempSync(join(tmpdir(), 'leastwise-window-'));
  const folder = join(temporary, 'policies');
  cpSync(join(import.meta.dirname, 'workspace'), folder, { recursive: true });
  const removeTemporary = () => rmSync(temporary, { recursive: true, force: true });
  process.once('exit', removeTemporary);
  const cleanUp = [removeTemporary, () => process.off('exit', removeTemporary)];
  const close = async () => {
    for (const step of cleanUp.splice(0).reverse()) await step();
  };
  try {
    const start = options.kind === 'web' ? openWeb : openNode;
    const { host, url } = await start({ ...options, temporary, folder, host: installHost(options.version) });
    cleanUp.push(host.stop);
    const browser = await launchBrowser();
    cleanUp.push(() => browser.close());
    const page = await openPage(browser, options);
    return { page, url, folder, host, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openWeb({ host, folder, tests, file, settings }) {
  const web = await startWebHost({ host, extension: ROOT, tests, folder, settings });
  return { host: web, url: webUrl(web, file ? [['openFile', memoryUri(file)]] : []) };
}

/**
 * This folder is not loaded as an extension under development: the embedded VS Code lies inside it, and then
 * takes its own themes and icons for a part of the extension.
 */
async function openNode({ host, temporary, folder, tests, file, settings, vsix, log }) {
  const server = await startServer({ host, settings, log, ...(vsix ? { vsix } : { extension: ROOT }) });
  const payload = file ? [['openFile', remoteUri(server, join(folder, file))]] : [];
  if (tests) {
    payload.push(['extensionDevelopmentPath', remoteUri(server, emptyExtension(temporary))]);
    payload.push(['extensionTestsPath', remoteUri(server, join(ROOT, tests))]);
  }
  return { host: server, url: serverUrl(server, folder, payload) };
}

/** VS Code runs tests only when some extension is under development. */
function emptyExtension(temporary) {
  const folder = join(temporary, 'empty-extension');
  mkdirSync(folder);
  const manifest = {
    name: 'empty',
    publisher: 'leastwise-tests',
    version: '0.0.1',
    engines: { vscode: '*' },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { QUIET_SETTINGS } from './quiet-settings.mjs';
import { serverlessWorkbench } from './serverless-workbench.mjs';

const MEDIA_TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
};

const WORKBENCH = '/build/out/vs/code/browser/workbench/workbench.js';

/** code-server ships its built-in extensions without their browser parts: empty ones instead of errors. */
const BUILT_IN_BROWSER_PART = /^\/build\/extensions\/.*\/browser\/.*\.js$/;

/**
 * Serve the workbench as plain files, as vscode.dev does: the only extension host is a web worker.
 *
 * A copy of `folder` is opened from memory. `tests` is a module inside `extension` that the host runs.
 */
export async function startWebHost({ host, extension, tests, folder, settings = {} }) {
  const mounts = {
    '/build/': host.vscode,
    '/extension/': resolve(extension),
    '/memory-fs/': join(import.meta.dirname, 'memory-fs'),
  };
  const workbench = serverlessWorkbench(host.vscode);
  const pages = {
    [WORKBENCH]: ['.js', () => workbench],
    '/': ['.html', () => workbenchPage(host.vscode, { port: server.address().port, tests, settings })],
    '/memory-fs/snapshot.json': ['.json', () => JSON.stringify(snapshot(folder))],
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    // The extension host lives in an iframe of another origin.
    response.setHeader('Access-Control-Allow-Origin', '*');
    const [suffix, render] = pages[path] ?? [];
    if (render) response.setHeader('Content-Type', MEDIA_TYPES[suffix]).end(render());
    else if (BUILT_IN_BROWSER_PART.test(path)) sendEmptyExtension(response);
    else sendFile(response, fileOf(mounts, path));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { authority: `localhost:${server.address().port}`, stop: () => close(server) };
}

/** The address of a workbench window; see `serverUrl`. */
export function webUrl({ authority }, payload = []) {
  const url = new URL(`http://${authority}/`);
  url.searchParams.set('payload', JSON.stringify([['skipWelcome', 'true'], ...payload]));
  return String(url);
}

/** How a window of the web host names a file of the folder. */
export function memoryUri(path) {
  return `memfs:/policies/${path}`;
}

function workbenchPage(vscode, { port, tests, settings }) {
  const template = readFileSync(join(vscode, 'out/vs/code/browser/workbench/workbench.html'), 'utf8');
  const values = {
    WORKBENCH_WEB_CONFIGURATION: attribute(configuration(port, tests, settings)),
    WORKBENCH_WEB_BASE_URL: `http://localhost:${port}/build`,
    WORKBENCH_NLS_URL: '/build/out/nls.messages.js',
    WORKBENCH_NLS_FALLBACK_URL: '/build/out/nls.messages.js',
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '');
}

function configuration(port, tests, settings) {
  const uri = (path) => ({ scheme: 'http', authority: `localhost:${port}`, path });
  return {
    folderUri: { scheme: 'memfs', path: '/policies' },
    enableWorkspaceTrust: false,
    // code-server's workbench fails without these three.
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    additionalBuiltinExtensions: [uri('/memory-fs')],
    developmentOptions: {
      extensions: [uri('/extension')],
      ...(tests && { extensionTestsPath: uri(`/extension/${tests}`) }),
    },
    configurationDefaults: { ...QUIET_SETTINGS, ...settings },
    productConfiguration: {
      enableTelemetry: false,
      extensionEnabledApiProposals: { 'leastwise-tests.memory-fs': ['fileSearchProvider'] },
      extensionsGallery: { serviceUrl: '' },
      // Web views come from here, not from a content delivery network.
      webEndpointUrlTemplate: `http://{{uuid}}.localhost:${port}/build`,
      webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.localhost:${port}/build/out/vs/workbench/contrib/webview/browser/pre/`,
    },
  };
}

function attribute(value) {
  return JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** Path in the workspace → text. */
function snapshot(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  return Object.fromEntries(
    files.map((file) => [`/policies/${file}`, readFileSync(join(folder, file), 'utf8')]),
  );
}

function fileOf(mounts, path) {
  const mount = Object.keys(mounts).find((prefix) => path.startsWith(prefix));
  if (!mount) return undefined;
  const file = normalize(join(mounts[mount], path.slice(mount.length)));
  const isInside = file.startsWith(mounts[mount] + sep);
  return isInside && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function sendFile(response, file) {
  if (!file) return response.writeHead(404).end();
  response.setHeader('Content-Type', MEDIA_TYPES[extname(file)] ?? 'application/octet-stream');
  createReadStream(file).pipe(response);
}

function sendEmptyExtension(response) {
  response.setHeader('Content-Type', MEDIA_TYPES['.js']).end('exports.activate = () => {};');
}

function close(server) {
  return new Promise((closed) => {
    server.close(closed);
    server.closeAllConnections();
  });
}

import { type ExtensionContext, Uri, workspace } from 'vscode';
import type { MessageTransports } from 'vscode-languageclient';
import type { CatalogueMessage } from '../../server/src/lsp/protocol.ts';
import { activatePolicies } from './activate-policies.ts';

type ClientLibrary = typeof import('vscode-languageclient/browser');

let stop: (() => Promise<void>) | undefined;

/** VS Code in the browser: the server is a web worker. */
export function activate(context: ExtensionContext): void {
  stop = activatePolicies(context, async (options) => {
    const library = await import('vscode-languageclient/browser');
    const startWorker = workerStarter(context.extensionUri, library);
    return new library.LanguageClient('leastwise', 'IAM Policy', startWorker, options);
  });
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}

/** Starts a new worker every time, ends the one before, and gives its message channel. */
function workerStarter(
  extension: Uri,
  { BrowserMessageReader, BrowserMessageWriter }: ClientLibrary,
): () => Promise<MessageTransports> {
  let worker: Worker | undefined;
  return async () => {
    worker?.terminate();
    const { buffer } = (await workspace.fs.readFile(Uri.joinPath(extension, 'dist/catalogue.dat'))).slice();
    worker = new Worker(Uri.joinPath(extension, 'dist/server-worker.js').toString(true));
    const catalogue: CatalogueMessage = { type: 'leastwise/catalogue', bytes: buffer };
    worker.postMessage(catalogue, [buffer]);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
}

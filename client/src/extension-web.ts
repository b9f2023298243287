import { type ExtensionContext, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import type { CatalogueMessage } from '../../server/src/lsp/protocol.ts';
import { activatePolicies } from './client.ts';

let stop: (() => Promise<void>) | undefined;

/** VS Code in the browser: the server is a web worker. */
export function activate(context: ExtensionContext): void {
  const startWorker = workerStarter(context.extensionUri);
  stop = activatePolicies(
    context,
    (options) => new LanguageClient('leastwise', 'IAM Policy', startWorker, options),
  );
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}

/** The message channel of a new worker, every time; it ends the one before. */
function workerStarter(extension: Uri): () => Promise<MessageTransports> {
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

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { openCatalogue } from './catalogue/open-catalogue.ts';
import type { CatalogueMessage } from './lsp/protocol.ts';
import { startServer } from './lsp/server.ts';

declare const __VERSION__: string;
declare const self: DedicatedWorkerGlobalScope;

/** The language server as a web worker: the first message brings the data, all others are LSP. */
self.addEventListener('message', start, { once: true });

function start({ data }: MessageEvent<CatalogueMessage>): void {
  startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
    catalogue: openCatalogue(new Uint8Array(data.bytes)),
    version: __VERSION__,
    defer: (task) => setTimeout(task, 0),
  });
}

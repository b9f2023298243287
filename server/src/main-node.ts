import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { openCatalogue } from './catalogue/open-catalogue.ts';
import { startServer } from './lsp/server.ts';

declare const __VERSION__: string;

// What this server keeps is small, so let its heap grow slowly: a third less memory for a few per cent more time.
// Electron may have sealed its flags; changing them then would end the process.
if (!process.versions['electron']) {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=40');
}

/** The language server as a process: over Node's IPC for VS Code, over `--stdio` for every other editor. */
startServer(createConnection(ProposedFeatures.all), {
  catalogue: openCatalogue(readFileSync(join(__dirname, 'catalogue.dat'))),
  version: __VERSION__,
  defer: setImmediate,
});

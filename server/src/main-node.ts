import './main-engine.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { openCatalogue } from './catalogue/open-catalogue.ts';
import { startServer } from './lsp/server.ts';
import { noteText } from './main-engine.ts';

declare const __VERSION__: string;

/** The language server as a process: over Node's IPC for VS Code, over `--stdio` for every other editor. */
startServer(createConnection(ProposedFeatures.all), {
  catalogue: openCatalogue(readFileSync(join(__dirname, 'catalogue.dat'), 'latin1')),
  version: __VERSION__,
  defer: setImmediate,
  noteText,
  readFile,
});

function readFile(uri: string): string | undefined {
  try {
    return readFileSync(fileURLToPath(uri), 'utf8');
  } catch {
    return undefined;
  }
}

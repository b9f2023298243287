import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features.ts';

/** What this server offers a client with these features. */
export function serverCapabilities(client: ClientFeatures): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: ['"', ':', '*', '/'], resolveProvider: true },
    hoverProvider: true,
    codeActionProvider: {
      codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.iam'],
      ...(client.lazyEdits ? { resolveProvider: true } : {}),
    },
    ...(client.pullDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'iam',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {}),
  };
}

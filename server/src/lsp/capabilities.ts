import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features.ts';
import { EXPLAIN_COMMAND } from './protocol.ts';

/** What this server offers a client with these features. */
export function serverCapabilities(client: ClientFeatures): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: ['"', ':', '*', '/'], resolveProvider: true },
    hoverProvider: true,
    codeActionProvider: {
      codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.iam', 'source.organize.iam'],
      ...(client.lazyEdits ? { resolveProvider: true } : {}),
    },
    inlayHintProvider: { resolveProvider: true },
    codeLensProvider: { resolveProvider: true },
    documentLinkProvider: {},
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    executeCommandProvider: { commands: [EXPLAIN_COMMAND] },
    // VS Code has an outline of all JSON.
    ...(client.isVsCode ? {} : { documentSymbolProvider: true }),
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

import type { ClientCapabilities } from 'vscode-languageserver';

/** What the client can do, as far as answers differ by it. */
export interface ClientFeatures {
  readonly snippets: boolean;
  readonly labelDetails: boolean;
  /** `itemDefaults.editRange`. */
  readonly completionDefaults: boolean;
  /** Runs VS Code's command that asks for completions again. */
  readonly retrigger: boolean;
  readonly snippetEdits: boolean;
  /** Asks for the edit of a code action when the user picks it. */
  readonly lazyEdits: boolean;
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly pullConfiguration: boolean;
  readonly registerConfiguration: boolean;
  readonly markdown: boolean;
  /** Our own extension, in an editor that outlines JSON itself. */
  readonly isVsCode: boolean;
  readonly symbolTrees: boolean;
  readonly preparesRename: boolean;
  readonly refreshInlayHints: boolean;
  readonly refreshLenses: boolean;
  /** Tells of changed files that the server names. */
  readonly registerFileWatchers: boolean;
  /** Applies edits that make a new file. */
  readonly createsFiles: boolean;
  readonly changesFolders: boolean;
}

export function clientFeatures(capabilities: ClientCapabilities, isVsCode: boolean): ClientFeatures {
  const { textDocument, workspace } = capabilities;
  const completion = textDocument?.completion;
  const codeAction = textDocument?.codeAction;
  const hoverFormats = textDocument?.hover?.contentFormat;
  return {
    snippets: completion?.completionItem?.snippetSupport ?? false,
    labelDetails: completion?.completionItem?.labelDetailsSupport ?? false,
    completionDefaults: completion?.completionList?.itemDefaults?.includes('editRange') ?? false,
    retrigger: isVsCode,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport ?? false,
    lazyEdits: (codeAction?.dataSupport && codeAction.resolveSupport?.properties.includes('edit')) ?? false,
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    pullConfiguration: workspace?.configuration ?? false,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    markdown: hoverFormats === undefined || hoverFormats.includes('markdown'),
    isVsCode,
    symbolTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    preparesRename: textDocument?.rename?.prepareSupport ?? false,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport ?? false,
    refreshLenses: workspace?.codeLens?.refreshSupport ?? false,
    registerFileWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    createsFiles:
      (workspace?.workspaceEdit?.documentChanges &&
        workspace.workspaceEdit.resourceOperations?.includes('create')) ??
      false,
    changesFolders: workspace?.workspaceFolders ?? false,
  };
}

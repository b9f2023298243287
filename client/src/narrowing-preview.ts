import {
  commands,
  type Disposable,
  l10n,
  QuickPickItemKind,
  Range,
  TabInputTextDiff,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { NarrowResult } from '../../server/src/lsp/protocol.ts';

/** Documents of this scheme are what a policy would become. */
const SCHEME = 'leastwise-narrowed';

export interface NarrowingPreview {
  /** Show both texts side by side, ask, and apply the edits if they are wanted. */
  offer(document: TextDocument, result: NarrowResult): Promise<void>;
}

/** Gives the right sides of the comparisons their texts. */
export function narrowingPreview(): { readonly preview: NarrowingPreview; readonly provider: Disposable } {
  const texts = new Map<string, string>();
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });
  let count = 0;
  const preview: NarrowingPreview = {
    async offer(document, result) {
      const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
      const narrowed = Uri.from({ scheme: SCHEME, path: `/${name}`, query: String(++count) });
      texts.set(narrowed.toString(), result.after);
      try {
        await commands.executeCommand('vscode.diff', document.uri, narrowed, l10n.t('{0}, narrowed', name));
        const isWanted = await ask(result);
        await closeComparison(narrowed);
        if (isWanted) await apply(document, result);
      } finally {
        texts.delete(narrowed.toString());
      }
    },
  };
  return { preview, provider };
}

async function ask({ actionsBefore, actionsAfter, notes }: NarrowResult): Promise<boolean> {
  const apply = {
    label: `$(check) ${l10n.t('Apply')}`,
    description: l10n.t('{0} of {1} actions remain', actionsAfter, actionsBefore),
  };
  const discard = { label: `$(close) ${l10n.t('Discard')}` };
  const items = [
    apply,
    discard,
    { label: l10n.t('Good to know'), kind: QuickPickItemKind.Separator },
    ...notes.map((note) => ({ label: `$(info) ${note}` })),
  ];
  // Picking a note says nothing about whether to apply.
  for (;;) {
    const answer = await window.showQuickPick(items, {
      title: l10n.t('Apply what is shown?'),
      ignoreFocusOut: true,
    });
    if (answer === apply) return true;
    if (answer === undefined || answer === discard) return false;
  }
}

async function closeComparison(narrowed: Uri): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const own = tabs.filter(
    ({ input }) => input instanceof TabInputTextDiff && input.modified.toString() === narrowed.toString(),
  );
  await window.tabGroups.close(own);
}

async function apply(document: TextDocument, { before, edits }: NarrowResult): Promise<void> {
  if (document.getText() !== before) {
    void window.showWarningMessage(l10n.t('The policy has changed meanwhile, so that nothing was applied.'));
    return;
  }
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    edit.replace(document.uri, new Range(start.line, start.character, end.line, end.character), newText);
  }
  await window.showTextDocument(document);
  await workspace.applyEdit(edit);
}

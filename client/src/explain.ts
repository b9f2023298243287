import { commands, type Disposable, EventEmitter, l10n, Uri, window, workspace } from 'vscode';
import type { EXPLAIN_COMMAND } from '../../server/src/lsp/protocol.ts';
import type { PolicyServer } from './policy-server.ts';

const EXPLAIN: typeof EXPLAIN_COMMAND = 'leastwise.explain';

/** Documents of this scheme are explanations; the query of their URI is the URI of the policy's document. */
const SCHEME = 'leastwise-explanation';

/** Longer than between two keystrokes: an explanation follows the policy, but not every character. Milliseconds. */
const DELAY = 400;

/** Gives explanations their text, and gives it again when the policy has changed. */
export function provideExplanations(server: PolicyServer): Disposable[] {
  const changed = new EventEmitter<Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: async ({ query }) => {
      const request = { command: EXPLAIN, arguments: [query] };
      const markdown = await server.request<string | null>('workspace/executeCommand', request);
      return markdown ?? l10n.t('There is no policy in {0}.', nameOf(Uri.parse(query)));
    },
  });
  const listener = workspace.onDidChangeTextDocument(({ document }) => {
    const source = document.uri.toString();
    const shown = workspace.textDocuments.find(({ uri }) => uri.scheme === SCHEME && uri.query === source);
    if (!shown) return;
    clearTimeout(timer);
    timer = setTimeout(() => changed.fire(shown.uri), DELAY);
  });
  return [provider, listener, changed, { dispose: () => clearTimeout(timer) }];
}

/** Show beside the editor what the policies of a document allow; those of the active editor without a URI. */
export async function explainPolicy(source?: unknown): Promise<void> {
  const uri = typeof source === 'string' ? Uri.parse(source) : window.activeTextEditor?.document.uri;
  if (!uri) return;
  const path = `/${l10n.t('{0}, explained', nameOf(uri))}.md`;
  const explanation = Uri.from({ scheme: SCHEME, path, query: uri.toString() });
  try {
    await commands.executeCommand('markdown.showPreviewToSide', explanation);
  } catch {
    // Markdown support may be switched off.
    await window.showTextDocument(explanation, { preview: true });
  }
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

import type { CodeLens, DocumentLink, InlayHint } from 'vscode-languageserver';
import { toRange, toTextRange } from './convert.ts';
import { EXPLAIN_COMMAND, EXPLAIN_POLICY_COMMAND } from './protocol.ts';
import type { ServerContext } from './server-context.ts';

/** Inlay hints, code lenses and document links: what editors show in a text without being asked. */
export function answerAtAGlance(context: ServerContext): void {
  const { connection, ask, markup, service, settings } = context;

  connection.languages.inlayHint.on(({ textDocument, range }) =>
    ask('inlay hints', textDocument.uri, [], (document, file): InlayHint[] => {
      if (!settings(textDocument.uri).wildcardCount) return [];
      return service()
        .inlayHints(file, toTextRange(document, range))
        .map(({ offset, label, subject }) => ({
          position: document.positionAt(offset),
          label,
          paddingLeft: true,
          data: { uri: textDocument.uri, subject },
        }));
    }),
  );

  connection.languages.inlayHint.resolve((hint) => {
    const { uri, subject } = (hint.data ?? {}) as Partial<HintData>;
    if (typeof uri !== 'string' || typeof subject !== 'string') return hint;
    return ask('inlay hint details', uri, hint, () => {
      const text = service().documentation(subject);
      return text === undefined ? hint : { ...hint, tooltip: markup(text) };
    });
  });

  connection.onCodeLens(({ textDocument }) =>
    ask('code lenses', textDocument.uri, [], (document, file): CodeLens[] =>
      settings(textDocument.uri).lensSummary
        ? service()
            .lenses(file)
            .map(({ range, place }) => ({
              range: toRange(document, range),
              data: { uri: textDocument.uri, place },
            }))
        : [],
    ),
  );

  connection.onCodeLensResolve((lens) => {
    const { uri, place } = (lens.data ?? {}) as Partial<LensData>;
    if (typeof uri !== 'string' || !place) return lens;
    return ask('code lens details', uri, lens, (_, file) => {
      const title = service().lensTitle(file, place) ?? '';
      return { ...lens, command: { ...explainCommand(context), title, arguments: [uri] } };
    });
  });

  connection.onDocumentLinks(({ textDocument }) =>
    ask('links', textDocument.uri, [], (document, file): DocumentLink[] =>
      service()
        .links(file)
        .map(({ range, target, tooltip }) => ({ range: toRange(document, range), target, tooltip })),
    ),
  );
}

/** Ask the client to ask again: a setting has changed. */
export function refreshAtAGlance({ connection, client }: ServerContext): void {
  const { refreshInlayHints, refreshLenses } = client();
  if (refreshInlayHints) void connection.languages.inlayHint.refresh();
  if (refreshLenses) void connection.sendRequest('workspace/codeLens/refresh');
}

interface HintData {
  readonly uri: string;
  readonly subject: string;
}

interface LensData {
  readonly uri: string;
  readonly place: { readonly policy: number; readonly statement?: number };
}

/** VS Code shows the explanation with a command of its own; elsewhere the client decides what becomes of the Markdown. */
function explainCommand({ client }: ServerContext): { readonly command: string } {
  return { command: client().isVsCode ? EXPLAIN_POLICY_COMMAND : EXPLAIN_COMMAND };
}

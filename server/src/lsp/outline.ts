import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OutlineItem } from '../service.ts';
import { toRange } from './convert.ts';
import type { ServerContext } from './server-context.ts';

/** The outline, for editors that have none of their own for JSON; a flat list where they know no tree. */
export function answerOutline({ connection, client, ask, service }: ServerContext): void {
  connection.onDocumentSymbol(({ textDocument }) =>
    ask('outline', textDocument.uri, [], (document, file): DocumentSymbol[] | SymbolInformation[] => {
      const items = service().outline(file);
      return client().symbolTrees
        ? items.map((item) => toSymbol(document, item))
        : items.flatMap((item) => toList(document, item, undefined));
    }),
  );
}

const KIND: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  policy: SymbolKind.Namespace,
  statement: SymbolKind.Object,
};

function toSymbol(document: TextDocument, item: OutlineItem): DocumentSymbol {
  return {
    name: item.name,
    detail: item.detail,
    kind: KIND[item.kind],
    range: toRange(document, item.range),
    selectionRange: toRange(document, item.nameRange),
    children: item.children.map((child) => toSymbol(document, child)),
  };
}

function toList(
  document: TextDocument,
  item: OutlineItem,
  container: string | undefined,
): SymbolInformation[] {
  const own: SymbolInformation = {
    name: item.name,
    kind: KIND[item.kind],
    location: { uri: document.uri, range: toRange(document, item.range) },
    ...(container === undefined ? {} : { containerName: container }),
  };
  return [own, ...item.children.flatMap((child) => toList(document, child, item.name))];
}

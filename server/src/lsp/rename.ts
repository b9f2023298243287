import { LSPErrorCodes, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { toLspEdit, toRange } from './convert.ts';
import type { ServerContext } from './server-context.ts';

/** Renaming a Sid, or a bucket in all ARNs of a document that name it. */
export function answerRename({ connection, ask, service }: ServerContext): void {
  connection.onPrepareRename(({ textDocument, position }) =>
    ask('rename', textDocument.uri, null, (document, file) => {
      const target = service().renameTarget(file, document.offsetAt(position));
      return target ? { range: toRange(document, target.range), placeholder: target.name } : null;
    }),
  );

  connection.onRenameRequest(({ textDocument, position, newName }) => {
    const answer = ask('rename', textDocument.uri, undefined, (document, file): WorkspaceEdit | string => {
      const renaming = service().rename(file, document.offsetAt(position), newName);
      if (!renaming) return 'There is no Sid and no bucket name here.';
      if ('problem' in renaming) return renaming.problem;
      return { changes: { [textDocument.uri]: renaming.edits.map((edit) => toLspEdit(document, edit)) } };
    });
    if (typeof answer === 'string') throw new ResponseError(LSPErrorCodes.RequestFailed, answer);
    return answer;
  });
}

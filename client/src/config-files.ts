import { commands, type Disposable, Range, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  READ_FILE_REQUEST,
  ReadFileParams,
  ReadFileResult,
  WRITE_REASON_COMMAND,
} from '../../server/src/lsp/protocol.ts';

const READ_FILE: typeof READ_FILE_REQUEST = 'leastwise/readFile';
const WRITE_REASON: typeof WRITE_REASON_COMMAND = 'leastwise.writeReason';

/** Give the server the files that it cannot read itself: those of the web, and of virtual workspaces. */
export function provideFiles(client: BaseLanguageClient): void {
  client.onRequest(READ_FILE, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
    try {
      return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
    } catch {
      return null;
    }
  });
}

/** After a quick fix has written an override: show where its reason is missing. */
export function registerWriteReason(): Disposable {
  return commands.registerCommand(WRITE_REASON, async (uri: string, { start, end }: Place) => {
    const selection = new Range(start.line, start.character, end.line, end.character);
    await window.showTextDocument(Uri.parse(uri), { selection });
  });
}

interface Place {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

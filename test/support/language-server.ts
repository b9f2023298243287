import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

export interface ServerOptions {
  readonly capabilities?: object;
  readonly initializationOptions?: object;
  /** What `workspace/configuration` gets for the section `leastwise`, also for a folder. */
  readonly settings?: object | ((scopeUri: string | undefined) => object | null);
  /** URIs of the workspace folders. */
  readonly folders?: readonly string[];
}

/** The built server over stdio, as any editor drives it. */
export interface LanguageServer {
  readonly connection: MessageConnection;
  /** What the server has registered after its start. */
  readonly registrations: readonly unknown[];
  readonly initialized: {
    readonly capabilities: Readonly<Record<string, unknown>>;
    readonly serverInfo: object;
  };
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** Resolves with the next diagnostics published for the document. */
  published(uri: string): Promise<readonly Diagnostic[]>;
  pull(
    uri: string,
  ): Promise<{ readonly kind: string; readonly resultId: string; readonly items: readonly Diagnostic[] }>;
  position(text: string, offset: number): { readonly line: number; readonly character: number };
  stop(): Promise<number | null>;
}

/** What VS Code announces, as far as this server looks at it. */
export const RICH_CLIENT = {
  textDocument: {
    diagnostic: {},
    completion: {
      completionItem: { snippetSupport: true, labelDetailsSupport: true },
      completionList: { itemDefaults: ['editRange'] },
    },
  },
  workspace: { workspaceEdit: { snippetEditSupport: true, documentChanges: true }, configuration: true },
};

export async function startLanguageServer(options: ServerOptions = {}): Promise<LanguageServer> {
  const child = spawn(process.execPath, ['dist/cli.js', 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: PublishDiagnosticsParams) => waiting.get(uri)?.(diagnostics),
  );
  const { settings = null, folders } = options;
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { scopeUri?: string }[] }) =>
    items.map(({ scopeUri }) => (typeof settings === 'function' ? settings(scopeUri) : settings)),
  );
  const registrations: unknown[] = [];
  connection.onRequest('client/registerCapability', (sent: { registrations: readonly unknown[] }) => {
    registrations.push(...sent.registrations);
    return null;
  });
  connection.listen();
  const initialized: LanguageServer['initialized'] = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    ...(folders ? { workspaceFolders: folders.map((uri) => ({ uri, name: uri })) } : {}),
    capabilities: options.capabilities ?? {},
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    registrations,
    open: (uri, text, languageId = 'json') =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      }),
    published: (uri) =>
      within(5000, `diagnostics of ${uri}`, new Promise((resolve) => waiting.set(uri, resolve))),
    pull: (uri) => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }),
    position(text, offset) {
      const lines = text.slice(0, offset).split('\n');
      return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    },
    stop: () => stop(connection, child),
  };
}

async function stop(connection: MessageConnection, child: ChildProcess): Promise<number | null> {
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  const code = await within(5000, 'exit', exit);
  connection.dispose();
  return code;
}

async function within<T>(milliseconds: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new assert.AssertionError({ message: `no ${what} in time` })),
      milliseconds,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

import {
  Disposable,
  type ExtensionContext,
  extensions,
  type LogOutputChannel,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type {
  InitializationOptions,
  STATUS_CHANGED_NOTIFICATION,
  STATUS_REQUEST,
  StatusParams,
  StatusResult,
} from '../../server/src/lsp/protocol.ts';
import { registerCommands } from './commands.ts';
import { firstPolicy, LANGUAGES } from './policy-documents.ts';
import { showStatus } from './status.ts';

/** Makes a client that is not started yet; how it reaches its server is what desktop and web differ in. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The language server as the rest of the extension sees it. */
export interface PolicyServer {
  /** Start it, or start it afresh when it runs. */
  restart(): Promise<void>;
  /** Undefined while the server does not run. */
  status(document: Uri): Promise<StatusResult | undefined>;
  /** Called when a status may have changed, also because the server has started or ended. */
  onStatusChanged(listener: () => void): Disposable;
  showOutput(): void;
}

const STATUS: typeof STATUS_REQUEST = 'leastwise/status';
const STATUS_CHANGED: typeof STATUS_CHANGED_NOTIFICATION = 'leastwise/statusChanged';

/**
 * Register commands and status, then start the server as soon as a document looks like a policy.
 *
 * Returns what stops it all.
 */
export function activatePolicies(context: ExtensionContext, createClient: CreateClient): () => Promise<void> {
  const output = window.createOutputChannel('IAM Policy', { log: true });
  const client = createClient(clientOptions(output));
  const server = policyServer(client);
  context.subscriptions.push(output, ...registerCommands(context, server), ...showStatus(server));

  const waiting = new AbortController();
  firstPolicy(waiting.signal)
    .then(() => startServer(client))
    .catch((error) => output.error(error));
  return () => {
    waiting.abort();
    return client.needsStop() ? client.stop() : Promise.resolve();
  };
}

function clientOptions(outputChannel: LogOutputChannel): LanguageClientOptions {
  // VS Code's own JSON support reports syntax errors.
  const initializationOptions: InitializationOptions = { syntax: 'none', editor: 'vscode' };
  return {
    outputChannel,
    initializationOptions,
    // No scheme: untitled, remote and virtual files are policies like any other.
    documentSelector: LANGUAGES.map((language) => ({ language })),
    synchronize: { configurationSection: 'leastwise' },
    middleware: {
      provideDiagnostics: (document, previousResult, token, next) =>
        isReadOnly('uri' in document ? document.uri : document)
          ? undefined
          : next(document, previousResult, token),
    },
  };
}

/** Findings in the old side of a Git comparison would double those in the file. */
function isReadOnly({ scheme }: Uri): boolean {
  return workspace.fs.isWritableFileSystem(scheme) === false;
}

async function startServer(client: BaseLanguageClient): Promise<void> {
  if (!client.needsStart()) return;
  await Promise.all([client.start(), activateJsonSupport()]);
}

/** VS Code's JSON extension wakes up for JSON, not for languages that only take part in it. */
async function activateJsonSupport(): Promise<void> {
  await extensions.getExtension('vscode.json-language-features')?.activate();
}

function policyServer(client: BaseLanguageClient): PolicyServer {
  return {
    async restart() {
      if (client.needsStop()) await client.stop();
      await startServer(client);
    },
    async status(document) {
      if (!client.isRunning()) return undefined;
      const params: StatusParams = { uri: client.code2ProtocolConverter.asUri(document) };
      return client.sendRequest<StatusResult>(STATUS, params);
    },
    onStatusChanged(listener) {
      return Disposable.from(
        client.onNotification(STATUS_CHANGED, listener),
        client.onDidChangeState(listener),
      );
    },
    showOutput: () => client.outputChannel.show(),
  };
}

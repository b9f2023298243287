import { type Event, EventEmitter, extensions, type LogOutputChannel, type Uri, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type {
  InitializationOptions,
  STATUS_CHANGED_NOTIFICATION,
  STATUS_REQUEST,
  StatusParams,
  StatusResult,
} from '../../server/src/lsp/protocol.ts';
import { provideFiles } from './config-files.ts';
import { LANGUAGES } from './policy-documents.ts';

/** Makes a client that is not started yet; how it reaches its server is what desktop and web differ in. */
export type CreateClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** The language server as the rest of the extension sees it. */
export interface PolicyServer {
  start(): Promise<void>;
  /** End it if it runs, and start it afresh. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** The answer to a request of our own; starts the server if need be. */
  request<Result>(method: string, params?: object): Promise<Result>;
  /** Undefined while the server does not run. */
  status(document: Uri): Promise<StatusResult | undefined>;
  /** Any status may have changed, also because the server has started or ended. */
  readonly onStatusChanged: Event<void>;
}

const STATUS: typeof STATUS_REQUEST = 'leastwise/status';
const STATUS_CHANGED: typeof STATUS_CHANGED_NOTIFICATION = 'leastwise/statusChanged';

/** The server that `createClient` reaches. Its client is made at the first start, because loading it takes time. */
export function policyServer(createClient: CreateClient, output: LogOutputChannel): PolicyServer {
  const statusChanged = new EventEmitter<void>();
  let creation: Promise<BaseLanguageClient> | undefined;
  let client: BaseLanguageClient | undefined;

  const create = async () => {
    client = await createClient(clientOptions(output));
    provideFiles(client);
    client.onNotification(STATUS_CHANGED, () => statusChanged.fire());
    client.onDidChangeState(() => statusChanged.fire());
    return client;
  };
  const start = async () => {
    creation ??= create();
    const created = await creation;
    if (created.needsStart()) await Promise.all([created.start(), activateJsonSupport()]);
  };
  const stop = async () => {
    if (client?.needsStop()) await client.stop();
  };
  return {
    start,
    stop,
    async restart() {
      await stop();
      await start();
    },
    async request<Result>(method: string, params: object = {}) {
      await start();
      const created = await (creation ?? create());
      return created.sendRequest<Result>(method, params);
    },
    async status(document) {
      if (!client?.isRunning()) return undefined;
      const params: StatusParams = { uri: client.code2ProtocolConverter.asUri(document) };
      return client.sendRequest<StatusResult>(STATUS, params).catch((error) => {
        // The server may be about to end; without a status the rest works.
        output.warn(`No status of ${params.uri}: ${error}`);
        return undefined;
      });
    },
    onStatusChanged: statusChanged.event,
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

/** VS Code's JSON extension wakes up for JSON, not for languages that only take part in it. */
async function activateJsonSupport(): Promise<void> {
  await extensions.getExtension('vscode.json-language-features')?.activate();
}

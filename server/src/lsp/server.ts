import type {
  CodeAction,
  CodeActionParams,
  Connection,
  Diagnostic,
  Hover,
  InitializeResult,
} from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextRange } from '../base/text-range.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { PolicyFile } from '../policy/policy-document.ts';
import { createPolicyService, type PolicyService } from '../service.ts';
import { answerAtAGlance, refreshAtAGlance } from './at-a-glance.ts';
import { serverCapabilities } from './capabilities.ts';
import { type ClientFeatures, clientFeatures } from './client-features.ts';
import {
  type CodeActionData,
  toCodeAction,
  toCompletionList,
  toDiagnostic,
  toLazyCodeAction,
  toRange,
  toTextRange,
} from './convert.ts';
import { answerCommands } from './explain.ts';
import { guarded } from './guard.ts';
import { answerNarrowing, narrowingCommands } from './narrowing.ts';
import { openDocuments, pathOf } from './open-documents.ts';
import { answerOutline } from './outline.ts';
import { answerPolicyGenerator } from './policy-generator.ts';
import {
  type InitializationOptions,
  STATUS_CHANGED_NOTIFICATION,
  STATUS_REQUEST,
  type StatusParams,
  type StatusResult,
} from './protocol.ts';
import { publishing } from './publish-diagnostics.ts';
import { answerRename } from './rename.ts';
import type { ServerContext } from './server-context.ts';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings.ts';

/** What the world supplies to the server. */
export interface Environment {
  readonly catalogue: Catalogue;
  readonly version: string;
  /** Run later, after the messages that are already here. */
  readonly defer: (task: () => void) => void;
}

/** Where a rule is explained. */
const RULE_PAGES = 'https://github.com/leastwise/leastwise/blob/main/docs/rules/';

/** Answer a client until it leaves. Every request is guarded: a defect costs one answer. */
export function startServer(connection: Connection, { catalogue, version, defer }: Environment): void {
  const documents = new TextDocuments(TextDocument);
  const open = openDocuments();
  const log = connection.console;
  let client: ClientFeatures = clientFeatures({}, false);
  let reportsSyntax = true;
  let settings = DEFAULT_SETTINGS;
  let service = serviceFor(settings);
  let writtenSettings = '{}';
  let generation = 0;

  connection.onInitialize((params): InitializeResult => {
    const options: InitializationOptions = params.initializationOptions ?? {};
    reportsSyntax = options.syntax !== 'none';
    client = clientFeatures(params.capabilities, options.editor === 'vscode');
    service = serviceFor(settings);
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'leastwise', version } };
  });

  connection.onInitialized(() => {
    if (client.registerConfiguration) {
      void connection.client.register({ method: 'workspace/didChangeConfiguration' } as never, {
        section: 'leastwise',
      });
    }
    void pullSettings();
  });

  connection.onDidChangeConfiguration(({ settings: sent }) => {
    const section = (sent as { leastwise?: unknown } | null)?.leastwise;
    if (section !== undefined) apply(section);
    else void pullSettings();
  });

  connection.languages.diagnostics.on(({ textDocument, previousResultId }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return { kind: 'full', items: [] };
    const resultId = `${document.version}/${generation}`;
    if (previousResultId === resultId) return { kind: 'unchanged', resultId };
    return { kind: 'full', resultId, items: diagnose(document) };
  });

  connection.onCompletion(({ textDocument, position }) =>
    ask('completion', textDocument.uri, undefined, (document, file) => {
      const list = service.complete(file, document.offsetAt(position), open.others(document.uri));
      return list && toCompletionList(document, list, client);
    }),
  );

  connection.onCompletionResolve((item) =>
    guarded(log, 'completion details', item, () => {
      const value = typeof item.data === 'string' ? service.documentation(item.data) : undefined;
      return value ? { ...item, documentation: markup(value) } : item;
    }),
  );

  connection.onHover(({ textDocument, position }) =>
    ask('hover', textDocument.uri, undefined, (document, file): Hover | undefined => {
      const found = service.hover(file, document.offsetAt(position));
      return found && { contents: markup(found.markdown), range: toRange(document, found.range) };
    }),
  );

  connection.onCodeAction((params) =>
    ask('code actions', params.textDocument.uri, [], (document, file) => codeActions(document, file, params)),
  );

  connection.onCodeActionResolve((action) =>
    guarded(log, 'code action edit', action, () => withEdit(action) ?? action),
  );

  connection.onRequest(STATUS_REQUEST, ({ uri }: StatusParams) =>
    ask('status', uri, { policies: [], dataDate: catalogue.stamp.date }, (_, file) => status(file)),
  );

  const publisher = publishing({
    defer,
    diagnose: (uri) => {
      const document = documents.get(uri);
      return document && { version: document.version, diagnostics: diagnose(document) };
    },
    publish: (params) => void connection.sendDiagnostics(params),
  });

  documents.onDidChangeContent(({ document }) => {
    if (!client.pullDiagnostics) publisher.schedule(document.uri);
    if (isVsCodeClient()) notifyStatus(document.uri);
  });

  documents.onDidClose(({ document }) => {
    open.forget(document.uri);
    if (!client.pullDiagnostics) publisher.clear(document.uri);
  });

  const context: ServerContext = {
    connection,
    client: () => client,
    settings: () => settings,
    service: () => service,
    ask,
    markup,
  };
  answerAtAGlance(context);
  answerRename(context);
  answerOutline(context);
  answerCommands(context);
  answerNarrowing(context);
  answerPolicyGenerator(connection, catalogue);
  documents.listen(connection);
  connection.listen();

  function serviceFor({ severities, evaluationOrder }: Settings): PolicyService {
    const failed = new Set<string>();
    return createPolicyService({
      catalogue,
      settings: { severities },
      evaluationOrder,
      today: new Date().toISOString().slice(0, 10),
      onRuleError: (rule, error) => {
        if (failed.has(rule.id)) return;
        failed.add(rule.id);
        log.error(`The rule ${rule.id} failed: ${error instanceof Error ? error.stack : String(error)}`);
      },
    });
  }

  function apply(section: unknown): void {
    const written = JSON.stringify(section ?? {});
    if (written === writtenSettings) return;
    writtenSettings = written;
    settings = readSettings(section);
    service = serviceFor(settings);
    generation++;
    if (client.refreshDiagnostics) connection.languages.diagnostics.refresh();
    if (!client.pullDiagnostics) for (const { uri } of documents.all()) publisher.schedule(uri);
    if (isVsCodeClient()) for (const { uri } of documents.all()) notifyStatus(uri);
    refreshAtAGlance(context);
  }

  async function pullSettings(): Promise<void> {
    if (!client.pullConfiguration) return;
    try {
      apply(await connection.workspace.getConfiguration('leastwise'));
    } catch (error) {
      log.error(`The settings could not be read: ${String(error)}`);
    }
  }

  function read(document: TextDocument): PolicyFile {
    const file = open.read(document, service, settings.policyTypeOf(pathOf(document.uri)));
    // The client reports JSON errors of the file itself, but none of a policy inside a string.
    return reportsSyntax ? file : { ...file, problems: [] };
  }

  function diagnose(document: TextDocument): Diagnostic[] {
    return guarded(log, 'diagnostics', [], () =>
      settings.enable
        ? service
            .validate(read(document))
            .map((finding) => toDiagnostic(document, finding, `${RULE_PAGES}${finding.rule.id}.md`))
        : [],
    );
  }

  function codeActions(
    document: TextDocument,
    file: PolicyFile,
    { range, context }: CodeActionParams,
  ): CodeAction[] {
    const wants = (kind: string): boolean =>
      context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ??
      !kind.startsWith('source.');
    const textRange: TextRange = toTextRange(document, range);
    const actions = [...service.actions(file, textRange)];
    const fixAll = wants(FIX_ALL) ? service.fixAll(file) : undefined;
    if (fixAll) actions.push(fixAll);
    const organized = wants(ORGANIZE) ? service.organize(file) : undefined;
    if (organized) actions.push(organized);
    const wanted = actions.filter(({ kind }) => wants(kind));
    return [
      ...wanted.map((action) =>
        client.lazyEdits && action.kind.startsWith('refactor.')
          ? toLazyCodeAction(document, action, textRange)
          : toCodeAction(document, action, context.diagnostics, client),
      ),
      ...(client.isVsCode ? narrowingCommands(wanted, { uri: document.uri, range }) : []),
    ];
  }

  /** Undefined where the document has changed since the action was offered. */
  function withEdit({ title, kind, data }: CodeAction): CodeAction | undefined {
    if (!data) return undefined;
    const { uri, version, range } = data as CodeActionData;
    const document = documents.get(uri);
    if (document?.version !== version) return undefined;
    const action = service
      .actions(read(document), range)
      .find((own) => own.title === title && own.kind === kind);
    return action && toCodeAction(document, action, [], client);
  }

  function status(file: PolicyFile): StatusResult {
    return { policies: file.policies.map(({ type }) => type), dataDate: catalogue.stamp.date };
  }

  function notifyStatus(uri: string): void {
    void connection.sendNotification(STATUS_CHANGED_NOTIFICATION, { uri });
  }

  function isVsCodeClient(): boolean {
    return client.retrigger;
  }

  function markup(value: string): { kind: 'markdown' | 'plaintext'; value: string } {
    return { kind: client.markdown ? 'markdown' : 'plaintext', value };
  }

  function ask<T>(
    what: string,
    uri: string,
    fallback: T,
    answer: (document: TextDocument, file: PolicyFile) => T,
  ): T {
    const document = documents.get(uri);
    return document && settings.enable
      ? guarded(log, what, fallback, () => answer(document, read(document)))
      : fallback;
  }
}

const FIX_ALL = 'source.fixAll.iam';
const ORGANIZE = 'source.organize.iam';

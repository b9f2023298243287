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
import { compareWithBaseline } from '../config/baseline.ts';
import type { ConfigProblem } from '../config/config.ts';
import type { PolicyFile } from '../policy/policy-document.ts';
import type { LocatedFinding, PolicyService } from '../service.ts';
import { answerAtAGlance, refreshAtAGlance } from './at-a-glance.ts';
import { serverCapabilities } from './capabilities.ts';
import { type ClientFeatures, clientFeatures } from './client-features.ts';
import { configActions, configDiagnostics, configProblemsOf } from './config-documents.ts';
import { configuration } from './configuration.ts';
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
import { toLocation, toUri } from './location.ts';
import { answerNarrowing, narrowingCommands } from './narrowing.ts';
import { openDocuments } from './open-documents.ts';
import { answerOutline } from './outline.ts';
import { RULE_PAGES } from './pages.ts';
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
import { SUPPRESS, type SuppressContext, suppressActions } from './suppress-actions.ts';

/** What the world supplies to the server. */
export interface Environment {
  readonly catalogue: Catalogue;
  readonly version: string;
  /** Run later, after the messages that are already here. */
  readonly defer: (task: () => void) => void;
  /** Told the length of each text that is opened or changed, in characters, before anything is asked about it. */
  readonly noteText?: (length: number) => void;
  /** The text of a file by its `file:` URI, undefined where there is none; missing without a file system. */
  readonly readFile?: (uri: string) => string | undefined;
}

/** Answer a client until it leaves. Every request is guarded: a defect costs one answer. */
export function startServer(connection: Connection, environment: Environment): void {
  const { catalogue, version, defer, noteText, readFile } = environment;
  const documents = new TextDocuments(TextDocument);
  const open = openDocuments();
  const log = connection.console;
  let client: ClientFeatures = clientFeatures({}, false);
  let reportsSyntax = true;
  let generation = 0;
  const failed = new Set<string>();
  const config = configuration({
    connection,
    catalogue,
    readFile,
    client: () => client,
    today,
    onRuleError(id, error) {
      if (failed.has(id)) return;
      failed.add(id);
      log.error(`The rule ${id} failed: ${error instanceof Error ? error.stack : String(error)}`);
    },
    openText: (location) =>
      documents
        .all()
        .find(({ uri }) => toLocation(uri) === location)
        ?.getText(),
    changed,
  });

  connection.onInitialize((params): InitializeResult => {
    const options: InitializationOptions = params.initializationOptions ?? {};
    reportsSyntax = options.syntax !== 'none';
    client = clientFeatures(params.capabilities, options.editor === 'vscode');
    const folders =
      params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    config.setFolders(folders);
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'leastwise', version } };
  });

  connection.onInitialized(() => config.start());

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    if (!config.isReady(uri)) {
      await config.ready(uri);
      if (isVsCodeClient()) notifyStatus(uri);
    }
    const document = documents.get(uri);
    if (!document) return { kind: 'full', items: [] };
    const resultId = `${document.version}/${generation}`;
    if (previousResultId === resultId) return { kind: 'unchanged', resultId };
    return { kind: 'full', resultId, items: diagnose(document) };
  });

  connection.onCompletion(({ textDocument, position }) =>
    ask('completion', textDocument.uri, undefined, (document, file) => {
      const list = serviceOf(document.uri).complete(
        file,
        document.offsetAt(position),
        open.others(document.uri),
      );
      return list && toCompletionList(document, list, client);
    }),
  );

  connection.onCompletionResolve((item) =>
    guarded(log, 'completion details', item, () => {
      const value = typeof item.data === 'string' ? serviceOf().documentation(item.data) : undefined;
      return value ? { ...item, documentation: markup(value) } : item;
    }),
  );

  connection.onHover(({ textDocument, position }) =>
    ask('hover', textDocument.uri, undefined, (document, file): Hover | undefined => {
      const found = serviceOf(document.uri).hover(file, document.offsetAt(position));
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
    ask('status', uri, { policies: [], dataDate: catalogue.stamp.date }, (_, file) => status(uri, file)),
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
    noteText?.(document.getText().length);
    if (config.concerns(document.uri)) config.forget();
    scheduleDiagnostics(document.uri);
    if (isVsCodeClient()) notifyStatus(document.uri);
  });

  documents.onDidClose(({ document }) => {
    open.forget(document.uri);
    // What was not saved counts no more.
    if (config.concerns(document.uri)) config.forget();
    if (!client.pullDiagnostics) publisher.clear(document.uri);
  });

  const context: ServerContext = {
    connection,
    client: () => client,
    settings: config.settings,
    service: serviceOf,
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

  /** Which service does not matter where no document is asked about. */
  function serviceOf(uri = ''): PolicyService {
    return config.rules(uri).service;
  }

  function changed(): void {
    generation++;
    if (client.refreshDiagnostics) connection.languages.diagnostics.refresh();
    for (const { uri } of documents.all()) {
      scheduleDiagnostics(uri);
      if (isVsCodeClient()) notifyStatus(uri);
    }
    refreshAtAGlance(context);
  }

  /** For clients that do not ask. */
  function scheduleDiagnostics(uri: string): void {
    if (client.pullDiagnostics) return;
    if (config.isReady(uri)) publisher.schedule(uri);
    else void config.ready(uri).then(() => publisher.schedule(uri));
  }

  function read(document: TextDocument): PolicyFile {
    const { service, policyType } = config.rules(document.uri);
    const file = open.read(document, service, policyType);
    // The client reports JSON errors of the file itself, but none of a policy inside a string.
    return reportsSyntax ? file : { ...file, problems: [] };
  }

  function diagnose(document: TextDocument): Diagnostic[] {
    return guarded(log, 'diagnostics', [], () => {
      const { uri } = document;
      if (!config.settings(uri).enable) return [];
      const ofConfig = configDiagnostics(document, problemsOf(document), { reportsSyntax });
      const ofPolicies = findings(document, read(document)).map((finding) =>
        toDiagnostic(document, finding, `${RULE_PAGES}${finding.rule.id}.md`),
      );
      return [...ofConfig, ...ofPolicies];
    });
  }

  function problemsOf(document: TextDocument): readonly ConfigProblem[] {
    const { loaded } = config.rules(document.uri);
    return configProblemsOf(document, config.location(document.uri), loaded, today());
  }

  /** What the baseline knows is there, but nobody has to look at it now. */
  function findings({ uri }: TextDocument, file: PolicyFile): readonly LocatedFinding[] {
    const { service, known } = config.rules(uri);
    const all = service.validate(file);
    if (known.length === 0) return all;
    const old = new Set(compareWithBaseline(file.text, all, known).known);
    return all.map((finding) => (old.has(finding) ? { ...finding, severity: 'hint' } : finding));
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
    const service = serviceOf(document.uri);
    const actions = [...service.actions(file, textRange, wants)];
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
      ...(wants('quickfix') ? configActions(document, problemsOf(document), range, context.diagnostics) : []),
      ...(wants(SUPPRESS) ? suppressActions(service.validate(file), textRange, suppressContext()) : []),
    ];

    function suppressContext(): SuppressContext {
      const { uri } = document;
      const [nearest] = config.rules(uri).loaded?.files ?? [];
      const made = config.newConfig(uri);
      const target = nearest ?? (made === undefined ? undefined : { location: made, text: undefined });
      return { document, location: config.location(uri), target, diagnostics: context.diagnostics, client };
    }
  }

  /** Undefined where the document has changed since the action was offered. */
  function withEdit({ title, kind, data }: CodeAction): CodeAction | undefined {
    if (!data) return undefined;
    const { uri, version, range } = data as CodeActionData;
    const document = documents.get(uri);
    if (document?.version !== version) return undefined;
    const action = serviceOf(uri)
      .actions(read(document), range, (own) => own === kind)
      .find((own) => own.title === title && own.kind === kind);
    return action && toCodeAction(document, action, [], client);
  }

  function status(uri: string, file: PolicyFile): StatusResult {
    const { loaded } = config.rules(uri);
    return {
      policies: file.policies.map(({ type }) => type),
      dataDate: catalogue.stamp.date,
      ...(loaded ? { config: toUri(loaded.location) } : {}),
    };
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
    return document && config.settings(uri).enable
      ? guarded(log, what, fallback, () => answer(document, read(document)))
      : fallback;
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

const FIX_ALL = 'source.fixAll.iam';
const ORGANIZE = 'source.organize.iam';

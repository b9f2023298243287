import type { AccessLevel } from '../catalogue/catalogue.ts';
import type { PolicyType } from '../iam/policy-type.ts';
import type { Guard, NarrowingChoices, NarrowRequest, PolicyRequest } from '../service.ts';

/*
 * What VS Code's client and this server tell each other beyond LSP. Clients and servers carry different copies
 * of the protocol library, so methods are plain strings and no type of that library appears here.
 */

export type { AccessLevel, Guard, NarrowingChoices, PolicyType };

/** What `initializationOptions` may hold. */
export interface InitializationOptions {
  /** Whether this server reports JSON syntax errors; it does unless told not to. */
  readonly syntax?: 'report' | 'none';
  /** The client is our own: it runs VS Code's commands and wants to hear of status changes. */
  readonly editor?: 'vscode';
}

/** Request, client to server: which policies a document holds. */
export const STATUS_REQUEST = 'leastwise/status';

export interface StatusParams {
  readonly uri: string;
}

export interface StatusResult {
  /** In document order; empty for a document that holds no policy. */
  readonly policies: readonly PolicyStatus[];
  /** Day of the data about AWS, as in 2026-09-26. */
  readonly dataDate: string;
  /** URI of the configuration file that holds here; missing where none does. */
  readonly config?: string;
}

export interface PolicyStatus {
  readonly policyType: PolicyType;
  /** One sentence without the type: why it is taken for that type. */
  readonly reason: string;
  readonly source: 'inferred' | 'setting';
}

/** Notification, server to client: ask again for the status of this document. */
export const STATUS_CHANGED_NOTIFICATION = 'leastwise/statusChanged';

export interface StatusChangedParams {
  readonly uri: string;
}

/** Request, client to server, without parameters: the services that a new policy can be about, much used ones first. */
export const SERVICES_REQUEST = 'leastwise/services';

export interface ServiceChoice {
  /** `s3`. */
  readonly prefix: string;
  /** `Amazon S3`. */
  readonly name: string;
  /** Only those that have actions; deprecated ones do not count. */
  readonly accessLevels: readonly { readonly level: AccessLevel; readonly count: number }[];
}

/** Request, client to server: the actions of services. */
export const ACTIONS_REQUEST = 'leastwise/actions';

export interface ActionsParams {
  readonly servicePrefixes: readonly string[];
}

/** By service in the order asked for, then by access level and name. */
export type ActionsResult = readonly ActionChoice[];

export interface ActionChoice {
  readonly servicePrefix: string;
  /** Without prefix. */
  readonly name: string;
  readonly level: AccessLevel;
  /** Superseded by another; not among those of whole access levels. */
  readonly isDeprecated: boolean;
}

/** Request, client to server: a policy in snippet syntax that allows what was chosen. */
export const GENERATE_REQUEST = 'leastwise/generatePolicy';

export type GenerateParams = PolicyRequest;

export interface GenerateResult {
  /** Empty where something went wrong. */
  readonly snippet: string;
}

/** Request, client to server: what the statements that the range touches, else all, can be narrowed to. */
export const NARROWING_CHOICES_REQUEST = 'leastwise/narrowingChoices';

export interface NarrowingPlace {
  readonly uri: string;
  readonly range: LspRange;
}

/** A range of LSP. */
export interface LspRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Undefined, sent as null, where nothing can be narrowed. */
export type NarrowingChoicesResult = NarrowingChoices | null;

/** Request, client to server: read a log file of CloudTrail, or a report of what was used, into a collection. */
export const READ_USAGE_REQUEST = 'leastwise/readUsage';

export interface ReadUsageParams {
  /** A collection begins with its first file, and another one ends it. */
  readonly collection: string;
  /** JSON, or one JSON value a line. */
  readonly text: string;
}

export interface ReadUsageResult {
  /** Undefined if the text was read. */
  readonly problem?: 'no JSON' | 'no usage';
  /** Users, and roles of sessions, whose events the collection holds so far; ARNs. */
  readonly principals: readonly string[];
}

/** Request, client to server: the text of a document with some of its statements narrowed. */
export const NARROW_REQUEST = 'leastwise/narrow';

export interface NarrowParams extends NarrowingPlace {
  readonly choice: Omit<NarrowRequest, 'used' | 'statement' | 'range'>;
  readonly usage?: {
    readonly collection: string;
    /** One of the principals; all of them without it. */
    readonly principal?: string | undefined;
    readonly keepUnlogged: boolean;
  };
}

/** Sent as null where the document or the collection is gone. */
export interface NarrowResult {
  readonly before: string;
  readonly after: string;
  readonly edits: readonly { readonly range: LspRange; readonly newText: string }[];
  readonly actionsBefore: number;
  readonly actionsAfter: number;
  /** What became of each statement, and what the usage could not tell; sentences. */
  readonly notes: readonly string[];
}

/** The command of VS Code's client that asks what to narrow to; takes the URI and a range, or none for the selection. */
export const NARROW_COMMAND = 'leastwise.narrow';

/** `workspace/executeCommand` with the URI of an open document: what its policies allow, in Markdown, or null. */
export const EXPLAIN_COMMAND = 'leastwise.explain';

/** The command of VS Code's client that shows the explanation; takes the URI, or none for the active editor. */
export const EXPLAIN_POLICY_COMMAND = 'leastwise.explainPolicy';

/** First message to the web worker, before any LSP traffic: the data file, which a worker cannot read itself. */
export const CATALOGUE_MESSAGE = 'leastwise/catalogue';

export interface CatalogueMessage {
  readonly type: typeof CATALOGUE_MESSAGE;
  readonly bytes: ArrayBuffer;
}

/** Request, server to client: the text of a file that the server cannot read itself. */
export const READ_FILE_REQUEST = 'leastwise/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

/** Null where there is no such file. */
export type ReadFileResult = string | null;

/** The command of VS Code's client that shows where the reason of a new override is to be written: URI and place. */
export const WRITE_REASON_COMMAND = 'leastwise.writeReason';

import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { PolicyFile } from '../policy/policy-document.ts';
import type { PolicyService } from '../service.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Settings } from './settings.ts';

/** What a group of handlers needs of the server. What can change while it runs is a function. */
export interface ServerContext {
  readonly connection: Connection;
  readonly client: () => ClientFeatures;
  readonly settings: (uri: string) => Settings;
  /** For a document; without one for what has nothing to do with any. */
  readonly service: (uri?: string) => PolicyService;
  /** Answer about an open document; `fallback` for one that is not open, where it throws, and while we are off. */
  ask<T>(what: string, uri: string, fallback: T, answer: (document: TextDocument, file: PolicyFile) => T): T;
  /** In the format that the client shows. */
  markup(value: string): { readonly kind: 'markdown' | 'plaintext'; readonly value: string };
}

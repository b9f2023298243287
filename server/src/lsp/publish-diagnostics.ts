import type { Diagnostic } from 'vscode-languageserver';

export interface Publishing {
  readonly defer: (task: () => void) => void;
  /** Undefined for a document that was closed in the meantime. */
  readonly diagnose: (
    uri: string,
  ) => { readonly version: number; readonly diagnostics: Diagnostic[] } | undefined;
  readonly publish: (params: { uri: string; version?: number; diagnostics: Diagnostic[] }) => void;
}

export interface Publisher {
  schedule(uri: string): void;
  clear(uri: string): void;
}

/**
 * Send diagnostics to clients that do not ask for them: once per document and burst of changes, after the messages
 * that are already waiting, so that a completion never waits for a check.
 */
export function publishing({ defer, diagnose, publish }: Publishing): Publisher {
  const waiting = new Set<string>();
  return {
    schedule(uri) {
      if (waiting.has(uri)) return;
      waiting.add(uri);
      defer(() => {
        if (!waiting.delete(uri)) return;
        const result = diagnose(uri);
        if (result) publish({ uri, ...result });
      });
    },
    clear(uri) {
      waiting.delete(uri);
      publish({ uri, diagnostics: [] });
    },
  };
}

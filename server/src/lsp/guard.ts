/** Where a server writes what went wrong. */
export interface Log {
  error(message: string): void;
}

/** The answer of `compute`, or `fallback` where it throws: a defect costs one answer, never the server. */
export function guarded<T>(log: Log, what: string, fallback: T, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    log.error(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return fallback;
  }
}

/** Fail unless both are the same as JSON; Mocha prints the difference. */
export function equal(actual: unknown, expected: unknown): void {
  const [is, should] = [actual, expected].map((value) => JSON.stringify(value, undefined, 2));
  if (is === should) return;
  throw Object.assign(new Error('Not equal'), { actual: is, expected: should, showDiff: true });
}

/** Fail unless the list holds the value. */
export function includes<T>(list: readonly T[], value: T): void {
  if (!list.includes(value)) throw new Error(`${JSON.stringify(value)} is not in ${JSON.stringify(list)}`);
}

/** What `probe` returns as soon as that is something; fails when it takes too long. */
export async function until<T>(
  what: string,
  probe: () => T | undefined | false | PromiseLike<T | undefined | false>,
): Promise<T> {
  for (const end = Date.now() + 15_000; Date.now() < end; await pause(50)) {
    const value = await probe();
    if (value) return value;
  }
  throw new Error(`timed out waiting for ${what}`);
}

/** Polling is the only way: VS Code does not say when it has drawn or computed something. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A tab stop where it first stands. */
export interface TabStop {
  readonly stop: number;
  /** Undefined for one that has choices or nothing. */
  readonly text: string | undefined;
  /** Empty for one without choices. */
  readonly choices: readonly string[];
}

/** The tab stops of a snippet in the order of its text, each as it first stands. */
export function tabStops(body: string): readonly TabStop[] {
  const found = new Map<number, TabStop>();
  for (const { groups } of body.matchAll(SYNTAX)) {
    const { bare, stop: braced, text, choices } = groups as Groups;
    const stop = Number(bare ?? braced);
    if (Number.isNaN(stop) || found.has(stop)) continue;
    found.set(stop, { stop, text, choices: choices?.split(',') ?? [] });
  }
  return [...found.values()];
}

type Groups = Readonly<Record<'bare' | 'stop' | 'text' | 'choices', string | undefined>>;

const SYNTAX = /\\.|\$(?<bare>\d+)|\$\{(?<stop>\d+)(?::(?<text>[^$}\\]*)|\|(?<choices>[^|\\]*)\|)?\}/g;

import { expandActionPattern } from '../catalogue/action-pattern.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ExitCode, Terminal } from './program.ts';

interface ExpandContext {
  readonly terminal: Terminal;
  readonly catalogue: Catalogue;
}

/** Print what each pattern matches, in the order asked; 1 if one of them matches nothing. */
export function expand(
  patterns: readonly string[],
  format: 'text' | 'json',
  { terminal, catalogue }: ExpandContext,
): ExitCode {
  const expansions = patterns.map((pattern) => {
    const actions = expandActionPattern(catalogue, pattern);
    return { pattern, count: actions.length, actions };
  });
  if (format === 'json') {
    terminal.stdout.write(`${JSON.stringify(expansions, undefined, 2)}\n`);
  } else {
    for (const { actions } of expansions) for (const action of actions) terminal.stdout.write(`${action}\n`);
  }
  const empty = expansions.filter(({ count }) => count === 0);
  for (const { pattern } of empty) {
    terminal.stderr.write(`"${pattern}" matches no action in the data of ${catalogue.stamp.date}.\n`);
  }
  return empty.length > 0 ? 1 : 0;
}

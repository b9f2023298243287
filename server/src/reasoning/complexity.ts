import { memoized } from '../base/memo.ts';
import { parseConditionOperator } from '../iam/condition-operator.ts';
import type { Statement } from '../policy/statement.ts';

/** How much a reader has to keep in mind, as points, by where they come from. */
export interface Complexity {
  readonly statements: number;
  /** What is said by exclusion. */
  readonly negations: number;
  readonly conditions: number;
  /** Patterns whose wildcard is not just their end. */
  readonly patterns: number;
}

/** Three for `NotAction` and its like, which stand for all that is not written. */
const NEGATION = 3;

/**
 * Of one statement: a point for itself and one more for a Deny, three for each negated element, one for each condition
 * test and for each turn of its operator (negated, `IfExists`, a set operator), one for each pattern with an inner wildcard
 * or a policy variable. Remembered with the statement.
 */
export const complexityOf = memoized((statement: Statement): Complexity => {
  const negated = statement.members.filter(({ key }) => /^Not(?:Action|Principal|Resource)$/.test(key.text));
  const texts = [...statement.actions, ...statement.resources].map(({ text }) => text);
  return {
    statements: statement.effect === 'Deny' ? 2 : 1,
    negations: negated.length * NEGATION,
    conditions: statement.conditions.reduce((sum, { operator }) => sum + 1 + turnsOf(operator.text), 0),
    patterns: texts.filter((text) => /[*?][^*]|\$\{/.test(text)).length,
  };
});

function turnsOf(text: string): number {
  const parsed = parseConditionOperator(text);
  if (!parsed) return 0;
  return (
    Number(parsed.operator.isNegated) + Number(parsed.ifExists) + Number(parsed.setOperator !== undefined)
  );
}

/** All points together. */
export function totalOf({ statements, negations, conditions, patterns }: Complexity): number {
  return statements + negations + conditions + patterns;
}

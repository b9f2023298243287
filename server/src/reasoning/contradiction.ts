import type { Catalogue } from '../catalogue/catalogue.ts';
import { isAlwaysPresent } from '../iam/key-presence.ts';
import { isMultivalued } from '../iam/operand-fit.ts';
import type { Statement } from '../policy/statement.ts';
import { holdsWithoutKey, onlyBoolean } from './absent-key.ts';
import { type ConditionTest, conditionTests } from './condition-tests.ts';
import { areDisjoint } from './value-set.ts';

/** Two tests of a statement that hold together for no request. */
export interface Contradiction {
  readonly first: ConditionTest;
  readonly second: ConditionTest;
  /** No value passes both; the one wants the key absent; or no request has both keys. */
  readonly reason: 'values' | 'absence' | 'network';
}

/** The first pair of tests, in the order written, that provably cannot hold together. */
export function contradiction(statement: Statement, catalogue: Catalogue): Contradiction | undefined {
  if (statement.conditions.length < 2) return undefined;
  const tests = conditionTests(statement, catalogue).slice(0, MAX_TESTS);
  for (const [index, second] of tests.entries()) {
    for (const first of tests.slice(0, index)) {
      const reason = reasonAgainst(first, second);
      if (reason) return { first, second, reason };
    }
  }
  return undefined;
}

/** No statement that somebody wrote has more; a generated one must not cost seconds. */
const MAX_TESTS = 50;

function reasonAgainst(a: ConditionTest, b: ConditionTest): Contradiction['reason'] | undefined {
  if (nameOf(a) !== nameOf(b)) return isNetworkPair(a, b) || isNetworkPair(b, a) ? 'network' : undefined;
  // A key that stands twice under one operator is another mistake.
  if (!a.operator || !b.operator || a.entry.operator === b.entry.operator) return undefined;
  if (wantsAbsence(a) || wantsAbsence(b)) {
    return holdsWithoutKey(a) === false || holdsWithoutKey(b) === false ? 'absence' : undefined;
  }
  if (holdsForAbsent(a, b) || !seeTheSameValue(a, b) || isNow(nameOf(a))) return undefined;
  return areDisjoint(a, b) ? 'values' : undefined;
}

/** Windows of time are judged as such, see `date-condition-expired`. */
const isNow = (name: string): boolean => name === 'aws:currenttime' || name === 'aws:epochtime';

const nameOf = ({ entry }: ConditionTest): string => entry.key.text.toLowerCase();

/** Requests that come through a VPC endpoint lack the one, all others the other. */
function isNetworkPair(a: ConditionTest, b: ConditionTest): boolean {
  return (
    nameOf(a) === 'aws:sourceip' &&
    /^aws:(?:sourcevpc|sourcevpce|sourcevpcarn|vpcsourceip)$/.test(nameOf(b)) &&
    holdsWithoutKey(a) === false &&
    holdsWithoutKey(b) === false
  );
}

function wantsAbsence(test: ConditionTest): boolean {
  const { operator } = test;
  return operator?.operator.name === 'Null' && !operator.setOperator && onlyBoolean(test) === true;
}

function holdsForAbsent(a: ConditionTest, b: ConditionTest): boolean {
  return holdsWithoutKey(a) !== false && holdsWithoutKey(b) !== false && !isAlwaysPresent(nameOf(a));
}

/** Of a multivalued key, one value that some test demands must pass what the other demands of all. */
function seeTheSameValue({ key, operator: one }: ConditionTest, { operator: other }: ConditionTest): boolean {
  if (!key) return false;
  if (!isMultivalued(key.type)) return true;
  const sets = [one?.setOperator, other?.setOperator];
  return sets.includes('ForAnyValue') && sets.includes('ForAllValues');
}

import type { Catalogue } from '../catalogue/catalogue.ts';
import { keyPresence } from '../iam/key-presence.ts';
import type { Statement } from '../policy/statement.ts';
import { type ConditionTest, conditionTests } from './condition-tests.ts';

/**
 * Whether a test holds for a request that lacks its key; undefined where AWS does not say, or the value of a `Null` is
 * not known.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function holdsWithoutKey(test: ConditionTest): boolean | undefined {
  if (!test.operator) return undefined;
  const { setOperator, ifExists, operator } = test.operator;
  if (setOperator === 'ForAllValues') return true;
  if (operator.name === 'Null') return setOperator ? false : onlyBoolean(test);
  return ifExists || (setOperator === undefined && operator.isNegated);
}

/** The value of a test that has a single one, `true` or `false` in any case; undefined for anything else. */
export function onlyBoolean({ values, isKnown }: ConditionTest): boolean | undefined {
  const [value, ...others] = values;
  if (!value || others.length > 0 || !isKnown) return undefined;
  const text = value.kind === 'string' ? value.text.toLowerCase() : String(value.value);
  if (text === 'true') return true;
  return text === 'false' ? false : undefined;
}

/**
 * Whether the statement applies only to requests that carry the key of a test, because of some other test. Keys that the
 * same requests lack stand for each other.
 */
export function isKeyDemanded(test: ConditionTest, statement: Statement, catalogue: Catalogue): boolean {
  return conditionTests(statement, catalogue).some(
    (other) => other !== test && holdsWithoutKey(other) === false && comeTogether(other, test),
  );
}

/** A tag in the request has its key in `aws:TagKeys`; who has an age of MFA has used it. */
function comeTogether(demanded: ConditionTest, wanted: ConditionTest): boolean {
  const [a, b] = [demanded.entry.key.text.toLowerCase(), wanted.entry.key.text.toLowerCase()];
  if (a === b || (b === 'aws:tagkeys' && a.startsWith('aws:requesttag/'))) return true;
  if (a === 'aws:multifactorauthage' && b === 'aws:multifactorauthpresent') return true;
  if (a.includes('/') || b.includes('/')) return false;
  const lacking = keyPresence(b)?.lacking;
  return lacking !== undefined && keyPresence(a)?.lacking === lacking;
}

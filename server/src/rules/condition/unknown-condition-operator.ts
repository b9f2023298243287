import type { Catalogue } from '../../catalogue/catalogue.ts';
import { isBooleanText } from '../../iam/boolean-value.ts';
import { parseConditionOperator } from '../../iam/condition-operator.ts';
import { statementElement } from '../../iam/element.ts';
import { meantOperators } from '../../iam/meant-operator.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { Statement } from '../../policy/statement.ts';
import { member, type ObjectValue, type StringValue } from '../../policy/value.ts';
import { valueText } from '../../policy/value-text.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { changeToEach } from '../change-to.ts';
import { useOperator } from '../condition-fixes.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * AWS rejects a policy whose condition names an operator that does not exist. There are 27 of them, each with
 * `ForAllValues:` or `ForAnyValue:` before it and, except for `Null`, `IfExists` behind it. There is no `StringIn`, since
 * every operator takes a list of values, no `NotBool` and no `StringLikeIgnoreCase`.
 */
export const unknownConditionOperator = defineRule({
  id: 'unknown-condition-operator',
  scope: 'statement',
  severity: 'error',
  category: 'correctness',
  summary: 'Condition operator does not exist',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  equivalents: {
    accessAnalyzer: ['INVALID_CONDITION_OPERATOR'],
    parliament: ['UNKNOWN_OPERATOR'],
    cfnLint: ['E3510'],
  },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEqual": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
    },
    {
      bad: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotIn": { "aws:RequestedRegion": ["eu-west-1", "eu-central-1"] } }',
      good: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": ["eu-west-1", "eu-central-1"] } }',
    },
  ],

  *check({ statement, catalogue }) {
    const condition = statement.element('Condition')?.value;
    if (condition?.kind !== 'object') return;
    for (const { key, value } of condition.members) {
      if (value?.kind !== 'object' || !isUnknown(key.text) || isTurnedRound(key.text, value)) continue;
      yield {
        range: key.range,
        message: `There is no condition operator "${key.text}".`,
        fixes: () => repairs(statement, catalogue, key),
      };
    }
  },
});

/** `NullIfExists` and white space around a name have rules of their own, and an element is only in the wrong place. */
function isUnknown(text: string): boolean {
  return !(
    parseConditionOperator(text.trim()) ||
    /(?:^|:)NullIfExists$/i.test(text) ||
    statementElement(text) ||
    isDynamic(text)
  );
}

/** `"aws:SourceIp": { "IpAddress": … }` is one of the slips of `condition-shape`. */
function isTurnedRound(text: string, { members }: ObjectValue): boolean {
  return (
    text.includes(':') &&
    members.length > 0 &&
    members.every(({ key }) => parseConditionOperator(key.text) !== undefined)
  );
}

function repairs(statement: Statement, catalogue: Catalogue, key: StringValue): readonly Fix[] {
  const tests = conditionTests(statement, catalogue).filter(({ entry }) => entry.operator === key);
  if (tests.length === 0) return renameEmpty(statement, key);
  const moved = tests.map(({ entry }) => ({ entry }));
  const names = meantOperators(
    key.text,
    tests.flatMap((test) => test.key?.type ?? []),
  );
  const renamed = names.flatMap((name, index) =>
    useOperator(statement, moved, name, {
      keepsAccess: false,
      ...(index === 0 && { isPreferred: true as const }),
    }),
  );
  return renamed.length > 0 ? renamed : oppositeBoolean(statement, key.text, tests);
}

/** An operator that is there already is no name for another block. */
function renameEmpty(statement: Statement, key: StringValue): readonly Fix[] {
  const condition = statement.element('Condition')?.value;
  const names = meantOperators(key.text, []).filter((name) => !member(condition, name));
  return changeToEach(key, names);
}

/** There is no `NotBool` and no `NotNull`; the opposite value asks the same. */
function oppositeBoolean(
  statement: Statement,
  operator: string,
  tests: readonly ConditionTest[],
): readonly Fix[] {
  const values = tests.flatMap((test) => test.values);
  const isWhole = values.length === tests.length && values.every((value) => isBooleanText(valueText(value)));
  const [, negated = ''] = /^(?:Is)?(Not(?:Bool|Null)|BoolNot)/i.exec(operator) ?? [];
  if (negated === '' || !isWhole) return [];
  const moved = tests.map(({ entry, values: [value] }) => ({
    entry,
    values: value && valueText(value).toLowerCase() === 'true' ? '"false"' : '"true"',
  }));
  const name = /null/i.test(negated) ? 'Null' : 'Bool';
  const title = `Change to "${name}" with the opposite value`;
  return useOperator(statement, moved, name, { title, keepsAccess: false, isPreferred: true });
}

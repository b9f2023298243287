import { closest } from '../../base/edit-distance.ts';
import { type ConditionValueSet, conditionValueSet } from '../../iam/condition-value.ts';
import { conditionTests } from '../../reasoning/condition-tests.ts';
import { type LiteralValue, literalValues } from '../../reasoning/literal-values.ts';
import { changeToAny, changeToEach } from '../change-to.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * Some condition keys hold one of a few values that AWS documents, such as `aws:kms` for
 * `s3:x-amz-server-side-encryption`. Another text never matches. Case counts, unless the operator ignores it.
 *
 * Of keys whose list grows only texts are reported that are a known value in another spelling.
 */
export const enumValue = defineRule({
  id: 'enum-value',
  scope: 'statement',
  severity: 'warning',
  category: 'correctness',
  summary: 'Value that the condition key never has',
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html',
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "s3:PutObject", "Resource": "*", "Condition": { "StringNotEquals": { "s3:x-amz-server-side-encryption": "AWS:KMS" } }',
      good: '"Effect": "Deny", "Action": "s3:PutObject", "Resource": "*", "Condition": { "StringNotEquals": { "s3:x-amz-server-side-encryption": "aws:kms" } }',
    },
    {
      bad: '"Effect": "Deny", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringNotEquals": { "ec2:MetadataHttpTokens": "require" } }',
      good: '"Effect": "Deny", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringNotEquals": { "ec2:MetadataHttpTokens": "required" } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (!statement.conditions.some(({ key }) => conditionValueSet(key.text))) return;
    for (const test of conditionTests(statement, catalogue)) {
      const key = test.entry.key.text;
      const set = conditionValueSet(key);
      const operator = test.operator?.operator;
      if (!set || operator?.operand !== 'String') continue;
      for (const literal of literalValues(test)) {
        if (!isWrong(literal.text, set, operator.name.endsWith('IgnoreCase'))) continue;
        yield {
          range: literal.value.range,
          message: `"${key}" never has the value "${literal.text}".${known(set)}`,
          fixes: () => repairs(literal, set),
        };
      }
    }
  },
});

function isWrong(text: string, { values, isClosed }: ConditionValueSet, ignoresCase: boolean): boolean {
  const isKnown = ignoresCase
    ? values.some((value) => value.toLowerCase() === text.toLowerCase())
    : values.includes(text);
  return !isKnown && (isClosed || values.some((value) => letters(value) === letters(text)));
}

function known({ values, isClosed }: ConditionValueSet): string {
  if (!isClosed || values.length > 5) return '';
  const quoted = values.map((value) => `"${value}"`);
  return ` It is ${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}.`;
}

function repairs({ value, text }: LiteralValue, { values }: ConditionValueSet): readonly Fix[] {
  const alike = values.filter((known) => letters(known) === letters(text));
  const near = [...new Set([...alike, ...closest(text, values)])].slice(0, 3);
  if (near.length > 0) return changeToEach(value, near);
  return values.length > 3 ? [] : changeToAny(value, values);
}

/** What is left of a value when case and separators do not count. */
const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

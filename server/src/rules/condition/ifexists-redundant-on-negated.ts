import { operatorName } from '../../iam/operator-name.ts';
import { partOf } from '../../policy/value.ts';
import { conditionTests } from '../../reasoning/condition-tests.ts';
import { useOperator } from '../condition-fixes.ts';
import { defineRule } from '../rule.ts';

/**
 * A negated test, such as `StringNotEquals` or `NotIpAddress`, already holds for requests that lack the key: a Deny with
 * it denies them, an Allow allows them. `IfExists` changes nothing about that. AWS's examples of data perimeters keep it
 * as a reminder, so this is said on demand only.
 *
 * With `ForAnyValue` the suffix does count; with `ForAllValues` the rule `forallvalues-with-ifexists` speaks.
 */
export const ifexistsRedundantOnNegated = defineRule({
  id: 'ifexists-redundant-on-negated',
  scope: 'statement',
  mentions: ['ifexists'],
  severity: 'hint',
  category: 'style',
  summary: 'IfExists adds nothing to a negated operator',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  isOptIn: true,
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } }',
      good: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "StringNotEquals": { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } }',
    },
  ],

  *check({ statement, catalogue }) {
    const tests = conditionTests(statement, catalogue);
    for (const [index, { entry, operator }] of tests.entries()) {
      if (!operator?.ifExists || operator.setOperator || !operator.operator.isNegated) continue;
      // One finding for all keys of an operator.
      if (tests[index - 1]?.entry.operator === entry.operator) continue;
      const { text } = entry.operator;
      const shared = tests.filter((other) => other.entry.operator === entry.operator);
      const moved = shared.map((other) => ({ entry: other.entry }));
      yield {
        range: partOf(entry.operator, text.length - 'IfExists'.length, text.length),
        message: '"IfExists" adds nothing: a negated test already holds for requests that lack the key.',
        isUnnecessary: true,
        fixes: () =>
          useOperator(statement, moved, operatorName({ ...operator, ifExists: false }), {
            keepsAccess: true,
            isPreferred: true,
          }),
      };
    }
  },
});

import { operatorName } from '../../iam/operator-name.ts';
import { partOf } from '../../policy/value.ts';
import { conditionTests } from '../../reasoning/condition-tests.ts';
import { useOperator } from '../condition-fixes.ts';
import { defineRule } from '../rule.ts';

/**
 * `ForAllValues` holds for requests that lack the key, and so does `IfExists`. Together they say the same thing twice;
 * a reader may take the suffix for the only reason why such requests pass.
 */
export const forallvaluesWithIfexists = defineRule({
  id: 'forallvalues-with-ifexists',
  scope: 'statement',
  mentions: ['forallvalues'],
  severity: 'warning',
  category: 'correctness',
  summary: 'IfExists adds nothing to ForAllValues',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "ForAllValues:StringNotLikeIfExists": { "aws:PrincipalOrgPaths": "o-exampleorgid/*" } }',
      good: '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "ForAllValues:StringNotLike": { "aws:PrincipalOrgPaths": "o-exampleorgid/*" } }',
    },
  ],

  *check({ statement, catalogue }) {
    const tests = conditionTests(statement, catalogue);
    for (const [index, { entry, operator }] of tests.entries()) {
      if (operator?.setOperator !== 'ForAllValues' || !operator.ifExists) continue;
      // One finding for all keys of an operator.
      if (tests[index - 1]?.entry.operator === entry.operator) continue;
      const { text } = entry.operator;
      const shared = tests.filter((other) => other.entry.operator === entry.operator);
      const moved = shared.map((other) => ({ entry: other.entry }));
      yield {
        range: partOf(entry.operator, text.length - 'IfExists'.length, text.length),
        message: '"IfExists" adds nothing: ForAllValues already holds for requests that lack the key.',
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

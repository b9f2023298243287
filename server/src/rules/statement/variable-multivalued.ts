import { findConditionKey } from '../../catalogue/find-condition-key.ts';
import { isMultivalued } from '../../iam/operand-fit.ts';
import { variablesOf } from '../../policy/policy-variable.ts';
import { defineRule } from '../rule.ts';

/**
 * A policy variable stands for one text. Keys of which a request may carry several values, such as `aws:TagKeys` and
 * `aws:PrincipalOrgPaths`, cannot be filled in; test them in a condition with `ForAnyValue` or `ForAllValues`.
 */
export const variableMultivalued = defineRule({
  id: 'variable-multivalued',
  scope: 'statement',
  mentions: ['${'],
  severity: 'error',
  category: 'correctness',
  summary: 'Key with several values is no policy variable',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  noFix: 'Which of the values was meant has to be tested in a condition.',
  examples: [
    {
      bad: '"Condition": { "StringLike": { "aws:ResourceTag/owner": "${aws:PrincipalOrgPaths}*" } }',
      good: '"Condition": { "StringLike": { "aws:ResourceTag/owner": "${aws:PrincipalOrgID}*" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const variable of variablesOf(statement)) {
      const name = variable.name.trim();
      const key = variable.isClosed ? findConditionKey(name, catalogue) : undefined;
      if (!key || !isMultivalued(key.type)) continue;
      yield {
        range: variable.range,
        message: `"${name}" may have several values, so AWS cannot fill it in.`,
      };
    }
  },
});

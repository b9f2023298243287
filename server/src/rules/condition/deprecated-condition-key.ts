import { supersededKey } from '../../iam/superseded-condition-key.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { renameKey } from '../rename-key.ts';
import { defineRule } from '../rule.ts';

/**
 * AWS has given these keys another name. `aws:ARN` is withdrawn: it is `aws:PrincipalArn` for the caller, and
 * `aws:SourceArn` for the resource on whose behalf a service calls. Of the others some hold a name where their
 * successor holds an ARN, so the values need a look, too.
 */
export const deprecatedConditionKey = defineRule({
  id: 'deprecated-condition-key',
  scope: 'statement',
  severity: 'warning',
  category: 'correctness',
  summary: 'Condition key is superseded by another one',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: {
    accessAnalyzer: ['DEPRECATED_GLOBAL_CONDITION_KEY', 'UNSUPPORTED_GLOBAL_CONDITION_KEY'],
  },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ArnLike": { "aws:ARN": "arn:aws:iam::111122223333:role/app" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/app" } }',
    },
  ],

  *check({ statement }) {
    for (const entry of statement.conditions) {
      const { text, range } = entry.key;
      const superseded = supersededKey(text);
      if (!superseded || isDynamic(text)) continue;
      const { successor } = superseded;
      const names = successor === 'aws:PrincipalArn' ? [successor, 'aws:SourceArn'] : [successor];
      yield {
        range,
        message: `"${text}" is deprecated; use "${successor}".`,
        fixes: () => renameKey(statement, entry, names),
      };
    }
  },
});

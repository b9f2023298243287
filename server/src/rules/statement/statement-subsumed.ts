import { statementTitle } from '../../policy/statement-title.ts';
import { containedStatements } from '../../reasoning/statement-containment.ts';
import { defineRule } from '../rule.ts';
import { deletePlaced, effectRange } from '../whole-statement.ts';

/**
 * A statement has no effect where another one with the same Effect matches all that it matches: the same or wider
 * actions, resources and principals, and the same conditions, or fewer. It can be deleted, or the wider one is not
 * what was meant.
 *
 * Only what is certain for every request is reported. Two equal statements are `duplicate-statement`.
 */
export const statementSubsumed = defineRule({
  id: 'statement-subsumed',
  scope: 'policy',
  severity: 'information',
  category: 'style',
  summary: 'Another statement matches all that this one does',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html',
  examples: [
    {
      bad: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::app/*" }, { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::app/public/*" }] }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::app/*" }] }',
    },
  ],

  *check({ policy }) {
    for (const { inner, outer } of containedStatements(policy)) {
      const verb = inner.statement.effect === 'Deny' ? 'denies' : 'allows';
      const title = statementTitle(outer);
      yield {
        range: effectRange(inner),
        message: `${title.charAt(0).toUpperCase()}${title.slice(1)} ${verb} all that this statement ${verb}.`,
        isUnnecessary: true,
        fixes: () => deletePlaced(policy, inner),
      };
    }
  },
});

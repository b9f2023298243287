import { insertElement } from '../../policy/insert-element.ts';
import type { Statement } from '../../policy/statement.ts';
import { mayHave } from '../../policy/stray-element.ts';
import { type LikelyPrincipal, likelyPrincipals } from '../likely-principals.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * A policy that is attached to a resource or a role says whom each statement is about; AWS rejects a statement without
 * `Principal` or `NotPrincipal` there.
 */
export const missingPrincipal = defineRule({
  id: 'missing-principal',
  scope: 'statement',
  severity: 'error',
  category: 'syntax',
  summary: 'Statement has no Principal',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  equivalents: { accessAnalyzer: ['MISSING_PRINCIPAL'], cfnLint: ['E3512', 'E3530'] },
  policyTypes: ['resource', 'trust', 'rcp', 'endpoint'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "sts:AssumeRole"',
      good: '"Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole"',
      policyType: 'trust',
    },
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
      good: '"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
      policyType: 'resource',
    },
  ],

  *check({ statement, policyType, catalogue }) {
    if (statement.isBroken || mayHave(statement, 'Principal', 'NotPrincipal')) return;
    yield {
      range: statement.members[0]?.key.range ?? { start: 0, end: 1 },
      message: 'This statement has no Principal; say whom it is about.',
      isAbsence: true,
      fixes: () => likelyPrincipals(statement, policyType, catalogue).map((fix) => insert(statement, fix)),
    };
  },
});

function insert(statement: Statement, { name, value }: LikelyPrincipal): Fix {
  const edits = [insertElement(statement, 'Principal', value)];
  return { title: `Insert "Principal" for ${name}`, keepsAccess: false, isSnippet: true, edits };
}

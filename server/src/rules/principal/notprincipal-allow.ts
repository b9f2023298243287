import type { Statement } from '../../policy/statement.ts';
import { exceptInCondition } from '../except-principals.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * `NotPrincipal` with Allow lets in everyone but those it lists, people without an AWS account included. AWS does not
 * support the combination. Name those who are allowed, or, if the rest of the world is really meant, say so with
 * `"Principal": "*"` and a condition.
 */
export const notprincipalAllow = defineRule({
  id: 'notprincipal-allow',
  scope: 'statement',
  effect: 'Allow',
  mentions: ['notprincipal'],
  severity: 'warning',
  category: 'security',
  summary: 'Everyone is allowed but those who are listed',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
  equivalents: {
    accessAnalyzer: ['ALLOW_WITH_NOT_PRINCIPAL'],
    parliament: ['NOTPRINCIPAL_WITH_ALLOW'],
  },
  policyTypes: ['resource'],
  examples: [
    {
      policyType: 'resource',
      bad: '"Effect": "Allow", "NotPrincipal": { "AWS": "arn:aws:iam::111122223333:user/Bob" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
      good: '"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
    },
  ],

  *check({ statement }) {
    const element = statement.element('NotPrincipal');
    if (!element || statement.element('Principal')) return;
    yield {
      range: element.key.range,
      message: 'An Allow with NotPrincipal lets in everyone who is not listed, with an account or without.',
      fixes: () => [...nameThem(statement), ...exceptInCondition(statement)],
    };
  },
});

function nameThem(statement: Statement): readonly Fix[] {
  const element = statement.element('NotPrincipal');
  if (!element?.value) return [];
  const edits = [
    { range: element.key.range, newText: '"Principal"' },
    { range: element.value.range, newText: '{ "AWS": "arn:aws:iam::${1:111122223333}:root" }' },
  ];
  return [{ title: 'Name who is allowed', keepsAccess: false, isSnippet: true, edits }];
}

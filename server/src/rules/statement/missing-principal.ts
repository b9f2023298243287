import type { PolicyType } from '../../iam/policy-type.ts';
import { insertElement } from '../../policy/insert-element.ts';
import type { Statement } from '../../policy/statement.ts';
import { mayHave } from '../../policy/stray-element.ts';
import { defineRule, type Fix } from '../rule.ts';
import { principalSkeleton } from '../statement-skeleton.ts';

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

  *check({ statement, policyType }) {
    if (statement.isBroken || mayHave(statement, 'Principal', 'NotPrincipal')) return;
    yield {
      range: statement.members[0]?.key.range ?? { start: 0, end: 1 },
      message: 'This statement has no Principal; say whom it is about.',
      isAbsence: true,
      fixes: () => likelyPrincipals(statement, policyType).map((fix) => insert(statement, fix)),
    };
  },
});

/** What the fix inserts, in snippet syntax, and what it is called. */
type LikelyPrincipal = readonly [name: string, value: string];

function likelyPrincipals(statement: Statement, policyType: PolicyType): readonly LikelyPrincipal[] {
  const usual = principalSkeleton(policyType);
  if (policyType === 'resource') {
    const account = ['an account', usual] as const;
    return statement.effect === 'Deny' ? [EVERYONE, account] : [account, SERVICE];
  }
  if (policyType !== 'trust') return [EVERYONE];
  const actions = statement.actions.map(({ text }) => text.toLowerCase());
  if (actions.includes('sts:assumerolewithsaml'))
    return [['a SAML provider', provider('saml', 'provider-name')]];
  if (actions.includes('sts:assumerolewithwebidentity')) {
    return [['an OIDC provider', provider('oidc', 'token.actions.githubusercontent.com')]];
  }
  return [SERVICE, ['an account', principalSkeleton('resource')]];
}

const EVERYONE: LikelyPrincipal = ['everyone', '"*"'];

const SERVICE: LikelyPrincipal = ['a service', principalSkeleton('trust')];

function provider(kind: 'saml' | 'oidc', name: string): string {
  return `{ "Federated": "arn:aws:iam::\${1:111122223333}:${kind}-provider/\${2:${name}}" }`;
}

function insert(statement: Statement, [name, value]: LikelyPrincipal): Fix {
  const edits = [insertElement(statement, 'Principal', value)];
  return { title: `Insert "Principal" for ${name}`, keepsAccess: false, isSnippet: true, edits };
}

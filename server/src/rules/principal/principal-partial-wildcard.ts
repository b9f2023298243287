import type { PolicyType } from '../../iam/policy-type.ts';
import { principalType } from '../../iam/principal-type.ts';
import { type PrincipalString, principalStrings } from '../../policy/principal-strings.ts';
import type { Statement } from '../../policy/statement.ts';
import { changeToAny, changeToEach } from '../change-to.ts';
import { namePrincipal } from '../principal-fixes.ts';
import { testPrincipalArn } from '../principal-pattern.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * In a principal `*` stands for everyone or for nothing: AWS rejects a pattern of names, of sessions or of services. To
 * match roles by a pattern, name their account and test `aws:PrincipalArn` with `ArnLike`. A role stands for all of its
 * sessions.
 */
export const principalPartialWildcard = defineRule({
  id: 'principal-partial-wildcard',
  scope: 'statement',
  mentions: ['*', '?'],
  severity: 'error',
  category: 'correctness',
  summary: 'Wildcard in the name of a principal',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  equivalents: {
    accessAnalyzer: ['UNSUPPORTED_WILDCARD_IN_PRINCIPAL'],
    parliament: ['UNKNOWN_PRINCIPAL'],
  },
  policyTypes: ['resource', 'trust', 'endpoint'],
  examples: [
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/app-*" }, "Action": "sts:AssumeRole"',
      good: '"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole", "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/app-*" } }',
    },
  ],

  *check({ statement, policyType }) {
    for (const principal of principalStrings(statement)) {
      const { type, text, range } = principal;
      if (!/[*?]/.test(text) || !principalType(type)) continue;
      if (text === '*' && mayBeEveryone(type, policyType)) continue;
      yield {
        range,
        message: `"${text}" is a pattern, and AWS accepts none ${text === '*' ? `under "${type}"` : 'in a principal'}.`,
        fixes: () => (type === 'AWS' ? ofAws(statement, principal) : ofOther(principal)),
      };
    }
  },
});

/** AWS's own endpoint policies for STS name `{ "Federated": "*" }`; unless told, they pass for those of a resource. */
function mayBeEveryone(type: string, policyType: PolicyType): boolean {
  return type === 'AWS' || policyType === 'endpoint' || (type === 'Federated' && policyType === 'resource');
}

function ofAws(statement: Statement, principal: PrincipalString): readonly Fix[] {
  const { text, value } = principal;
  const [, partition, account = '', role] =
    /^arn:([^:]*):sts::([^:]*):assumed-role\/([^/*?]+)\/\*+$/.exec(text) ?? [];
  if (role !== undefined && /^\d{12}$/.test(account)) {
    return changeToEach(value, [`arn:${partition}:iam::${account}:role/${role}`]);
  }
  const [, ofAccount] = /^(arn:[^:]*:iam::\d{12}):\*+$/.exec(text) ?? [];
  if (ofAccount !== undefined) return changeToEach(value, [`${ofAccount}:root`]);
  if (/^arn:[^:]*:iam::\*:(?:root|\*)$/.test(text)) {
    return [
      ...namePrincipal(principal, ['arn:aws:iam::${1:111122223333}:root']),
      ...changeToAny(value, ['*']),
    ];
  }
  const known = /^arn:[^:]*:[^:]*::(\d{12}):/.exec(text)?.[1] ?? '111122223333';
  return [
    ...testPrincipalArn(statement, principal),
    ...namePrincipal(principal, [`arn:aws:iam::\${1:${known}}:role/\${2:role-name}`]),
  ];
}

/** `logs.*.amazonaws.com` is `logs.amazonaws.com` everywhere. */
function ofOther(principal: PrincipalString): readonly Fix[] {
  const { type, text, value } = principal;
  if (type === 'Service') {
    const name = text.replace(/\.?\*+(?=\.|$)/g, '').replace(/^\./, '');
    return /^[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(name) && name.split('.')[0] !== 'amazonaws'
      ? changeToEach(value, [name])
      : namePrincipal(principal, ['${1:ec2.amazonaws.com}']);
  }
  if (type === 'Federated') {
    return namePrincipal(principal, ['arn:aws:iam::${1:111122223333}:oidc-provider/${2:idp.example.com}']);
  }
  return namePrincipal(principal, ['${1:canonical-user-id}']);
}

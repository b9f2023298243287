import { type PolicyType, takesPrincipal } from '../../iam/policy-type.ts';

/** A new statement with the elements that this type of policy demands, in snippet syntax. */
export function statementSnippet(policyType: PolicyType, effect: 'Allow' | 'Deny' = 'Allow'): string {
  const lines = [`"Effect": "${effect}"`];
  if (policyType === 'rcp') lines.push('"Principal": "*"');
  else if (policyType === 'trust') lines.push('"Principal": { "Service": "${2:ec2.amazonaws.com}" }');
  else if (takesPrincipal(policyType))
    lines.push('"Principal": { "AWS": "${2:arn:aws:iam::111122223333:root}" }');
  lines.push('"Action": ["$1"]');
  if (policyType !== 'trust') lines.push('"Resource": "$3"');
  return `{\n\t${lines.join(',\n\t')}\n}$0`;
}

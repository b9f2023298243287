import { type PolicyType, takesPrincipal } from '../iam/policy-type.ts';

/** A whole statement on one line, in snippet syntax; with every default kept it is valid for this type of policy. */
export function statementSkeleton(policyType: PolicyType): string {
  const isCeiling = policyType === 'scp' || policyType === 'rcp';
  const members = [`"Effect": "${isCeiling ? 'Deny' : '${1|Allow,Deny|}'}"`];
  if (takesPrincipal(policyType)) members.push(`"Principal": ${principalSkeleton(policyType, 2)}`);
  const action = policyType === 'trust' ? 'sts:AssumeRole' : 's3:GetObject';
  members.push(`"Action": "\${3:${action}}"`);
  const resource = isCeiling || policyType === 'endpoint' ? '*' : 'arn:aws:s3:::amzn-s3-demo-bucket/*';
  if (policyType !== 'trust') members.push(`"Resource": "\${4:${resource}}"`);
  return `{ ${members.join(', ')} }`;
}

/** The value of `Principal` as this type of policy usually has it, in snippet syntax. */
export function principalSkeleton(policyType: PolicyType, stop = 1): string {
  if (policyType === 'trust') return `{ "Service": "\${${stop}:ec2.amazonaws.com}" }`;
  if (policyType === 'rcp' || policyType === 'endpoint') return '"*"';
  return `{ "AWS": "arn:aws:iam::\${${stop}:111122223333}:root" }`;
}

import type { PolicyType } from '../../server/src/iam/policy-type.ts';

interface Oversized {
  readonly policyType: PolicyType;
  readonly text: string;
}

/** A policy that is too long and has no other defect, for each code of Access Analyzer about sizes. */
export const OVERSIZED: Readonly<Record<string, Oversized>> = {
  POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA: {
    policyType: 'identity',
    text: policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: objects(6_144) }),
  },
  POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA: {
    policyType: 'resource',
    text: policy({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 's3:GetObject',
      Resource: objects(20_480),
    }),
  },
  POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA: {
    policyType: 'trust',
    text: policy({
      Effect: 'Allow',
      Principal: { AWS: numbered(2_048, (number) => `arn:aws:iam::111122223333:role/app-${number}`) },
      Action: 'sts:AssumeRole',
    }),
  },
  POLICY_SIZE_EXCEEDS_SCP_QUOTA: {
    policyType: 'scp',
    text: policy({ Effect: 'Deny', Action: 's3:DeleteObject', Resource: objects(10_240) }),
  },
  POLICY_SIZE_EXCEEDS_RCP_QUOTA: {
    policyType: 'rcp',
    text: policy({ Effect: 'Deny', Principal: '*', Action: 's3:DeleteObject', Resource: objects(5_120) }),
  },
};

function policy(statement: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

/** Object ARNs of one bucket that are longer together than `length`. */
function objects(length: number): readonly string[] {
  return numbered(length, (number) => `arn:aws:s3:::reports-of-sales/${number}/*`);
}

function numbered(length: number, entry: (number: number) => string): readonly string[] {
  const entries: string[] = [];
  for (let total = 0; total <= length; total += entries.at(-1)?.length ?? 0)
    entries.push(entry(entries.length));
  return entries;
}

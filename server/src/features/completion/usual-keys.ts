import { everyone } from '../../policy/everyone.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import { principalCallers } from '../../policy/principal-callers.ts';
import type { Statement } from '../../policy/statement.ts';
import { trustedIssuers } from '../../policy/trusted-issuers.ts';

/**
 * Names of the condition keys that a statement is likely to test, the likeliest first. Those of identity-based policies
 * are known by how often policies name them; for the other types too few policies are public to count.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html
 */
export function usualKeys({ type: { policyType } }: PolicyDocument, statement: Statement): readonly string[] {
  const issuers = trustedIssuers(statement);
  if (issuers) return issuers.flatMap((issuer) => [`${issuer}:sub`, `${issuer}:aud`]);
  if (policyType === 'scp') return OF_ORGANIZATION;
  if (policyType === 'rcp') return OF_RESOURCE_CONTROL;
  if (policyType === 'endpoint') return OF_ENDPOINT;
  if (principalCallers(statement) === 'services') return OF_SERVICES;
  if (policyType === 'trust') return OF_TRUST;
  return statement.principals.length > 0 || everyone(statement) ? OF_RESOURCE : [];
}

const OF_SERVICES: readonly string[] = ['aws:SourceAccount', 'aws:SourceArn', 'aws:SourceOrgID'];

const OF_TRUST: readonly string[] = [
  'sts:ExternalId',
  'aws:PrincipalOrgID',
  'aws:PrincipalArn',
  'aws:MultiFactorAuthPresent',
  'aws:PrincipalTag/${TagKey}',
];

const OF_RESOURCE: readonly string[] = [
  'aws:PrincipalOrgID',
  'aws:PrincipalArn',
  'aws:SecureTransport',
  'aws:PrincipalAccount',
  'aws:SourceVpce',
  'aws:SourceIp',
  'aws:PrincipalIsAWSService',
];

const OF_ORGANIZATION: readonly string[] = [
  'aws:PrincipalArn',
  'aws:RequestedRegion',
  'aws:RequestTag/${TagKey}',
  'aws:PrincipalIsAWSService',
];

const OF_RESOURCE_CONTROL: readonly string[] = [
  'aws:PrincipalOrgID',
  'aws:PrincipalIsAWSService',
  'aws:SourceOrgID',
  'aws:SourceAccount',
  'aws:PrincipalArn',
];

const OF_ENDPOINT: readonly string[] = [
  'aws:PrincipalOrgID',
  'aws:ResourceOrgID',
  'aws:PrincipalAccount',
  'aws:ResourceAccount',
  'aws:PrincipalIsAWSService',
];

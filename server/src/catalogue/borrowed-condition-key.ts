import { ownProperty } from '../base/own-property.ts';

/**
 * Services that define keys under a prefix other than their own: the product is called otherwise in its keys
 * (`identitycenter:`, `catalog:`), or the key belongs to another service as well.
 */
const DEFINED_BY: Readonly<Record<string, readonly string[]>> = {
  catalog: ['aws-marketplace'],
  'cognito-identity-auth': ['cognito-identity'],
  'cognito-identity-unauth': ['cognito-identity'],
  connect: ['cases'],
  ec2: ['ec2-instance-connect', 'ssm'],
  elasticloadbalancing: ['arc-zonal-shift'],
  iam: ['sts'],
  identitycenter: ['sso'],
  identitystore: ['qbusiness'],
  iot: ['iotjobsdata'],
  logs: ['xray'],
  saml: ['sts'],
  ssm: ['ssmmessages'],
};

/** Services beside the one of that name, if there is one, that define keys with this prefix. */
export function lendersOfPrefix(prefix: string): readonly string[] {
  return ownProperty(DEFINED_BY, prefix.toLowerCase()) ?? [];
}

/** Prefixes of condition keys that are no service prefixes, in lower case. */
export const PREFIXES_OF_KEYS_ONLY: readonly string[] = [
  'aws',
  'catalog',
  'cognito-identity-auth',
  'cognito-identity-unauth',
  'identitycenter',
  'saml',
];

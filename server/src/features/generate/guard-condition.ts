/** A condition that the wizard offers. */
export type Guard = 'mfa' | 'tls' | 'region' | 'sourceIp' | 'organization';

export const GUARDS: readonly Guard[] = ['mfa', 'tls', 'region', 'sourceIp', 'organization'];

type Block = Readonly<Record<string, string>>;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const CONDITIONS: Readonly<Record<Guard, readonly [operator: string, block: Block]>> = {
  mfa: ['Bool', { 'aws:MultiFactorAuthPresent': 'true' }],
  tls: ['Bool', { 'aws:SecureTransport': 'true' }],
  region: ['StringEquals', { 'aws:RequestedRegion': 'us-east-1' }],
  sourceIp: ['IpAddress', { 'aws:SourceIp': '203.0.113.0/24' }],
  organization: ['StringEquals', { 'aws:ResourceOrgID': '${aws:PrincipalOrgID}' }],
};

/** All guards in one `Condition`; undefined without any. */
export function guardCondition(guards: readonly Guard[]): Readonly<Record<string, Block>> | undefined {
  if (guards.length === 0) return undefined;
  const condition: Record<string, Record<string, string>> = {};
  for (const guard of GUARDS.filter((known) => guards.includes(known))) {
    const [operator, block] = CONDITIONS[guard];
    condition[operator] = { ...condition[operator], ...block };
  }
  return condition;
}

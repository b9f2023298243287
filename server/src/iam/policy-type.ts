/** Where a policy is attached; decides which elements it may have and how it takes part in the evaluation. */
export type PolicyType =
  | 'identity'
  | 'resource'
  | 'trust'
  | 'scp'
  | 'rcp'
  | 'boundary'
  | 'session'
  | 'endpoint';

export const POLICY_TYPES: readonly PolicyType[] = [
  'identity',
  'resource',
  'trust',
  'scp',
  'rcp',
  'boundary',
  'session',
  'endpoint',
];

/** What people call the type. */
export const POLICY_TYPE_NAMES: Readonly<Record<PolicyType, string>> = {
  identity: 'identity-based policy',
  resource: 'resource-based policy',
  trust: 'role trust policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  endpoint: 'VPC endpoint policy',
};

export function isPolicyType(text: unknown): text is PolicyType {
  return typeof text === 'string' && (POLICY_TYPES as readonly string[]).includes(text);
}

/** Types whose statements name a principal. */
export function takesPrincipal(type: PolicyType): boolean {
  return type === 'resource' || type === 'trust' || type === 'rcp' || type === 'endpoint';
}

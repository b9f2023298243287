import type { Node } from 'jsonc-parser';
import type { PolicyType } from '../iam/policy-type.ts';

/** What an object around a policy tells about its type. */
export interface PolicyOwner {
  readonly policyType: PolicyType;
  /** One clause that a user understands. */
  readonly reason: string;
}

/**
 * The owner of the policies within an object: a resource of CloudFormation or Terraform, or an item in an answer of
 * AWS. Undefined for all owners whose policies tell by themselves, or by the key that holds them, what they are.
 */
export function policyOwner(object: Node): PolicyOwner | undefined {
  for (const property of object.children ?? []) {
    const [key, value] = property.children ?? [];
    const name: unknown = key?.value;
    if (name === 'VpcEndpointId') return ENDPOINT;
    if (name === 'Type' || name === 'type') {
      const owner = typeof value?.value === 'string' ? BY_TYPE.get(value.value) : undefined;
      if (owner) return owner;
    }
    // Organizations answers with the policy's text beside what else is known of it.
    const owner = name === 'PolicySummary' && value?.type === 'object' ? policyOwner(value) : undefined;
    if (owner) return owner;
  }
  return undefined;
}

const ENDPOINT: PolicyOwner = { policyType: 'endpoint', reason: 'it belongs to a VPC endpoint' };

const BY_TYPE: ReadonlyMap<string, PolicyOwner> = new Map([
  ['AWS::EC2::VPCEndpoint', ENDPOINT],
  ['aws_vpc_endpoint', ENDPOINT],
  ['aws_vpc_endpoint_policy', ENDPOINT],
  ['SERVICE_CONTROL_POLICY', { policyType: 'scp', reason: 'its type is SERVICE_CONTROL_POLICY' }],
  ['RESOURCE_CONTROL_POLICY', { policyType: 'rcp', reason: 'its type is RESOURCE_CONTROL_POLICY' }],
]);

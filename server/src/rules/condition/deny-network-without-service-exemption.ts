import type { PolicyType } from '../../iam/policy-type.ts';
import { addConditions } from '../../policy/condition-edit.ts';
import { everyone } from '../../policy/everyone.ts';
import { isAboutApis } from '../../policy/is-about-apis.ts';
import type { Statement } from '../../policy/statement.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * A Deny for everything outside of known networks also hits calls that AWS services make for somebody: Athena reading a
 * bucket, CloudFormation creating what a stack names, a service delivering logs. They come from the network of the
 * service. `aws:ViaAWSService` spares calls with the credentials of the caller, and `aws:PrincipalIsAWSService`, in a
 * policy of the resource, calls by the service itself.
 *
 * A statement for particular callers, or with further tests of what is called, is left alone, and so are APIs of Amazon
 * API Gateway, which no service calls for somebody.
 */
export const denyNetworkWithoutServiceExemption = defineRule({
  id: 'deny-network-without-service-exemption',
  scope: 'statement',
  effect: 'Deny',
  severity: 'warning',
  category: 'correctness',
  summary: 'Deny by network also hits calls by AWS services',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-viaawsservice',
  policyTypes: ['identity', 'resource', 'scp', 'rcp'],
  examples: [
    {
      policyType: 'identity',
      bad: '"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" } }',
      good: '"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" }, "BoolIfExists": { "aws:ViaAWSService": "false" } }',
    },
  ],

  *check({ statement, policyType, catalogue }) {
    if (statement.isBroken || statement.conditions.length === 0) return;
    if ((statement.principals.length > 0 && !everyone(statement)) || isAboutApis(statement)) return;
    const tests = conditionTests(statement, catalogue);
    const networks = tests.filter(isOutside);
    const [first] = networks;
    if (!first || tests.some((test) => !networks.includes(test) && !leavesServices(test))) return;
    const isAboutEndpoints = networks.every(({ entry }) => entry.key.text.toLowerCase() !== 'aws:sourceip');
    yield {
      range: first.entry.key.range,
      message: 'AWS services that call for somebody come from other networks and are denied, too.',
      // A bucket that is for one endpoint only is an example of AWS.
      ...(isAboutEndpoints && policyType === 'resource' ? { severity: 'information' as const } : {}),
      fixes: () => spareServices(statement, policyType),
    };
  },
});

const NETWORK = /^aws:(?:sourceip|sourcevpc|sourcevpce|sourcevpcarn|vpceaccount|vpceorgid|vpceorgpaths)$/i;

const isOutside = ({ entry, operator }: ConditionTest): boolean =>
  NETWORK.test(entry.key.text) && operator?.operator.isNegated === true;

/** Spares some callers or tests the network once more, and spares no service. */
function leavesServices({ entry, operator }: ConditionTest): boolean {
  const key = entry.key.text;
  if (NETWORK.test(key)) return true;
  return (
    operator?.operator.isNegated === true && /^aws:(?:principal(?:arn|tag\/.*)|userid|username)$/i.test(key)
  );
}

function spareServices(statement: Statement, policyType: PolicyType): readonly Fix[] {
  const isOfResource = policyType === 'resource' || policyType === 'rcp';
  const edit = addConditions(statement, 'BoolIfExists', {
    ...(isOfResource ? { 'aws:PrincipalIsAWSService': 'false' } : {}),
    'aws:ViaAWSService': 'false',
  });
  return edit
    ? [{ title: 'Spare calls by AWS services', keepsAccess: false, isPreferred: true, edits: [edit] }]
    : [];
}

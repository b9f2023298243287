import { addConditions } from '../../policy/condition-edit.ts';
import { isAboutApis } from '../../policy/is-about-apis.ts';
import type { Statement } from '../../policy/statement.ts';
import { isKeyDemanded } from '../../reasoning/absent-key.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { demandKey } from '../condition-fixes.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * Requests through a VPC endpoint carry no `aws:SourceIp`, and without the key `NotIpAddress` is true, with `IfExists`
 * or without: a Deny with it hits all of them, from whatever network they come. Test `aws:SourceVpce` or `aws:SourceVpc`
 * beside it, so that the Deny is for requests from neither the addresses nor the endpoints; or let it apply only where
 * there is an address.
 *
 * Often just that is meant, so this is information. APIs of Amazon API Gateway are left alone: their public endpoints
 * are not reached through VPC endpoints.
 */
export const denySourceipBreaksVpce = defineRule({
  id: 'deny-sourceip-breaks-vpce',
  scope: 'statement',
  effect: 'Deny',
  mentions: ['notipaddress'],
  severity: 'information',
  category: 'correctness',
  summary: 'Deny by address hits everything behind VPC endpoints',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip',
  policyTypes: ['identity', 'resource', 'scp'],
  examples: [
    {
      policyType: 'identity',
      bad: '"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" } }',
      good: '"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" }, "StringNotEquals": { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (statement.conditions.length === 0 || isAboutApis(statement)) return;
    const tests = conditionTests(statement, catalogue);
    for (const test of tests) {
      const { entry, operator } = test;
      if (operator?.operator.name !== 'NotIpAddress' || operator.setOperator) continue;
      if (entry.key.text.toLowerCase() !== 'aws:sourceip') continue;
      if (tests.some(isAboutEndpoints) || isKeyDemanded(test, statement, catalogue)) continue;
      yield {
        range: entry.operator.range,
        message: 'Requests through a VPC endpoint have no public address. This Deny hits all of them.',
        fixes: () => [...spareEndpoint(statement), ...demandKey(statement, entry)],
      };
    }
  },
});

const isAboutEndpoints = ({ entry }: ConditionTest): boolean =>
  /^aws:(?:sourcevpc|sourcevpce|sourcevpcarn|vpcsourceip|vpceaccount|vpceorgid|vpceorgpaths)$/i.test(
    entry.key.text,
  );

function spareEndpoint(statement: Statement): readonly Fix[] {
  const edit = addConditions(statement, 'StringNotEquals', {
    'aws:SourceVpce': '${1:vpce-0a1b2c3d4e5f60718}',
  });
  return edit ? [{ title: 'Spare a VPC endpoint', keepsAccess: false, isSnippet: true, edits: [edit] }] : [];
}

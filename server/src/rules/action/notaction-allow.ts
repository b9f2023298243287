import { enumerated } from '../../base/enumerated.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { PolicyType } from '../../iam/policy-type.ts';
import { SENSITIVE_SERVICES } from '../../iam/sensitive-service.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { Statement } from '../../policy/statement.ts';
import { allowedActions } from '../../reasoning/allowed-actions.ts';
import { servicesOfResources } from '../../reasoning/services-of-resources.ts';
import { denyListed, nameAllowedActions, nameAssumeAction } from '../replace-not-action.ts';
import { defineRule } from '../rule.ts';

/**
 * `NotAction` is no way to forbid something: in an Allow it allows every action of every service but those listed,
 * and each action that AWS adds later. ARNs in `Resource` limit it to the services they belong to. To forbid, write a
 * Deny with `Action`; to allow, name the actions.
 *
 * Ceilings, such as service control policies and boundaries, use the same form to leave something out and are not reported.
 */
export const notactionAllow = defineRule({
  id: 'notaction-allow',
  scope: 'statement',
  effect: 'Allow',
  mentions: ['notaction'],
  severity: 'warning',
  category: 'security',
  summary: 'Allow with NotAction allows all that is not listed',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
  policyTypes: ['identity', 'resource', 'trust'],
  examples: [
    {
      bad: '"Effect": "Allow", "NotAction": ["s3:Create*", "s3:Delete*", "s3:Put*"], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
      good: '"Effect": "Allow", "Action": ["s3:GetBucketLocation", "s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectTagging", "s3:ListAllMyBuckets", "s3:ListBucket"], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
    },
    {
      bad: '"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"',
      good: '"Effect": "Deny", "Action": "iam:*", "Resource": "*"',
    },
  ],

  *check({ statement, policyType, catalogue }) {
    const member = statement.element('NotAction');
    if (!member || statement.element('Action')) return;
    const isKnown = statement.actions.length > 0 && !statement.actions.some(({ text }) => isDynamic(text));
    yield {
      range: member.key.range,
      message: isKnown ? messageFor(statement, policyType, catalogue) : GENERAL_MESSAGE,
      fixes: () =>
        policyType === 'trust'
          ? nameAssumeAction(statement)
          : [
              ...nameAllowedActions(statement, servicesOfResources(statement, catalogue) ?? [], catalogue),
              ...denyListed(statement),
            ],
    };
  },
});

const GENERAL_MESSAGE = 'NotAction allows every action that is not listed, also those that AWS adds later.';

function messageFor(statement: Statement, policyType: PolicyType, catalogue: Catalogue): string {
  if (policyType === 'trust') return 'NotAction lets the principal assume the role in every way not listed.';
  const actions = allowedActions(statement, catalogue);
  const services = servicesOfResources(statement, catalogue);
  if (services) {
    const count = services.reduce((sum, prefix) => sum + actions.countIn(prefix), 0);
    return `NotAction allows ${count} actions of ${enumerated(services)} here, and those that AWS adds later.`;
  }
  if (policyType === 'resource') return GENERAL_MESSAGE;
  const sensitive = SENSITIVE_SERVICES.filter((prefix) => actions.countIn(prefix) > 0);
  const reach = `${actions.size} actions of ${actions.servicePrefixes.length} services`;
  const among = sensitive.length > 0 ? ` The services include ${enumerated(sensitive)}.` : '';
  return `NotAction allows ${reach}, and those that AWS adds later.${among}`;
}

import { isLimitedKey, LIMITED_KEYS_AS_OF, sendsLimitedKeys } from '../../iam/limited-key.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { ActionString, Statement } from '../../policy/statement.ts';
import { firstNamed } from '../first-named.ts';
import { nameActions } from '../name-actions.ts';
import { removeActions } from '../remove-actions.ts';
import { defineRule } from '../rule.ts';

/**
 * `aws:VpceAccount`, `aws:VpceOrgID` and `aws:VpceOrgPaths` tell who owns the VPC endpoint that a request came through.
 * Only some services send them. For the actions of all others the keys are always absent: an ordinary test is false, a
 * negated one and one with `IfExists` is true, so a Deny that should guard a network locks everybody out.
 */
export const keyLimitedToSomeServices = defineRule({
  id: 'key-limited-to-some-services',
  scope: 'statement',
  mentions: ['condition'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Condition key that only some services send',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceorgid',
  equivalents: { accessAnalyzer: ['USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES'] },
  examples: [
    {
      bad: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObject", "dynamodb:GetItem"], "Resource": "*", "Condition": { "StringEquals": { "aws:VpceOrgID": "o-a1b2c3d4e5" } } }] }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*", "Condition": { "StringEquals": { "aws:VpceOrgID": "o-a1b2c3d4e5" } } }] }',
    },
  ],

  *check({ statement }) {
    const key = statement.isBroken ? undefined : statement.conditions.find(isLimited)?.key;
    if (!key) return;
    const actions = statement.actions.filter((action) => !isSent(action, statement));
    const [first] = actions;
    if (!first) return;
    const isNegated = first.element === 'NotAction';
    yield {
      range: isNegated ? key.range : first.range,
      message: isNegated
        ? `NotAction reaches services that do not send "${key.text}". Name those that do.`
        : `${firstNamed(actions.map(({ text }) => text))} ${actions.length === 1 ? 'is' : 'are'} not known to send "${key.text}". Few services did in ${LIMITED_KEYS_AS_OF}.`,
      fixes: () => (isNegated ? nameActions(statement) : removeActions(statement, actions)),
    };
  },
});

const isLimited = ({ key }: Statement['conditions'][number]): boolean => isLimitedKey(key.text);

/** What every action of the services in `Resource` sends is sent. */
function isSent({ element, text, servicePrefix }: ActionString, { resources }: Statement): boolean {
  if (isDynamic(text)) return true;
  if (element === 'Action' && !/[*?]/.test(servicePrefix))
    return servicePrefix === '' || sendsLimitedKeys(text);
  return (
    resources.length > 0 &&
    resources.every(
      (resource) => resource.element === 'Resource' && sendsLimitedKeys(`${resource.text.split(':')[2]}:`),
    )
  );
}

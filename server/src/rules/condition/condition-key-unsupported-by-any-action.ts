import type { Catalogue } from '../../catalogue/catalogue.ts';
import { conditionKeySenders } from '../../catalogue/condition-key-senders.ts';
import { findConditionKey } from '../../catalogue/find-condition-key.ts';
import type { Statement } from '../../policy/statement.ts';
import { allowedActions } from '../../reasoning/allowed-actions.ts';
import { isForeignAction } from '../../reasoning/foreign-action.ts';
import { keySupport } from '../../reasoning/key-support.ts';
import { usesArn } from '../../reasoning/usable-on.ts';
import { changeToAny } from '../change-to.ts';
import { defineRule } from '../rule.ts';
import { byKey, removeKey, unsupportedByAllMessage } from '../unsupported-key.ts';

/**
 * A condition key that no action of the statement sends is absent from every request, so its test says nothing: an
 * ordinary one is always false and the statement never applies, a negated one is always true. Mostly it is the key of
 * another service: tags of a table are `aws:ResourceTag`, not `ec2:ResourceTag`.
 *
 * Tags that the actions do not send have rules of their own. A test with `IfExists` or `ForAllValues` says that the key
 * may be absent.
 */
export const conditionKeyUnsupportedByAnyAction = defineRule({
  id: 'condition-key-unsupported-by-any-action',
  scope: 'statement',
  severity: 'error',
  category: 'correctness',
  summary: 'No action of the statement sends the condition key',
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html',
  equivalents: {
    accessAnalyzer: ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY'],
    parliament: ['UNKNOWN_CONDITION_FOR_ACTION'],
  },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "dynamodb:*", "Resource": "*", "Condition": { "StringEquals": { "ec2:ResourceTag/team": "red" } }',
      good: '"Effect": "Allow", "Action": "dynamodb:*", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "red" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const support of byKey(keySupport(statement, catalogue))) {
      if (!support.isAll || support.isTag || support.whenAbsent === 'waived') continue;
      const { key } = support.test.entry;
      if (fitsResources(key.text, statement, catalogue)) continue;
      yield {
        range: key.range,
        message: unsupportedByAllMessage(support, statement),
        fixes: () => [
          ...changeToAny(key, likelyKeys(key.text, statement, catalogue)),
          ...removeKey(statement, support),
        ],
      };
    }
  },
});

/** Key and resources go together, and it is the actions that do not belong there: other rules say so. */
function fitsResources(key: string, { actions, resources }: Statement, catalogue: Catalogue): boolean {
  const service = catalogue.service(key.slice(0, Math.max(0, key.indexOf(':'))));
  return (
    service !== undefined &&
    resources.some(({ text }) => text.startsWith('arn:') && usesArn(text, service)) &&
    actions.every((action) => isForeignAction(action, resources, catalogue))
  );
}

/** Keys of the same name that actions of the statement do send. */
function likelyKeys(written: string, statement: Statement, catalogue: Catalogue): readonly string[] {
  const name = written.slice(written.indexOf(':') + 1);
  const actions = allowedActions(statement, catalogue);
  return ['aws', ...actions.servicePrefixes]
    .map((prefix) => `${prefix}:${name}`)
    .filter((key) => findConditionKey(key, catalogue) && conditionKeySenders(actions.infos, key).size > 0);
}

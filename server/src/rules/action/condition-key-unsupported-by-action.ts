import { isExactService } from '../../iam/exact-service.ts';
import type { ActionString } from '../../policy/statement.ts';
import { keySupport } from '../../reasoning/key-support.ts';
import { defineRule } from '../rule.ts';
import { byKey, separateActions, unsupportedMessage } from '../unsupported-key.ts';

/**
 * A condition key belongs to certain actions: `s3:prefix` comes with `s3:ListBucket`, not with `s3:GetObject`. For an
 * action that does not send it, an ordinary test is false, so the action is never allowed or never denied; a negated
 * one, or `Null` with `true`, is true, so it is no limit at all. Such actions belong in a statement of their own.
 *
 * Only actions that are written out count. A test with `IfExists` or `ForAllValues` says that the key may be absent.
 * Tags have rules of their own; so do keys that no action of the statement sends. A warning for services whose
 * reference is known to have gaps.
 */
export const conditionKeyUnsupportedByAction = defineRule({
  id: 'condition-key-unsupported-by-action',
  scope: 'statement',
  mentions: ['condition'],
  severity: 'error',
  category: 'correctness',
  summary: 'Action never sends a condition key of its statement',
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html',
  equivalents: {
    accessAnalyzer: ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY'],
    parliament: ['UNKNOWN_CONDITION_FOR_ACTION'],
  },
  examples: [
    {
      bad: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:ListBucket", "s3:GetObject"], "Resource": ["arn:aws:s3:::app", "arn:aws:s3:::app/*"], "Condition": { "StringLike": { "s3:prefix": "home/*" } } }] }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:ListBucket"], "Resource": ["arn:aws:s3:::app", "arn:aws:s3:::app/*"], "Condition": { "StringLike": { "s3:prefix": "home/*" } } }, { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::app", "arn:aws:s3:::app/*"] }] }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const support of byKey(keySupport(statement, catalogue))) {
      const { isAll, isTag, unsupported, whenAbsent } = support;
      const actions = unsupported.filter(({ isPattern }) => !isPattern);
      const [first] = actions;
      if (isAll || isTag || whenAbsent === 'waived' || !first) continue;
      yield {
        range: first.range,
        message: unsupportedMessage(support, actions, statement),
        ...(actions.some(isCertain) ? {} : { severity: 'warning' as const }),
        fixes: (place) => separateActions(statement, support, actions, place),
      };
    }
  },
});

const isCertain = ({ servicePrefix }: ActionString): boolean => isExactService(servicePrefix.toLowerCase());

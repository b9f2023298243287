import type { ActionInfo } from '../../catalogue/catalogue.ts';
import { starResource } from '../../policy/star-resource.ts';
import type { ActionString } from '../../policy/statement.ts';
import { type ActionSet, allowedActions } from '../../reasoning/allowed-actions.ts';
import { canBeLimited } from '../../reasoning/can-be-limited.ts';
import { limitsResources } from '../../reasoning/limits-resources.ts';
import { keepToAccount } from '../keep-to-account.ts';
import { limitResources } from '../limit-resources.ts';
import { defineRule } from '../rule.ts';

/**
 * `"Resource": "*"` is every bucket, table and role, also those to come. Most actions can be limited to some; those
 * that cannot, such as `s3:ListAllMyBuckets`, work only with `*` and belong in a statement of their own.
 *
 * One step milder where the actions only read or list, and where a condition keeps to an account or an organization
 * or tests a key that all of the actions send; silent where both are so, where tags choose the resources of all
 * actions, and where a few that list and describe stand among others that need `*`, as in `ec2:Describe*`.
 * `iam:PassRole` is left to `passrole-star-resource`, `NotAction` to `notaction-allow`.
 */
export const resourceStar = defineRule({
  id: 'resource-star',
  scope: 'statement',
  effect: 'Allow',
  mentions: ['*'],
  severity: 'warning',
  category: 'breadth',
  summary: 'Actions that can be limited to resources have all',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  equivalents: { parliament: ['RESOURCE_STAR'] },
  policyTypes: ['identity'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:PutObject", "Resource": "*"',
      good: '"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
    },
    {
      bad: '"Effect": "Allow", "Action": ["s3:PutObject", "s3:ListAllMyBuckets"], "Resource": "*"',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:PutObject"], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }, { "Effect": "Allow", "Action": ["s3:ListAllMyBuckets"], "Resource": "*" }] }',
    },
  ],

  *check({ statement, catalogue }) {
    const star = starResource(statement);
    if (!star || statement.element('NotAction')) return;
    const actions = allowedActions(statement, catalogue);
    const isCountable = !statement.actions.some(isAcrossServices);
    const limitable = isCountable ? actions.infos.filter(isLimitable) : [];
    if (isCountable && limitable.length === 0) return;
    if (isCountable && isAside(limitable, actions.infos)) return;

    const limit = limitsResources(statement, limitable);
    const onlyReads = isCountable ? limitable.every(isReading) : hasOnlyReads(actions);
    if (limit === 'fully' || (limit === 'partly' && onlyReads)) return;
    yield {
      range: star.range,
      message: `"${star.text}" is every resource; ${subject(limitable, actions)} can be limited to some.`,
      severity: limit === 'partly' || onlyReads ? 'information' : 'warning',
      fixes: (place) =>
        isCountable ? limitResources(statement, star, catalogue, place) : keepToAccount(statement),
    };
  },
});

/** The matches of such an action are not looked at one by one: that would be nearly the whole catalogue. */
const isAcrossServices = ({ servicePrefix }: ActionString): boolean => /[*?]/.test(servicePrefix);

function isLimitable(action: ActionInfo): boolean {
  return canBeLimited(action) && !(action.servicePrefix === 'iam' && action.name === 'PassRole');
}

/** They tell what there is, not what is in it, and most of their neighbours can do no other. */
function isAside(limitable: readonly ActionInfo[], all: readonly ActionInfo[]): boolean {
  return (
    limitable.length * 2 < all.length &&
    limitable.every((info) => isReading(info) && /^(?:Describe|List|Search|View)/.test(info.name))
  );
}

const isReading = ({ accessLevel }: ActionInfo): boolean => accessLevel === 'Read' || accessLevel === 'List';

const hasOnlyReads = ({ size, byLevel }: ActionSet): boolean => byLevel.Read + byLevel.List === size;

/** So that the message stays short. Characters. */
const LONGEST_NAME = 40;

function subject(limitable: readonly ActionInfo[], actions: ActionSet): string {
  if (limitable.length === 0) return 'most of the actions';
  const { length } = actions.infos;
  if (length === 1) return 'the action';
  const [only] = limitable.length === 1 ? limitable : [];
  if (only && only.name.length + only.servicePrefix.length <= LONGEST_NAME) {
    return `"${only.servicePrefix}:${only.name}"`;
  }
  if (limitable.length < length) return `${limitable.length} of the ${length} actions`;
  return length === 2 ? 'both actions' : `all ${length} actions`;
}

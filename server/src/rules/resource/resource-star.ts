import type { ActionInfo } from '../../catalogue/catalogue.ts';
import { starResource } from '../../policy/star-resource.ts';
import type { ActionString } from '../../policy/statement.ts';
import { type ActionSet, allowedActions } from '../../reasoning/allowed-actions.ts';
import { canBeLimited } from '../../reasoning/can-be-limited.ts';
import { limitsResources } from '../../reasoning/limits-resources.ts';
import { keepToAccount } from '../keep-to-account.ts';
import { limitResources } from '../limit-resources.ts';
import { defineRule, type Severity } from '../rule.ts';

/**
 * `"Resource": "*"` is every bucket, table and role, also those to come. Most actions can be limited to some; those
 * that cannot, such as `s3:ListAllMyBuckets`, work only with `*` and belong in a statement of their own.
 *
 * One step milder where the actions only read or list, or where a condition keeps to an account, an organization or
 * what the request says; silent where tags choose the resources of all actions. `iam:PassRole` is left to
 * `passrole-star-resource`, `NotAction` to `notaction-allow`.
 */
export const resourceStar = defineRule({
  id: 'resource-star',
  scope: 'statement',
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
    if (!star || statement.effect !== 'Allow' || statement.element('NotAction')) return;
    const actions = allowedActions(statement, catalogue);
    const { range } = star;

    if (statement.actions.some(isAcrossServices)) {
      const message = `"${star.text}" is every resource; most of the actions can be limited to some.`;
      yield { range, message, severity: severityOf(actions), fixes: () => keepToAccount(statement) };
      return;
    }
    const limitable = actions.infos.filter((info) => canBeLimited(info) && !isPassRole(info));
    const limit = limitable.length > 0 ? limitsResources(statement, limitable) : 'fully';
    if (limit === 'fully') return;
    yield {
      range,
      message: `"${star.text}" is every resource; ${subject(limitable, actions)} can be limited to some.`,
      severity: limit === 'partly' || limitable.every(isReading) ? 'information' : 'warning',
      fixes: (place) => limitResources(statement, star, catalogue, place),
    };
  },
});

const isAcrossServices = ({ servicePrefix }: ActionString): boolean => /[*?]/.test(servicePrefix);

const isPassRole = ({ servicePrefix, name }: ActionInfo): boolean =>
  servicePrefix === 'iam' && name === 'PassRole';

const isReading = ({ accessLevel }: ActionInfo): boolean => accessLevel === 'Read' || accessLevel === 'List';

function severityOf({ size, byLevel }: ActionSet): Severity {
  return byLevel.Read + byLevel.List === size ? 'information' : 'warning';
}

function subject(limitable: readonly ActionInfo[], { infos }: ActionSet): string {
  if (infos.length === 1) return 'the action';
  if (limitable.length < infos.length) return `${limitable.length} of the ${infos.length} actions`;
  return infos.length === 2 ? 'both actions' : `all ${infos.length} actions`;
}

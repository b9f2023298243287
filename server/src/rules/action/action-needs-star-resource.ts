import type { Catalogue } from '../../catalogue/catalogue.ts';
import { isExactService } from '../../iam/exact-service.ts';
import type { Statement } from '../../policy/statement.ts';
import { isForeignAction } from '../../reasoning/foreign-action.ts';
import { statementFit, type UnfitAction } from '../../reasoning/statement-fit.ts';
import { firstNamed } from '../first-named.ts';
import { moveActions } from '../move-actions.ts';
import { removeActions } from '../remove-actions.ts';
import { defineRule, type Fix, type StatementPlace } from '../rule.ts';

/**
 * About a third of all actions take no resource: `s3:ListAllMyBuckets` lists the buckets of an account, whichever they
 * are. A request for such an action matches only `"Resource": "*"`; with ARNs it is never allowed, or never denied.
 *
 * AWS's reference lacks the resource types of some actions. So this is a warning; information for actions beside an ARN
 * of their own service that do not list or describe; and silent there for creating, importing and tagging.
 */
export const actionNeedsStarResource = defineRule({
  id: 'action-needs-star-resource',
  scope: 'statement',
  mentions: ['arn:'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Action works only with Resource "*"',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  equivalents: { parliament: ['RESOURCE_MISMATCH'] },
  policyTypes: ['identity', 'boundary', 'session', 'scp'],
  examples: [
    {
      bad: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:GetBucketLocation", "s3:ListAllMyBuckets"], "Resource": "arn:aws:s3:::app" }] }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:GetBucketLocation"], "Resource": "arn:aws:s3:::app" }, { "Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*" }] }',
    },
    {
      bad: '"Effect": "Allow", "Action": "ec2:DescribeInstances", "Resource": "arn:aws:ec2:us-east-1:111122223333:instance/*"',
      good: '"Effect": "Allow", "Action": "ec2:DescribeInstances", "Resource": "*"',
    },
  ],

  *check({ statement, catalogue }) {
    const { starOnly } = statementFit(statement, catalogue);
    const [first] = starOnly;
    if (!first || !statement.effect) return;
    const isSure = starOnly.some((unfit) => isCertain(unfit, statement, catalogue));
    const verb = starOnly.length === 1 ? 'works' : 'work';
    const be = starOnly.length === 1 ? 'It is' : 'They are';
    yield {
      range: first.action.range,
      message: `${firstNamed(textsOf(starOnly))} ${verb} only with Resource "*". ${be} never ${
        statement.effect === 'Deny' ? 'denied' : 'allowed'
      } on ARNs.`,
      ...(isSure ? {} : { severity: 'information' as const }),
      fixes: (place) => [
        ...useStar(statement, starOnly, place),
        ...removeActions(
          statement,
          starOnly.map(({ action }) => action),
        ),
      ],
    };
  },
});

/** What lists or describes takes no name; for others the reference may lack a type of their own service. */
function isCertain({ action, infos }: UnfitAction, { resources }: Statement, catalogue: Catalogue): boolean {
  const [info] = infos;
  if (info && (isExactService(info.servicePrefix) || /^(?:List|Describe)/i.test(info.name))) return true;
  return isForeignAction(action, resources, catalogue);
}

const textsOf = (unfit: readonly UnfitAction[]): readonly string[] => unfit.map(({ action }) => action.text);

function useStar(
  statement: Statement,
  starOnly: readonly UnfitAction[],
  place: StatementPlace,
): readonly Fix[] {
  const actions = starOnly.map(({ action }) => action);
  const edits = moveActions(statement, place, actions, { Resource: '"*"' });
  if (edits) {
    const title = `Move ${firstNamed(textsOf(starOnly))} to a statement with Resource "*"`;
    return [{ title, keepsAccess: false, isPreferred: true, edits }];
  }
  const value = statement.element('Resource')?.value;
  if (!value) return [];
  const changed = [{ range: value.range, newText: '"*"' }];
  return [{ title: 'Change Resource to "*"', keepsAccess: false, isPreferred: true, edits: changed }];
}

import { parseArn } from '../../iam/arn.ts';
import { isExactService } from '../../iam/exact-service.ts';
import type { ActionString, ResourceString, Statement } from '../../policy/statement.ts';
import { isForeignAction } from '../../reasoning/foreign-action.ts';
import { statementFit } from '../../reasoning/statement-fit.ts';
import { removeItem } from '../change-to-all.ts';
import { defineRule } from '../rule.ts';

/**
 * A resource that none of the statement's actions can be used on has no effect: a bucket beside `s3:GetObject` alone,
 * a function beside actions of DynamoDB. Either it is left over, or an action is missing.
 *
 * Where an action finds no resource that it could use, only that is reported. One step milder for a bucket beside its
 * objects, and within services whose reference is known to have gaps.
 */
export const resourceUnusedByActions = defineRule({
  id: 'resource-unused-by-actions',
  scope: 'statement',
  mentions: ['arn:'],
  severity: 'warning',
  category: 'correctness',
  summary: 'No action of the statement works on the resource',
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::app/*", "arn:aws:s3:::app"]',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::app/*"]',
    },
  ],

  *check({ statement, policyType, catalogue }) {
    const { unused, mismatched, starOnly } = statementFit(statement, catalogue);
    if (unused.length === 0 || mismatched.length > 0) return;
    const isOf = (actions: readonly ActionString[], resource: ResourceString): boolean =>
      actions.some((action) => !isForeignAction(action, [resource], catalogue));
    const explained = starOnly.map(({ action }) => action);
    for (const resource of unused) {
      const isOwn = isOf(statement.actions, resource);
      if (isOf(explained, resource) || (policyType === 'resource' && !isOwn)) continue;
      const isMild = isOwn && (!isExact(resource) || hasOtherHalf(resource, statement));
      yield {
        range: resource.range,
        message: 'No action of the statement can be used on this resource. It has no effect here.',
        isUnnecessary: true,
        ...(isMild ? { severity: 'information' as const } : {}),
        fixes: () => removeItem(statement, resource),
      };
    }
  },
});

const isExact = ({ text }: ResourceString): boolean => isExactService(parseArn(text)?.service ?? '');

/** Of a bucket and its objects many write both, whichever they need. */
function hasOtherHalf({ text }: ResourceString, { resources }: Statement): boolean {
  const bucket = bucketOf(text);
  return (
    bucket !== undefined && resources.some((other) => other.text !== text && bucketOf(other.text) === bucket)
  );
}

const bucketOf = (text: string): string | undefined => /^arn:[^:]*:s3:::[^/]+/.exec(text)?.[0];

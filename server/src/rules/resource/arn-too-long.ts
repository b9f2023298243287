import { LONGEST_ARN, NAME_LIMITS, type NameLimit } from '../../iam/name-limit.ts';
import { arnPartRange, type ResourceArn, resourceArns } from '../../policy/resource-arn.ts';
import { defineRule, type Finding } from '../rule.ts';

/**
 * An ARN has at most 2,048 characters, and services limit the names in it: a role has at most 64, a bucket 63. A longer
 * one matches nothing, because there cannot be such a resource. Wildcards and variables may stand for nothing and are
 * not counted.
 */
export const arnTooLong = defineRule({
  id: 'arn-too-long',
  scope: 'statement',
  severity: 'warning',
  category: 'correctness',
  summary: 'ARN is longer than any that can exist',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  noFix: 'Nobody but you knows the name that is meant.',
  examples: [
    {
      bad: '"Resource": "arn:aws:iam::111122223333:role/team/the-role-that-every-instance-in-the-production-account-of-our-company-has"',
      good: '"Resource": "arn:aws:iam::111122223333:role/team/the-role-that-every-instance-in-production-has"',
    },
  ],

  *check({ statement }) {
    for (const found of resourceArns(statement)) {
      const finding = tooLong(found);
      if (finding) yield finding;
    }
  },
});

function tooLong({ resource, arn }: ResourceArn): Finding | undefined {
  if (arn.resource.length <= SHORTEST_LIMIT) return undefined;
  if (leastLength(resource.text) > LONGEST_ARN) {
    const message = `This ARN has ${leastLength(resource.text)} characters; no ARN has more than ${LONGEST_ARN}.`;
    return { range: resource.range, message };
  }
  const limit = NAME_LIMITS.find(
    (one) => one.service === arn.service && nameIn(arn.resource, one) !== undefined,
  );
  const length = leastLength((limit && nameIn(arn.resource, limit)) ?? '');
  if (!limit || length <= limit.most) return undefined;
  const message = `This name has ${length} characters; names of ${limit.kind} have at most ${limit.most}.`;
  return { range: arnPartRange(resource, 'resource'), message };
}

const SHORTEST_LIMIT = Math.min(...NAME_LIMITS.map(({ most }) => most));

const nameIn = (resource: string, { name }: NameLimit): string | undefined => name.exec(resource)?.[1];

/** Of the shortest text that the pattern matches. */
function leastLength(pattern: string): number {
  return pattern
    .replace(/\$\{[*?$]\}/g, '.')
    .replace(/\$\{[^}]*\}/g, '')
    .replaceAll('*', '').length;
}

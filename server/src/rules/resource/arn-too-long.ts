import { LONGEST_ARN, NAME_LIMITS } from '../../iam/name-limit.ts';
import { type ResourceArn, resourceArns } from '../../policy/resource-arn.ts';
import { partOf } from '../../policy/value.ts';
import { defineRule, type Finding } from '../rule.ts';

/**
 * An ARN has at most 2,048 characters, and services limit the names in it: a role has at most 64, a bucket 63. A longer
 * one matches nothing, because there cannot be such a resource. Wildcards and variables may stand for nothing and are
 * not counted.
 */
export const arnTooLong = defineRule({
  id: 'arn-too-long',
  scope: 'statement',
  mentions: ['arn:'],
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
  for (const { service, name, most, kind } of NAME_LIMITS) {
    const found = service === arn.service ? name.exec(arn.resource)?.[1] : undefined;
    if (found === undefined || leastLength(found) <= most) continue;
    const start = resource.text.length - arn.resource.length + arn.resource.lastIndexOf(found);
    const message = `This name has ${leastLength(found)} characters; names of ${kind} have at most ${most}.`;
    return { range: partOf(resource.value, start, start + found.length), message };
  }
  return undefined;
}

const SHORTEST_LIMIT = Math.min(...NAME_LIMITS.map(({ most }) => most));

/** Of the shortest text that the pattern matches. */
function leastLength(pattern: string): number {
  return pattern
    .replace(/\$\{[*?$]\}/g, '.')
    .replace(/\$\{[^}$]*\}/g, '')
    .replaceAll('*', '').length;
}

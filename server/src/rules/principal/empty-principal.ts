import { removeEntry } from '../../policy/list-edit.ts';
import type { Member, ObjectValue } from '../../policy/value.ts';
import { deleteStatement } from '../delete-statement.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';
import { principalSkeleton } from '../statement-skeleton.ts';

/**
 * A `Principal` without anyone in it matches nobody, so the statement does nothing. An empty `NotPrincipal` excepts
 * nobody; say whom it should except, for AWS does not document what it means. Policies that have no principals at all
 * are left to `unexpected-principal`.
 */
export const emptyPrincipal = defineRule({
  id: 'empty-principal',
  scope: 'statement',
  severity: 'information',
  category: 'correctness',
  summary: 'Principal names nobody',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['EMPTY_ARRAY_PRINCIPAL', 'EMPTY_OBJECT_PRINCIPAL'] },
  policyTypes: ['resource', 'trust', 'rcp', 'endpoint'],
  examples: [
    {
      bad: '"Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com", "AWS": [] }, "Action": "sts:AssumeRole"',
      good: '"Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole"',
      policyType: 'trust',
    },
    {
      bad: '"Effect": "Allow", "Principal": {}, "Action": "sts:AssumeRole"',
      good: '"Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole"',
      policyType: 'trust',
    },
  ],

  *check({ statement, policyType }) {
    if (statement.isBroken) return;
    for (const { key, value } of statement.members) {
      if ((key.text !== 'Principal' && key.text !== 'NotPrincipal') || value?.kind !== 'object') continue;
      const empty = value.members.filter(isEmpty);
      const isPlain = key.text === 'Principal';
      if (empty.length === value.members.length) {
        const fill: Fix = {
          title: 'Name a principal',
          keepsAccess: false,
          isSnippet: true,
          edits: [{ range: value.range, newText: principalSkeleton(policyType) }],
        };
        yield {
          range: key.range,
          message: isPlain
            ? 'This Principal is empty, so the statement matches nobody.'
            : 'This NotPrincipal is empty; AWS does not say what that means.',
          isUnnecessary: true,
          fixes: ({ removal }) => [...(isPlain ? deleteStatement(removal) : []), fill],
        };
      } else {
        for (const entry of empty) yield emptyType(value, entry);
      }
    }
  },
});

const isEmpty = ({ value }: Member): boolean => value?.kind === 'array' && value.items.length === 0;

/** Other types name somebody, so this one can go. */
function emptyType(principal: ObjectValue, { key, range }: Member): Finding {
  const edits = [removeEntry(principal, range)];
  return {
    range: key.range,
    message: `"${key.text}" names nobody.`,
    isUnnecessary: true,
    fixes: () => [{ title: `Delete "${key.text}"`, keepsAccess: true, isPreferred: true, edits }],
  };
}

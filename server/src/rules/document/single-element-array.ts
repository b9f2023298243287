import type { TextEdit } from '../../base/text-edit.ts';
import { shifted } from '../../base/text-range.ts';
import type { PlacedStatement } from '../../policy/policy-document.ts';
import { type SingleValue, singleValues } from '../../policy/single-values.ts';
import { valueText } from '../../policy/value-text.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * A single value may be written with brackets or without: AWS reads both alike. A policy that does both is harder to read
 * and to compare. The way that fewer values are written is reported; where both are as frequent, brackets are.
 */
export const singleElementArray = defineRule({
  id: 'single-element-array',
  scope: 'policy',
  severity: 'hint',
  category: 'style',
  summary: 'Single values with and without brackets',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  isOptIn: true,
  examples: [
    {
      bad: '"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*"',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
    },
    {
      bad: '"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["*"], "Condition": { "Bool": { "aws:SecureTransport": "true" } }',
      good: '"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["*"], "Condition": { "Bool": { "aws:SecureTransport": ["true"] } }',
    },
  ],

  *check({ policy }) {
    if (policy.isBroken) return;
    const lists: Placed[] = [];
    const others: Placed[] = [];
    for (const placed of policy.statements) {
      for (const value of singleValues(placed.statement)) {
        (value.list ? lists : others).push({ ...value, placed });
      }
    }
    const odd = lists.length > others.length ? others : lists;
    if (lists.length === 0 || others.length === 0) return;
    for (const value of odd) {
      const { item, list, placed } = value;
      const usual = list
        ? 'has brackets; most single values here do without'
        : 'has no brackets; most single values here do';
      yield {
        range: shifted((list ?? item).range, placed.offset),
        message: `"${valueText(item)}" ${usual}.`,
        fixes: () => [
          ...alike(list ? 'Remove the brackets' : 'Put brackets around it', [value]),
          ...(odd.length > 1 ? alike(`Write all ${odd.length} alike`, odd) : []),
        ],
      };
    }
  },
});

interface Placed extends SingleValue {
  readonly placed: PlacedStatement;
}

function alike(title: string, values: readonly Placed[]): readonly Fix[] {
  const isPreferred = values.length === 1 ? { isPreferred: true as const } : {};
  return [{ title, keepsAccess: true, ...isPreferred, edits: values.map(rewritten) }];
}

function rewritten({ item, list, placed: { statement, offset } }: Placed): TextEdit {
  const written = statement.text.slice(item.range.start, item.range.end);
  return {
    range: shifted((list ?? item).range, offset),
    newText: list ? written : `[${written}]`,
  };
}

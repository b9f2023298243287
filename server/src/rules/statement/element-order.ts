import { STATEMENT_ELEMENTS } from '../../iam/element.ts';
import { reorderList } from '../../policy/reorder-list.ts';
import type { Statement } from '../../policy/statement.ts';
import type { Member } from '../../policy/value.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * The order of elements has no meaning. Statements are read most easily as AWS's guides write them: Sid, Effect, who
 * (Principal), what (Action), on what (Resource), when (Condition).
 *
 * Statements whose elements are sorted by name, as some tools write them, are left alone.
 */
export const elementOrder = defineRule({
  id: 'element-order',
  scope: 'statement',
  severity: 'hint',
  category: 'style',
  summary: 'Elements stand in an unusual order',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  isOptIn: true,
  examples: [
    {
      bad: '"Effect": "Allow", "Resource": "*", "Action": "s3:GetObject"',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
    },
  ],

  *check({ statement }) {
    const { members, isBroken } = statement;
    if (isBroken || members.some(({ key }) => placeOf(key.text) < 0) || isSortedByName(members)) return;
    const at = members.findIndex((member, i) => i > 0 && isBefore(member, members[i - 1] as Member));
    const [before, first] = [members[at - 1], members[at]];
    if (!before || !first) return;
    yield {
      range: first.key.range,
      message: `${first.key.text} usually stands before ${before.key.text}.`,
      fixes: () => [reordered(statement)],
    };
  },
});

const ORDER: readonly string[] = STATEMENT_ELEMENTS.map(({ name }) => name);

const placeOf = (name: string): number => ORDER.indexOf(name);

const isBefore = (a: Member, b: Member): boolean => placeOf(a.key.text) < placeOf(b.key.text);

function isSortedByName(members: readonly Member[]): boolean {
  return members.every(({ key }, i) => i === 0 || (members[i - 1] as Member).key.text <= key.text);
}

function reordered({ text, object, members }: Statement): Fix {
  const places = members.map((_, index) => index);
  places.sort((a, b) => placeOf(members[a]?.key.text ?? '') - placeOf(members[b]?.key.text ?? ''));
  const items = members.map(({ range }) => ({ kind: 'unknown' as const, range }));
  return {
    title: 'Put the elements in the usual order',
    keepsAccess: true,
    isPreferred: true,
    edits: reorderList(
      text,
      { kind: 'array', items, range: object.range },
      places.map((index) => [index] as const),
    ),
  };
}

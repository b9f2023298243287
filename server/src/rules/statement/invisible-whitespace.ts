import type { PolicyType } from '../../iam/policy-type.ts';
import { eachString } from '../../policy/each-string.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { Statement } from '../../policy/statement.ts';
import { partOf, type StringValue } from '../../policy/value.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * A blank at the beginning or end of a string is easy to overlook, and a no-break space looks like any other. In ARNs,
 * principals, condition keys and values AWS compares them like every other character, so the entry matches nothing;
 * in an action they are a slip, too.
 */
export const invisibleWhitespace = defineRule({
  id: 'invisible-whitespace',
  scope: 'statement',
  severity: 'warning',
  category: 'correctness',
  summary: 'White space that is easy to overlook',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/* "',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
    },
  ],

  *check({ statement, policyType }) {
    for (const { value, isName } of comparedStrings(statement)) {
      const found = whitespaceIn(value.text, policyType);
      if (!found || isDynamic(value.text)) continue;
      yield {
        range: partOf(value, found.start, found.end),
        message: `"${value.text.trim()}" ${found.verb} ${nameOf(value.text.slice(found.start, found.end))}.`,
        fixes: () => changeToEach(value, [cleaned(value.text, isName)]),
      };
    }
  },
});

interface ComparedString {
  readonly value: StringValue;
  /** An action, ARN, principal, operator or key: what can hold no white space at all. */
  readonly isName: boolean;
}

function comparedStrings({ actions, resources, members, conditions }: Statement): readonly ComparedString[] {
  const principals = members.filter(({ key }) => key.text === 'Principal' || key.text === 'NotPrincipal');
  const names = [
    ...actions.map(({ value }) => value),
    ...resources.map(({ value }) => value),
    ...principals.flatMap(({ value }) => eachString(value)),
    ...new Set(conditions.map(({ operator }) => operator)),
    ...conditions.map(({ key }) => key),
  ];
  const values = conditions.flatMap((condition) => eachString(condition.values));
  return [
    ...names.map((value) => ({ value, isName: true })),
    ...values.map((value) => ({ value, isName: false })),
  ];
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly verb: 'begins with' | 'ends with' | 'contains';
}

function whitespaceIn(text: string, policyType: PolicyType): Found | undefined {
  const invisible = LATIN_ONLY.has(policyType) ? INVISIBLE_LATIN : INVISIBLE;
  const isInvisible = (index: number): boolean => invisible.test(text[index] ?? '');
  if (!invisible.test(text)) return undefined;
  let start = 0;
  while (isInvisible(start)) start++;
  if (start === text.length) return undefined;
  if (start > 0) return { start: 0, end: start, verb: 'begins with' };

  let end = text.length;
  while (isInvisible(end - 1)) end--;
  if (end < text.length) return { start: end, end: text.length, verb: 'ends with' };

  const inside = text.split('').findIndex((char) => char !== ' ' && invisible.test(char));
  return inside < 0 ? undefined : { start: inside, end: inside + 1, verb: 'contains' };
}

const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/;

/** Where IAM accepts no character beyond U+00FF, `illegal-character` reports the others. */
const INVISIBLE_LATIN = /[\t-\r \u0085\u00a0\u00ad]/;

const LATIN_ONLY: ReadonlySet<PolicyType> = new Set(['identity', 'trust', 'boundary', 'session']);

function nameOf(whitespace: string): string {
  if (/^ +$/.test(whitespace)) return whitespace.length === 1 ? 'a blank' : `${whitespace.length} blanks`;
  if (/\t/.test(whitespace)) return 'a tab';
  if (/[\n\r]/.test(whitespace)) return 'a line break';
  return /\u00a0/.test(whitespace) ? 'a no-break space' : 'an invisible character';
}

/** Words in a value keep one blank between them. */
function cleaned(text: string, isName: boolean): string {
  const visible = text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
  return visible.replace(/[\t\n\r\u00a0]+/g, isName ? '' : ' ').trim();
}

import { shifted } from '../../base/text-range.ts';
import { addItems } from '../../policy/add-items.ts';
import type { PlacedStatement, PolicyDocument } from '../../policy/policy-document.ts';
import { removeStatement } from '../../policy/remove-statement.ts';
import { statementTitle } from '../../policy/statement-title.ts';
import { strings } from '../../policy/value.ts';
import { canonicalStatement, sameStatementKey } from '../../reasoning/canonical-statement.ts';
import { defineRule, type Fix } from '../rule.ts';
import { effectRange } from '../whole-statement.ts';

/**
 * Statements that differ in their actions only, or in their resources only, say together what one statement with both
 * lists says. One is shorter and shows at one place what is allowed; several may be there to be named apart.
 *
 * Equal statements are `duplicate-statement`.
 */
export const mergeableStatements = defineRule({
  id: 'mergeable-statements',
  scope: 'policy',
  severity: 'hint',
  category: 'style',
  summary: 'Two statements could be one',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html',
  isOptIn: true,
  examples: [
    {
      bad: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::app/*" }, { "Effect": "Allow", "Action": ["s3:PutObject", "s3:DeleteObject"], "Resource": "arn:aws:s3:::app/*" }] }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], "Resource": "arn:aws:s3:::app/*" }] }',
    },
    {
      bad: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::a/*"] }, { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" }] }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"] }] }',
    },
  ],

  *check({ policy }) {
    if (policy.statements.length < 2) return;
    const firsts = new Map<string, PlacedStatement>();
    for (const placed of policy.statements) {
      for (const element of ['Action', 'Resource'] as const) {
        const key = keyWithout(placed, element);
        if (key === undefined) continue;
        const first = firsts.get(key);
        if (!first) {
          firsts.set(key, placed);
          continue;
        }
        if (sameStatementKey(first.statement) === sameStatementKey(placed.statement)) break;
        yield {
          range: effectRange(placed),
          message: `This statement differs from ${statementTitle(first)} in its ${element.toLowerCase()}s only.`,
          fixes: () => merge(policy, first, placed, element),
        };
        break;
      }
    }
  },
});

/** The same for statements that are the same but for this element; only what is listed can be joined. */
function keyWithout({ statement }: PlacedStatement, element: 'Action' | 'Resource'): string | undefined {
  const canonical = statement.element(element) && canonicalStatement(statement);
  if (!canonical) return undefined;
  const { effect, principal, condition } = canonical;
  const other = element === 'Action' ? canonical.resource : canonical.action;
  return [element, effect, principal, condition, other].join('\n');
}

function merge(
  policy: PolicyDocument,
  into: PlacedStatement,
  from: PlacedStatement,
  element: 'Action' | 'Resource',
): readonly Fix[] {
  const removal = removeStatement(policy, from.offset);
  if (!removal) return [];
  const normalized = (text: string): string => (element === 'Action' ? text.toLowerCase() : text);
  const textsOf = ({ statement }: PlacedStatement): readonly string[] =>
    strings(statement.element(element)?.value).map(({ text }) => text);
  const listed = new Set(textsOf(into).map(normalized));
  const added = textsOf(from).filter((text) => !listed.has(normalized(text)));
  const texts = added.map((text) => JSON.stringify(text).slice(1, -1));
  const edits = addItems(into.statement, element, texts).map(({ range, newText }) => ({
    range: shifted(range, into.offset),
    newText,
  }));
  return [
    {
      title: `Merge into ${statementTitle(into)}`,
      keepsAccess: true,
      isPreferred: true,
      edits: [...edits, removal],
    },
  ];
}

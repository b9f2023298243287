import { STATEMENT_ELEMENTS } from '../../iam/element.ts';
import { removeEntry } from '../../policy/list-edit.ts';
import type { Statement } from '../../policy/statement.ts';
import { addStatementAfter } from '../../policy/statement-edit.ts';
import type { Member } from '../../policy/value.ts';
import { defineRule, type Fix, type StatementPlace } from '../rule.ts';

/**
 * `Action` and `NotAction` exclude each other in one statement, as do `Resource` and `NotResource`, `Principal` and
 * `NotPrincipal`: AWS rejects a policy with both. To allow a list with exceptions, allow the list in one statement and
 * deny the exceptions in another.
 */
export const elementPairConflict = defineRule({
  id: 'element-pair-conflict',
  scope: 'statement',
  mentions: ['notaction', 'notprincipal', 'notresource'],
  severity: 'error',
  category: 'syntax',
  summary: 'Statement has both elements of a pair',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html',
  equivalents: {
    accessAnalyzer: ['UNSUPPORTED_ELEMENT_COMBINATION'],
    parliament: ['MALFORMED'],
    cfnLint: ['E3510'],
  },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:*", "NotAction": "s3:DeleteBucket", "Resource": "*"',
      good: '"Effect": "Allow", "Action": "s3:*", "Resource": "*"',
    },
  ],

  *check({ statement }) {
    for (const { name, excludes } of STATEMENT_ELEMENTS) {
      if (!excludes || name.startsWith('Not')) continue;
      const plain = statement.element(name);
      const negated = statement.element(excludes);
      if (!plain || !negated) continue;
      const later = plain.range.start < negated.range.start ? negated : plain;
      yield {
        range: later.key.range,
        message: `"${name}" and "${excludes}" exclude each other in one statement.`,
        fixes: (place) => [
          deletion(statement, negated),
          deletion(statement, plain),
          ...split(statement, negated, place),
        ],
      };
    }
  },
});

function deletion({ object }: Statement, { key, range }: Member): Fix {
  return { title: `Delete "${key.text}"`, keepsAccess: false, edits: [removeEntry(object, range)] };
}

/** Allow the list here, and deny its exceptions in a statement of their own. */
function split(statement: Statement, negated: Member, place: StatementPlace): readonly Fix[] {
  const { text, object, members, effect } = statement;
  if (effect !== 'Allow' || negated.key.text === 'NotPrincipal' || statement.isBroken) return [];
  if (negated.key.text === 'NotAction' && hasForeignException(statement)) return [];
  // The exceptions may not send what the list sends.
  if (statement.conditions.some(({ key }) => !/^aws:/i.test(key.text))) return [];
  const exception = negated.key.text.slice('Not'.length);
  const deny: Record<string, string> = { Effect: '"Deny"' };
  for (const { key, value } of members) {
    const written = value ? text.slice(value.range.start, value.range.end) : '';
    if (key.text === negated.key.text) deny[exception] = written;
    else if (key.text !== 'Sid' && key.text !== 'Effect' && key.text !== exception) deny[key.text] = written;
  }
  const edits = [removeEntry(object, negated.range), ...addStatementAfter(statement, place, deny)];
  return [{ title: `Split into an Allow and a Deny statement`, keepsAccess: false, edits }];
}

/** The policy of a resource cannot deny what only another service has. */
function hasForeignException({ actions, principals }: Statement): boolean {
  const listed = new Set(
    actions
      .filter(({ element }) => element === 'Action')
      .map(({ servicePrefix }) => servicePrefix.toLowerCase()),
  );
  return (
    principals.length > 0 && actions.some(({ servicePrefix }) => !listed.has(servicePrefix.toLowerCase()))
  );
}

import type { TextEdit } from '../../base/text-edit.ts';
import { policyElement, STATEMENT_ELEMENTS, statementElement } from '../../iam/element.ts';
import { intendedElement } from '../../iam/intended-element.ts';
import { insertAfter, removeEntry } from '../../policy/list-edit.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { Statement } from '../../policy/statement.ts';
import { type StrayElement, strayElements } from '../../policy/stray-element.ts';
import type { Member, ObjectValue } from '../../policy/value.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';

/**
 * A statement knows nine elements, spelled exactly so: `Sid`, `Effect`, `Principal`, `NotPrincipal`, `Action`,
 * `NotAction`, `Resource`, `NotResource` and `Condition`. AWS rejects `Actions` or `effect`, and an element that has
 * slipped into another one, such as a `Condition` within `Resource`, is not where AWS looks for it.
 */
export const unknownStatementElement = defineRule({
  id: 'unknown-statement-element',
  scope: 'statement',
  severity: 'error',
  category: 'syntax',
  summary: 'Statement has an element that AWS does not know',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html',
  equivalents: {
    accessAnalyzer: ['INVALID_POLICY_ELEMENT'],
    parliament: ['MALFORMED'],
    cfnLint: ['E3510'],
  },
  examples: [
    {
      bad: '"Effect": "Allow", "Actions": "s3:GetObject", "Resource": "*"',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
    },
    {
      bad: '"Effect": "Deny", "Action": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" }, "Resource": "*" }',
      good: '"Effect": "Deny", "Action": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } }, "Resource": "*"',
    },
  ],

  *check({ statement }) {
    if (statement.isBroken) return;
    for (const entry of statement.members) {
      const name = entry.key.text;
      if (statementElement(name) || isDynamic(name) || name.startsWith('Fn::')) continue;
      yield name === 'Statement' ? nested(statement, entry) : unknown(statement, entry);
    }
    for (const stray of strayElements(statement)) yield misplaced(statement, stray);
  },
});

function unknown({ object, members }: Statement, { key, range }: Member): Finding {
  const meant = intendedElement(key.text, STATEMENT_ELEMENTS);
  const isFree = meant !== undefined && !members.some((other) => other.key.text === meant);
  const isOfPolicy = policyElement(key.text) !== undefined;
  const hint = isFree ? `; "${meant}" may be meant` : '';
  const message = isOfPolicy
    ? `"${key.text}" belongs to the policy, not to a statement.`
    : `A statement has no element "${key.text}"${hint}.`;
  return {
    range: key.range,
    message,
    fixes: () => {
      const deletion = deleteEntry(object, { key, range, value: undefined });
      if (!isFree || key.text === 'Version') return [deletion];
      const edits = [{ range: key.range, newText: JSON.stringify(meant) }];
      const rename: Fix = { title: `Change to "${meant}"`, keepsAccess: false, isPreferred: true, edits };
      return OPTIONAL.has(meant) ? [rename, deletion] : [rename];
    },
  };
}

/** A statement, or a list of them, inside of one. */
function nested({ text, object }: Statement, entry: Member): Finding {
  const { key, value } = entry;
  return {
    range: key.range,
    message: '"Statement" stands inside a statement.',
    fixes: ({ isInList }) => {
      const deletion = deleteEntry(object, entry);
      if (object.members.length > 1 || (value?.kind !== 'object' && value?.kind !== 'array'))
        return [deletion];
      const isList = value.kind === 'array' && isInList;
      const content = text.slice(value.range.start, value.range.end);
      const newText = isList ? content.slice(1, -1).trim() : content;
      const edits = [{ range: object.range, newText }];
      const title = 'Take the outer "Statement" away';
      const unwrap: Fix = { title, keepsAccess: false, isPreferred: true, edits };
      return newText === '' ? [deletion] : [unwrap];
    },
  };
}

/** A statement does without them. */
const OPTIONAL: ReadonlySet<string> = new Set(['Sid', 'Condition']);

function misplaced(statement: Statement, stray: StrayElement): Finding {
  const { outer, container, entry } = stray;
  const { text, object, members } = statement;
  return {
    range: entry.key.range,
    message: `"${entry.key.text}" stands inside "${outer.key.text}"; it belongs beside it.`,
    fixes: () => {
      const unwrapped = unwrap(text, stray);
      if (unwrapped) return [unwrapped];
      const isTaken = members.some(({ key }) => key.text === entry.key.text);
      const edits = isTaken ? undefined : moveEdits(text, object, stray);
      const title = `Move "${entry.key.text}" beside "${outer.key.text}"`;
      const move: readonly Fix[] = edits ? [{ title, keepsAccess: false, isPreferred: true, edits }] : [];
      return move.length > 0 && !OPTIONAL.has(entry.key.text)
        ? move
        : [...move, deleteEntry(container, entry)];
    },
  };
}

/** `"Action": { "Action": … }` was written twice. */
function unwrap(text: string, { outer, container, entry, isAlone }: StrayElement): Fix | undefined {
  if (!isAlone || outer.value !== container || outer.key.text !== entry.key.text || !entry.value)
    return undefined;
  const newText = text.slice(entry.value.range.start, entry.value.range.end);
  const title = `Take the outer "${outer.key.text}" away`;
  return { title, keepsAccess: false, isPreferred: true, edits: [{ range: container.range, newText }] };
}

/** What held nothing but the element goes with it; a list that would be missing then is left empty. */
function moveEdits(
  text: string,
  object: ObjectValue,
  { outer, container, entry, isAlone }: StrayElement,
): readonly TextEdit[] | undefined {
  const written = dedented(text, entry, outer);
  const insertion = insertAfter(text, object, outer.range, written);
  if (!isAlone) return [removeEntry(container, entry.range), insertion];
  const { value } = outer;
  if (value === container) {
    return statementElement(outer.key.text)?.shape === 'list'
      ? [{ range: container.range, newText: '[]' }, insertion]
      : [{ range: outer.range, newText: written }];
  }
  const isItem = value?.kind === 'array' && value.items.includes(container);
  return isItem ? [removeEntry(value, container.range), insertion] : undefined;
}

/** The text of a member as it stands one level further out. */
function dedented(text: string, inner: Member, outer: Member): string {
  const from = indentationAt(text, inner.range.start);
  const to = indentationAt(text, outer.range.start);
  const written = text.slice(inner.range.start, inner.range.end);
  return from.startsWith(to) ? written.replaceAll(`\n${from}`, `\n${to}`) : written;
}

function indentationAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

function deleteEntry(container: ObjectValue, { key, range }: Member): Fix {
  return { title: `Delete "${key.text}"`, keepsAccess: false, edits: [removeEntry(container, range)] };
}

import type { TextRange } from '../base/text-range.ts';
import { type Comment, commentsOf } from '../policy/comments.ts';

/** A comment that asks for silence about one rule; one that names several rules is several of these. */
export interface Suppression {
  readonly scope: 'line' | 'next-line' | 'statement' | 'file';
  /** Undefined where the comment names no rule, and so has no effect. */
  readonly ruleId: string | undefined;
  /** Of the rule's name; of the whole comment where it names none. */
  readonly range: TextRange;
  /** Other rules that the same comment names. */
  readonly siblings: number;
  /** What stands behind ` -- `; undefined where nothing does. */
  readonly reason: string | undefined;
  readonly comment: Comment;
}

/** A suppression and what became of it. `off`: the rule does not run here anyway. */
export interface JudgedSuppression extends Suppression {
  readonly verdict: 'used' | 'unused' | 'off' | 'unknown';
}

/** What every such comment contains; a text without it needs no search. */
export const SUPPRESSION_MARK = 'leastwise-disable-';

/**
 * The suppressions of a text, `// leastwise-disable-next-line rule-id, rule-id -- reason`, in the order written.
 *
 * Also `-line`, `-statement` and `-file`, and in block comments. Any text will do.
 */
export function suppressionsOf(text: string): readonly Suppression[] {
  if (!text.includes(SUPPRESSION_MARK)) return [];
  return commentsOf(text).flatMap((comment) => readComment(text, comment));
}

function readComment(text: string, comment: Comment): readonly Suppression[] {
  const { start, end } = comment.content;
  const content = text.slice(start, end);
  const [directive, scope] = DIRECTIVE.exec(content) ?? [];
  if (directive === undefined) return [];
  const dashes = content.indexOf('--', directive.length);
  const reason = dashes < 0 ? undefined : content.slice(dashes + 2).trim() || undefined;
  const names = content.slice(directive.length, dashes < 0 ? undefined : dashes);
  const found = [...names.matchAll(/[^\s,]+/g)];
  const shared = { scope: scope as Suppression['scope'], reason, comment, siblings: found.length - 1 };
  if (found.length === 0) return [{ ...shared, siblings: 0, ruleId: undefined, range: comment.range }];
  return found.map(({ 0: name, index }) => {
    const from = start + directive.length + index;
    return { ...shared, ruleId: name, range: { start: from, end: from + name.length } };
  });
}

const DIRECTIVE = /^\s*leastwise-disable-(line|next-line|statement|file)(?![\w-])/;

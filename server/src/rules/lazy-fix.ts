import type { TextEdit } from '../base/text-edit.ts';
import type { Fix } from './rule.ts';

/** A fix whose edits are computed when somebody reads them, once. For titles that cost much less than their edits. */
export function lazyFix(facts: Omit<Fix, 'edits'>, compute: () => readonly TextEdit[]): Fix {
  let known: readonly TextEdit[] | undefined;
  return {
    ...facts,
    get edits() {
      known ??= compute();
      return known;
    },
  };
}

/** The fix with other edits, which are computed from its own when somebody reads them. */
export function withEdits(fix: Fix, map: (edits: readonly TextEdit[]) => readonly TextEdit[]): Fix {
  const { title, keepsAccess, isPreferred, isSnippet } = fix;
  const facts = { title, keepsAccess, ...(isPreferred && { isPreferred }), ...(isSnippet && { isSnippet }) };
  return lazyFix(facts, () => map(fix.edits));
}

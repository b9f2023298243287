import { plainText } from '../base/snippet.ts';
import type { TextEdit } from '../base/text-edit.ts';
import type { Fix } from './rule.ts';

/** The edits of a fix for whoever knows no snippets: tab stops keep their defaults. */
export function plainEdits(fix: Fix): readonly TextEdit[] {
  if (!fix.isSnippet) return fix.edits;
  return fix.edits.map(({ range, newText }) => ({ range, newText: plainText(newText) }));
}

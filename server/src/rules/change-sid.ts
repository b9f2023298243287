import type { TextRange } from '../base/text-range.ts';
import type { Fix } from './rule.ts';

/** Puts another Sid in the place of one; nothing depends on a Sid but its being different from the others. */
export function changeSid(range: TextRange, newSid: string): Fix {
  const edits = [{ range, newText: JSON.stringify(newSid) }];
  return { title: `Change to "${newSid}"`, keepsAccess: true, isPreferred: true, edits };
}

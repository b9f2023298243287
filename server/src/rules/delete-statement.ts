import type { TextEdit } from '../base/text-edit.ts';
import type { Fix } from './rule.ts';

/** For a statement that matches no request: without it the same is allowed and denied. Empty for the only one. */
export function deleteStatement(removal: TextEdit | undefined): readonly Fix[] {
  return removal
    ? [{ title: 'Delete the statement', keepsAccess: true, isPreferred: true, edits: [removal] }]
    : [];
}

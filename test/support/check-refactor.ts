import assert from 'node:assert/strict';
import { plainText } from '../../server/src/base/snippet.ts';
import { applyEdits } from '../../server/src/base/text-edit.ts';
import type { Action } from '../../server/src/features/code-action/action.ts';
import { refactors } from '../../server/src/features/refactor/refactors.ts';
import { readPolicies } from '../../server/src/policy/read-policies.ts';
import { withCursor } from './fixture.ts';
import { TINY } from './tiny-catalogue.ts';

function offered(fixture: string): readonly Action[] {
  const { text, offset } = withCursor(fixture);
  return refactors(readPolicies(text, { isPolicyFile: true }), { start: offset, end: offset }, TINY);
}

/** Titles of what is offered at `$0` without a finding. */
export function refactorTitles(fixture: string): readonly string[] {
  return offered(fixture).map(({ title }) => title);
}

/** Apply what has this title at `$0` and compare the text. */
export function checkRefactor(fixture: string, title: string, after: string): void {
  const action = offered(fixture).find((candidate) => candidate.title === title);
  assert.ok(action, `no "${title}" among: ${refactorTitles(fixture).join(' | ')}`);
  const edits = action.edits.map(({ range, newText }) => ({
    range,
    newText: action.isSnippet ? plainText(newText) : newText,
  }));
  assert.equal(applyEdits(withCursor(fixture).text, edits), after);
}

import assert from 'node:assert/strict';
import { plainText } from '../../server/src/base/snippet.ts';
import { applyEdits } from '../../server/src/base/text-edit.ts';
import type { Catalogue } from '../../server/src/catalogue/catalogue.ts';
import { complete } from '../../server/src/features/completion/complete.ts';
import type { CompletionList } from '../../server/src/features/completion/completion.ts';
import type { PolicyType } from '../../server/src/iam/policy-type.ts';
import { readPolicies } from '../../server/src/policy/read-policies.ts';
import { withCursor } from './fixture.ts';
import { TINY } from './tiny-catalogue.ts';

export interface CompletionOptions {
  readonly policyType?: PolicyType;
  readonly catalogue?: Catalogue;
  /** Texts of other policies that are open. */
  readonly others?: readonly string[];
}

/** The proposals at `$0`. */
export function completions(
  fixture: string,
  { policyType, catalogue = TINY, others = [] }: CompletionOptions = {},
): CompletionList | undefined {
  const { text, offset } = withCursor(fixture);
  const open = others.flatMap((other) => readPolicies(other, { isPolicyFile: true }).policies);
  return complete(readPolicies(text, { isPolicyFile: true, policyType }), offset, catalogue, open);
}

/** Compare the proposals at `$0`, in the order shown, as `label  description`. */
export function checkCompletion(
  fixture: string,
  expected: readonly string[],
  options?: CompletionOptions,
): void {
  const items = [...(completions(fixture, options)?.items ?? [])];
  items.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (a.label < b.label ? -1 : 1));
  assert.deepEqual(
    items.map(({ label, description }) => (description ? `${label}  ${description}` : label)),
    expected,
  );
}

/** Accept one proposal at `$0` and compare the text; tab stops keep their defaults. */
export function checkAccept(
  fixture: string,
  label: string,
  after: string,
  options?: CompletionOptions,
): void {
  const { text, offset } = withCursor(fixture);
  const list = completions(fixture, options);
  const item = list?.items.find((candidate) => candidate.label === label);
  assert.ok(
    list && item,
    `no proposal "${label}" among: ${list?.items.map((other) => other.label).join(', ')}`,
  );
  assert.ok(
    isShown(item.filterText, text.slice(list.range.start, offset)),
    `the editor would hide "${label}"`,
  );
  const newText = item.isSnippet ? plainText(item.newText) : item.newText;
  assert.equal(applyEdits(text, [{ range: list.range, newText }, ...list.additionalEdits]), after);
}

/** Editors show a proposal if what is typed is a subsequence of its filter text. */
function isShown(filterText: string, typed: string): boolean {
  let position = 0;
  for (const char of typed.toLowerCase()) {
    position = filterText.toLowerCase().indexOf(char, position) + 1;
    if (position === 0) return false;
  }
  return true;
}

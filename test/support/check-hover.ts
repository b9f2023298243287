import assert from 'node:assert/strict';
import type { TextRange } from '../../server/src/base/text-range.ts';
import type { Catalogue } from '../../server/src/catalogue/catalogue.ts';
import { type Hover, type HoverOptions, hover } from '../../server/src/features/hover/hover.ts';
import type { PolicyType } from '../../server/src/iam/policy-type.ts';
import { readPolicies } from '../../server/src/policy/read-policies.ts';
import { withCursor } from './fixture.ts';
import { TINY } from './tiny-catalogue.ts';

export interface CheckHoverOptions extends HoverOptions {
  readonly policyType?: PolicyType;
  readonly fileName?: string;
  /** `TINY` unless a test is about the real data. */
  readonly catalogue?: Catalogue;
}

/**
 * Hover at `$0`. A string is the whole Markdown, a list are parts of it, and undefined means that nothing is shown.
 * The range must be the string under the cursor.
 */
export function checkHover(
  fixture: string,
  expected: string | readonly string[] | undefined,
  options: CheckHoverOptions = {},
): void {
  const { text, offset } = withCursor(fixture);
  assert.ok(offset >= 0, 'The fixture has no $0.');
  const found = hoverAt(text, offset, options);
  if (typeof expected !== 'object') {
    assert.equal(found?.markdown, expected);
  } else {
    assert.ok(found, 'nothing is shown');
    for (const part of expected) {
      assert.ok(found.markdown.includes(part), `no "${part}" in:\n${found.markdown}`);
    }
  }
  if (found) checkRange(text, offset, found.range);
}

/** The hover at an offset of a policy file. */
export function hoverAt(text: string, offset: number, options: CheckHoverOptions = {}): Hover | undefined {
  const { policyType, fileName, catalogue = TINY, ...shown } = options;
  const file = readPolicies(text, { isPolicyFile: true, policyType, fileName });
  return hover(file, offset, catalogue, shown);
}

function checkRange(text: string, offset: number, { start, end }: TextRange): void {
  assert.ok(start <= offset && offset < end, `the cursor at ${offset} is not within ${start} to ${end}`);
  assert.match(text.slice(start, end), /^\\?".*\\?"$/s);
}

import { memoized } from '../base/memo.ts';
import { eachGap } from './json-gap.ts';
import type { PolicyDocument } from './policy-document.ts';

/** How long a policy is as it is written, by the ways in which AWS counts. */
export interface PolicySize {
  readonly characters: number;
  /** Without white space and comments between the JSON tokens. */
  readonly charactersWithoutWhiteSpace: number;
  /** Of UTF-8. */
  readonly bytes: number;
}

/** Remembered with the policy: one pass over its text. */
export const policySize = memoized(({ text, range }: PolicyDocument): PolicySize => {
  const own = text.slice(range.start, range.end);
  let gaps = 0;
  eachGap(own, ({ start, end }) => {
    gaps += end - start;
  });
  return {
    characters: own.length,
    charactersWithoutWhiteSpace: own.length - gaps,
    bytes: own.length + extraBytes(own),
  };
});

/** Characters from U+0080 on need a second byte, those from U+0800 a third; a surrogate pair is four for two. */
function extraBytes(text: string): number {
  let extra = 0;
  for (const run of text.match(/[\u0080-\uffff]+/g) ?? []) {
    for (let i = 0; i < run.length; i++) {
      const code = run.charCodeAt(i);
      extra += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
    }
  }
  return extra;
}

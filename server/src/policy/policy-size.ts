import { memoized } from '../base/memo.ts';
import { eachGap } from './json-gap.ts';
import type { PolicyDocument } from './policy-document.ts';
import type { Statement } from './statement.ts';

/** How long a policy is as it is written, by the ways in which AWS counts. */
export interface PolicySize {
  readonly characters: number;
  /** Without white space and comments between the JSON tokens. */
  readonly charactersWithoutWhiteSpace: number;
  /** Of UTF-8. */
  readonly bytes: number;
  /** AWS accepts no comments, so whatever it gets is not this text. */
  readonly hasComments: boolean;
}

/** Remembered with the policy, and what its statements add with them: an edit counts one statement anew. */
export const policySize = memoized((policy: PolicyDocument): PolicySize => {
  const { text, range, statements, isBroken } = policy;
  if (isBroken) return sizeOfText(text.slice(range.start, range.end));
  const sizes: PolicySize[] = [];
  let end = range.start;
  for (const { statement, offset } of statements) {
    sizes.push(sizeOfText(text.slice(end, offset)), sizeOfStatement(statement));
    end = offset + statement.text.length;
  }
  sizes.push(sizeOfText(text.slice(end, range.end)));
  return sum(sizes);
});

const sizeOfStatement = memoized(({ text }: Statement): PolicySize => sizeOfText(text));

function sum(sizes: readonly PolicySize[]): PolicySize {
  const total = (count: (size: PolicySize) => number): number =>
    sizes.reduce((all, size) => all + count(size), 0);
  return {
    characters: total(({ characters }) => characters),
    charactersWithoutWhiteSpace: total((size) => size.charactersWithoutWhiteSpace),
    bytes: total(({ bytes }) => bytes),
    hasComments: sizes.some(({ hasComments }) => hasComments),
  };
}

/** The same for a text that would become a policy. */
export function sizeOfText(text: string): PolicySize {
  let gaps = 0;
  let hasComments = false;
  eachGap(text, ({ start, end, hasComment }) => {
    gaps += end - start;
    hasComments ||= hasComment;
  });
  return {
    characters: text.length,
    charactersWithoutWhiteSpace: text.length - gaps,
    bytes: text.length + extraBytes(text),
    hasComments,
  };
}

/** A size as one quota counts it. */
export function measured(
  { characters, charactersWithoutWhiteSpace, bytes }: PolicySize,
  unit: 'characters' | 'bytes',
  countsWhiteSpace: boolean,
): number {
  const counted = countsWhiteSpace ? characters : charactersWithoutWhiteSpace;
  return unit === 'bytes' ? counted + bytes - characters : counted;
}

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

import { memoized } from '../base/memo.ts';
import { applyEdits, type TextEdit } from '../base/text-edit.ts';
import type { TextRange } from '../base/text-range.ts';
import { DIRECT, type Embedding } from './embedding.ts';
import { findJsonSlips } from './find-json-slips.ts';
import { parseJson } from './parse-json.ts';
import type { PolicyDocument, PolicyFile } from './policy-document.ts';
import { readPolicies } from './read-policies.ts';
import { brokenStatement } from './statement.ts';

/** The policies of a file that is no JSON, read as they are meant. */
export interface RepairedFile {
  readonly policies: readonly PolicyDocument[];
  /** Whether a range of the policy's text holds something that is not in the file. */
  isGuessed(policy: PolicyDocument, range: TextRange): boolean;
}

/**
 * What the file says once its JSON slips are repaired: a parser that only goes on behind an error takes half of a
 * policy for something else. The policies lie in the file as in an embedding, so what is found in them stands where
 * it is written, and those that were repaired are still broken: what is missing may only not be typed yet.
 *
 * Undefined for a file without slips, and where not all of them can be repaired.
 */
export const repairedFile: (file: PolicyFile) => RepairedFile | undefined = memoized((file: PolicyFile) => {
  const { text, problems, policies, options } = file;
  if (text.length > MAX_LENGTH || !policies.some(({ isBroken }) => isBroken)) return undefined;
  const comments = problems.some(({ code }) => code === 'InvalidCommentToken') ? 'refused' : 'allowed';
  const slips = findJsonSlips(text, comments) ?? [];
  const edits = slips.flatMap(({ repair }) => repair?.edits ?? []).sort(inOrder);
  if (edits.length === 0 || overlap(edits)) return undefined;
  const repaired = applyEdits(text, edits);
  if (parseJson(repaired, 'allowed').problems.length > 0) return undefined;

  const guesses = guessedRanges(edits);
  const toFile = offsetsBefore(edits);
  const inRepaired = new Map<PolicyDocument, Embedding>();
  const read = readPolicies(repaired, options, file).policies.map((policy) => {
    const placed = withGuesses(policy, guesses, { ...policy, embedding: through(policy.embedding, toFile) });
    inRepaired.set(placed, policy.embedding);
    return placed;
  });
  return {
    policies: read,
    isGuessed(policy, range) {
      const own = (inRepaired.get(policy) ?? DIRECT).toFile(range);
      return guesses.some((guess) => sharesText(own, guess));
    },
  };
});

/** Longer texts are read as they are: the editor must stay quick. */
const MAX_LENGTH = 300_000;

/** Insertions come before a replacement that begins at the same place. */
const inOrder = (a: TextEdit, b: TextEdit): number =>
  a.range.start - b.range.start || Number(a.range.end > a.range.start) - Number(b.range.end > b.range.start);

function overlap(edits: readonly TextEdit[]): boolean {
  return edits.some(({ range }, index) => range.start < (edits[index - 1]?.range.end ?? 0));
}

/** What the edits put into the repaired text; empty where they only take out. */
function guessedRanges(edits: readonly TextEdit[]): readonly TextRange[] {
  let growth = 0;
  return edits.map(({ range, newText }) => {
    const start = range.start + growth;
    growth += newText.length - (range.end - range.start);
    return { start, end: start + newText.length };
  });
}

/** From an offset of the repaired text to one of the text before. */
function offsetsBefore(edits: readonly TextEdit[]): (offset: number, side: 'start' | 'end') => number {
  return (offset, side) => {
    let growth = 0;
    for (const { range, newText } of edits) {
      const start = range.start + growth;
      const end = start + newText.length;
      if (offset < start || (offset === start && side === 'end')) break;
      if (offset < end || (offset === end && side === 'end')) {
        return side === 'start' ? range.start : range.end;
      }
      growth += newText.length - (range.end - range.start);
    }
    return offset - growth;
  };
}

function through(inner: Embedding, toFile: ReturnType<typeof offsetsBefore>): Embedding {
  const placed = ({ start, end }: TextRange): TextRange => {
    const from = toFile(start, 'start');
    return { start: from, end: Math.max(from, toFile(end, 'end')) };
  };
  return {
    isString: inner.isString,
    toFile: (range) => placed(inner.toFile(range)),
    editToFile: (edit) => {
      const { range, newText } = inner.editToFile(edit);
      return { range: placed(range), newText };
    },
    // The places of a cursor are looked up in the file itself.
    fromFile: () => undefined,
  };
}

/** The policy and its statements with repairs are broken. */
function withGuesses(
  { embedding }: PolicyDocument,
  guesses: readonly TextRange[],
  policy: PolicyDocument,
): PolicyDocument {
  const holds = (range: TextRange): boolean => {
    const own = embedding.toFile(range);
    return guesses.some((guess) => sharesText(own, guess));
  };
  return {
    ...policy,
    isBroken: holds(policy.range),
    statements: policy.statements.map((placed) => {
      const { offset, statement } = placed;
      const isHit = holds({ start: offset, end: offset + statement.text.length });
      return isHit ? { ...placed, statement: brokenStatement(statement) } : placed;
    }),
  };
}

/** What is taken out has to lie within, what is put in to be shared. */
function sharesText(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

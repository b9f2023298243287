import type { TextEdit } from '../../base/text-edit.ts';
import { shifted, type TextRange } from '../../base/text-range.ts';
import type { PolicyFile } from '../../policy/policy-document.ts';
import { sidsOf } from '../../policy/sid.ts';
import { statementsInRange } from '../../policy/statements-in-range.ts';
import { partOf, type StringValue } from '../../policy/value.ts';
import { bucketIn, type RenamedThing, renamedThing } from './renamed-thing.ts';
import { stringsWithArns } from './strings-with-arns.ts';

/** What an editor lets its user change before `rename`. */
export interface RenameTarget {
  /** In the file. */
  readonly range: TextRange;
  readonly name: string;
}

/** Edits of the file, or why there can be none. */
export type Renaming = { readonly edits: readonly TextEdit[] } | { readonly problem: string };

/** The Sid or the bucket name at an offset of the file; undefined where nothing can be renamed. */
export function renameTarget(file: PolicyFile, offset: number): RenameTarget | undefined {
  const thing = renamedThing(file, offset);
  return thing && { range: thing.policy.embedding.toFile(thing.range), name: thing.name };
}

/** Give the thing at an offset another name: a Sid where it stands, a bucket in all ARNs of the file that name it. */
export function rename(file: PolicyFile, offset: number, newName: string): Renaming | undefined {
  const thing = renamedThing(file, offset);
  if (!thing) return undefined;
  const problem = thing.kind === 'sid' ? sidProblem(thing, newName) : bucketProblem(newName);
  if (problem) return { problem };
  return { edits: thing.kind === 'sid' ? renamedSid(thing, newName) : renamedBucket(file, thing, newName) };
}

type RenamedSid = Extract<RenamedThing, { kind: 'sid' }>;

function sidProblem({ policy, name }: RenamedSid, newName: string): string | undefined {
  const isLax = policy.type.policyType === 'resource' || policy.type.policyType === 'endpoint';
  if (newName === '') return 'A Sid needs at least one character.';
  if (!isLax && /[^A-Za-z\d]/.test(newName)) return 'Only letters and digits are allowed in a Sid.';
  const isTaken = newName !== name && sidsOf(policy).some(({ text }) => text === newName);
  return isTaken ? `Another statement has the Sid "${newName}" already.` : undefined;
}

/**
 * Also the names of old buckets, which may be longer and hold capitals and underscores; nothing that would make the
 * ARN mean something else.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
function bucketProblem(newName: string): string | undefined {
  return /^[A-Za-z\d][\w.-]{1,253}[A-Za-z\d]$/.test(newName)
    ? undefined
    : 'A bucket name has 3 to 63 lower-case letters, digits, dots and hyphens.';
}

function renamedSid({ policy, placed, value }: RenamedSid, newName: string): readonly TextEdit[] {
  const edit = partReplaced(value, 0, value.text.length, newName);
  return [policy.embedding.editToFile({ ...edit, range: shifted(edit.range, placed.offset) })];
}

function renamedBucket(file: PolicyFile, { name }: RenamedThing, newName: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { policy, placed } of statementsInRange(file)) {
    for (const value of stringsWithArns(placed.statement)) {
      const bucket = bucketIn(value.text);
      if (bucket?.name !== name) continue;
      const edit = partReplaced(value, bucket.start, bucket.end, newName);
      edits.push(policy.embedding.editToFile({ ...edit, range: shifted(edit.range, placed.offset) }));
    }
  }
  return edits;
}

/** Where escapes hide the place of the part, the whole string is written anew. */
function partReplaced(value: StringValue, start: number, end: number, newPart: string): TextEdit {
  const { text, isPlain, range } = value;
  return isPlain
    ? { range: partOf(value, start, end), newText: JSON.stringify(newPart).slice(1, -1) }
    : { range, newText: JSON.stringify(text.slice(0, start) + newPart + text.slice(end)) };
}

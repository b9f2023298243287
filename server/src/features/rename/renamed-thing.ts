import { shifted, type TextRange, touches } from '../../base/text-range.ts';
import { parseArn } from '../../iam/arn.ts';
import { cursorAt } from '../../policy/cursor.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { PlacedStatement, PolicyDocument, PolicyFile } from '../../policy/policy-document.ts';
import { inside, partOf, type StringValue } from '../../policy/value.ts';
import { stringsWithArns } from './strings-with-arns.ts';

/** What can be renamed at a place. */
export type RenamedThing =
  | {
      readonly kind: 'sid';
      readonly name: string;
      /** In the text of the policy, without quotes. */
      readonly range: TextRange;
      readonly policy: PolicyDocument;
      readonly placed: PlacedStatement;
      readonly value: StringValue;
    }
  | {
      readonly kind: 'bucket';
      readonly name: string;
      readonly range: TextRange;
      readonly policy: PolicyDocument;
    };

/** The Sid or the bucket name that an offset of the file touches. */
export function renamedThing(file: PolicyFile, offset: number): RenamedThing | undefined {
  const cursor = cursorAt(file, offset);
  if (!('placed' in cursor)) return undefined;
  const { policy, placed } = cursor;
  const inner = policy.embedding.fromFile(offset);
  if (inner === undefined) return undefined;
  return cursor.at === 'sid' ? sid(policy, placed) : bucketAt(policy, placed, inner - placed.offset);
}

function sid(policy: PolicyDocument, placed: PlacedStatement): RenamedThing | undefined {
  const value = placed.statement.element('Sid')?.value;
  if (value?.kind !== 'string' || value.text === '' || isDynamic(value.text)) return undefined;
  const range = shifted(inside(value), placed.offset);
  return { kind: 'sid', name: value.text, range, policy, placed, value };
}

function bucketAt(policy: PolicyDocument, placed: PlacedStatement, offset: number): RenamedThing | undefined {
  for (const value of stringsWithArns(placed.statement)) {
    const bucket = touches(value.range, offset) ? bucketIn(value.text) : undefined;
    if (!bucket) continue;
    const range = partOf(value, bucket.start, bucket.end);
    if (!touches(range, offset)) continue;
    return { kind: 'bucket', name: bucket.name, range: shifted(range, placed.offset), policy };
  }
  return undefined;
}

/** A bucket name and its place in the text of an ARN. */
export interface BucketInArn extends TextRange {
  readonly name: string;
}

/** The bucket that an ARN names, or whose objects it names; undefined for a pattern, which names several. */
export function bucketIn(text: string): BucketInArn | undefined {
  const arn = parseArn(text);
  if (arn?.service !== 's3' || arn.region !== '' || arn.account !== '') return undefined;
  const name = arn.resource.split('/')[0] ?? '';
  if (name === '' || /[*?$:]/.test(name) || isDynamic(name)) return undefined;
  const start = text.length - arn.resource.length;
  return { name, start, end: start + name.length };
}

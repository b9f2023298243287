import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cursorAt } from '../../server/src/policy/cursor.ts';
import { readPolicies } from '../../server/src/policy/read-policies.ts';
import { withCursor } from '../support/fixture.ts';

/** `at`, what else tells places of this kind apart, and what is typed. */
function place(fixture: string): string {
  const { text, offset } = withCursor(fixture);
  const cursor = cursorAt(readPolicies(text, { isPolicyFile: true }), offset);
  if (cursor.at === 'nothing') return 'nothing';
  const { at, slot, policy: _, ...rest } = cursor;
  const details = Object.entries(rest)
    .filter(([name]) => name !== 'placed')
    .map(([name, value]) => `${name}=${value}`);
  return [at, ...details, `"${slot.typed}"`].join(' ');
}

const inStatement = (members: string): string => `{ "Statement": [{ ${members} }] }`;

describe('the cursor', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['{ "Ver$0" }', 'policyElement "Ver"'],
    ['{ "Version": "20$0" }', 'version "20"'],
    ['{ "Version": $0 }', 'version ""'],
    ['{ "Statement": [ $0 ] }', 'statement ""'],
    ['{ "Statement": [ {} $0 ] }', 'statement ""'],
    ['{ "Statement": []$0 }', 'nothing'],
    [inStatement('"$0"'), 'statementElement ""'],
    [inStatement('"Effect": "Allow", "Act$0'), 'statementElement "Act"'],
    [inStatement('"Effect": "Allow"\n"Act$0"'), 'statementElement "Act"'],
    [inStatement('"Effect": "A$0"'), 'effect "A"'],
    [inStatement('"Sid": "x$0"'), 'sid "x"'],
    [inStatement('"Action": "s3:G$0et"'), 'action element=Action "s3:G"'],
    [inStatement('"NotAction": ["s3:Put", "s3:$0"]'), 'action element=NotAction "s3:"'],
    [inStatement('"Action": [$0]'), 'action element=Action ""'],
    [inStatement('"Action": { "a": "$0" }'), 'nothing'],
    [inStatement('"Resource": ["arn:$0"]'), 'resource element=Resource "arn:"'],
    [inStatement('"Principal": "$0"'), 'principal element=Principal type=undefined ""'],
    [inStatement('"Principal": { "A$0" }'), 'principalType element=Principal "A"'],
    [inStatement('"Principal": { "AWS": ["1$0"] }'), 'principal element=Principal type=AWS "1"'],
    [inStatement('"Condition": { "Str$0" }'), 'conditionOperator "Str"'],
    [inStatement('"Condition": { "Bool": { "aws:$0" } }'), 'conditionKey operator=Bool "aws:"'],
    [
      inStatement('"Condition": { "Bool": { "aws:SecureTransport": ["t$0"] } }'),
      'conditionValue operator=Bool key=aws:SecureTransport "t"',
    ],
    [inStatement('"Resources": "$0"'), 'nothing'],
    ['{ "Statement": { "Effect": "$0" } }', 'effect ""'],
  ];
  for (const [fixture, expected] of cases) test(fixture, () => assert.equal(place(fixture), expected));
});

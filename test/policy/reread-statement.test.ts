import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { PolicyFile } from '../../server/src/policy/policy-document.ts';
import { readPolicies } from '../../server/src/policy/read-policies.ts';
import { rereadStatement } from '../../server/src/policy/reread-statement.ts';

const STATEMENTS: readonly unknown[] = [
  { Sid: 'A', Effect: 'Allow', Action: ['s3:GetObject', 's3:Put*'], Resource: 'arn:aws:s3:::b/*' },
  {
    Effect: 'Deny',
    NotAction: 'sts:*',
    Resource: '*',
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  },
  { Effect: 'Allow', Principal: { AWS: '*' }, Action: 's3:*', Resource: ['*'] },
  { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  {},
];

const USUAL = { Version: '2012-10-17' };

const HEADERS: readonly Readonly<Record<string, string>>[] = [
  { Version: '2012-10-17', Id: 'x' },
  { Version: '2008-10-17' },
  { Version: '2012-10-17', Statemen: 'x' },
  {},
];

const PIECES: readonly string[] = [
  ...['', '"', '{', '}', '[', ']', ',', ':', ' ', '\n', '//', '/*', '*/', '\\', 'x', '1', '*'],
  ...['{}', '[]', '"x"', '"x",', ', {}', '} , {', '}// ', '"Effect": "Deny",', '"Principal": "*",', '[[]]'],
];

const texts = fc
  .record({
    header: fc.oneof({ arbitrary: fc.constant(USUAL), weight: 4 }, fc.constantFrom(...HEADERS)),
    statements: fc.array(fc.constantFrom(...STATEMENTS), { minLength: 1, maxLength: 4 }),
    isList: fc.constantFrom(true, true, true, false),
    indent: fc.constantFrom(0, 2),
    ending: fc.constantFrom('', '\n', ' // end'),
  })
  .map(({ header, statements, isList, indent, ending }) => {
    const Statement = isList ? statements : statements[0];
    return JSON.stringify({ ...header, Statement }, undefined, indent) + ending;
  });

const edits = fc.record({
  place: fc.nat({ max: 1_000_000 }),
  removed: fc.constantFrom(0, 0, 1, 2, 7),
  inserted: fc.constantFrom(...PIECES),
});

const options = fc.record({
  comments: fc.constantFrom('allowed' as const, 'refused' as const),
  isPolicyFile: fc.boolean(),
  fileName: fc.constantFrom('policy.json', 'trust.json'),
});

function edited(
  text: string,
  { place, removed, inserted }: { place: number; removed: number; inserted: string },
) {
  const start = place % (text.length + 1);
  return text.slice(0, start) + inserted + text.slice(start + removed);
}

describe('reading again after each of some edits', () => {
  test('gives what reading everything gives, and is often needed no more', () => {
    let shortcuts = 0;
    let brokenShortcuts = 0;
    fc.assert(
      fc.property(
        texts,
        fc.array(edits, { minLength: 1, maxLength: 4 }),
        options,
        (start, steps, reading) => {
          let text = start;
          let previous = readPolicies(text, reading);
          for (const step of steps) {
            text = edited(text, step);
            const short = rereadStatement(previous, text, reading.comments);
            if (short) shortcuts++;
            if (short?.problems.length) brokenShortcuts++;
            previous = readPolicies(text, reading, previous);
            assert.deepEqual(previous, readPolicies(text, reading));
          }
        },
      ),
      { numRuns: 3000 },
    );
    assert.ok(shortcuts > 600, `${shortcuts} edits were read by the short way.`);
    assert.ok(brokenShortcuts > 200, `${brokenShortcuts} of broken texts were.`);
  });
});

describe('an edit inside a statement', () => {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: STATEMENTS }, undefined, 2);
  const before = readPolicies(text);
  const statementsOf = (file: PolicyFile) => file.policies[0]?.statements ?? [];

  test('reads only that statement again', () => {
    const after = readPolicies(text.replace('sts:*', 'sts:Get*'), {}, before);
    const [first, second, third] = statementsOf(after);
    const [oldFirst, oldSecond, oldThird] = statementsOf(before);
    assert.equal(first, oldFirst);
    assert.notEqual(second?.statement, oldSecond?.statement);
    assert.equal(third?.statement, oldThird?.statement);
    assert.equal(third?.offset, (oldThird?.offset ?? 0) + 3);
  });

  test('does so also while its JSON is broken, and when it is whole again', () => {
    const broken = text.replace('"sts:*",', '"sts:*", "",');
    const after = readPolicies(broken, {}, before);
    assert.equal(statementsOf(after)[0], statementsOf(before)[0]);
    assert.equal(after.problems.length > 0, true);
    assert.deepEqual(after, readPolicies(broken));
    assert.ok(rereadStatement(after, text, 'allowed'));
  });

  test('infers the type of the policy again', () => {
    const only = JSON.stringify({ Version: '2012-10-17', Statement: [STATEMENTS[0]] });
    const after = readPolicies(
      only.replace('"Resource"', '"Principal":"*","Resource"'),
      {},
      readPolicies(only),
    );
    assert.equal(after.policies[0]?.type.policyType, 'resource');
  });

  test('counts its nesting from the beginning of the file', () => {
    const nested = (depth: number) => text.replace('"sts:*"', `${'['.repeat(depth)}${']'.repeat(depth)}`);
    for (const depth of [396, 397, 398]) {
      assert.deepEqual(readPolicies(nested(depth), {}, before), readPolicies(nested(depth)));
    }
  });

  for (const [what, from, to] of [
    ['loses its end', '"sts:*"', '"sts:*", "x": {'],
    ['becomes two', '"sts:*",', '"sts:*"}, {'],
    ['hides its end in a comment', '"sts:*",', '"sts:*"} //'],
  ] as const) {
    test(`reads everything if the statement ${what}`, () =>
      assert.equal(rereadStatement(before, text.replace(from, to), 'allowed'), undefined));
  }
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { narrowFile } from '../../../server/src/features/refactor/narrow-file.ts';
import type { NarrowRequest } from '../../../server/src/features/refactor/narrow-request.ts';
import { narrowingChoices } from '../../../server/src/features/refactor/narrowing-choices.ts';
import { readPolicies } from '../../../server/src/policy/read-policies.ts';
import { withCursor } from '../../support/fixture.ts';
import { TINY } from '../../support/tiny-catalogue.ts';

/** A policy of these statements, one a line, and the range of the cursor in it. */
function fileOf(...statements: readonly string[]) {
  const lines = statements.map((members) => `    { ${members} }`).join(',\n');
  const { text, offset } = withCursor(`{\n  "Statement": [\n${lines}\n  ]\n}\n`);
  const file = readPolicies(text, { isPolicyFile: true });
  return { file, range: { start: Math.max(0, offset), end: Math.max(0, offset) } };
}

/** What the members of one statement become. */
function narrowed(members: string, request: NarrowRequest): string {
  const { file } = fileOf(members);
  const { after } = narrowFile(file, TINY, request);
  assert.doesNotThrow(() => JSON.parse(after), after);
  return JSON.stringify(JSON.parse(after).Statement);
}

const SQUASHED = (value: unknown): string => JSON.stringify(value);

describe('narrowFile', () => {
  test('leaves out what is dangerous', () => {
    const before = '"Effect": "Allow", "Action": ["s3:GetObject", "s3:DeleteObject"], "Resource": "*"';
    assert.equal(
      narrowed(before, { without: ['destructive'] }),
      SQUASHED([{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: '*' }]),
    );
  });

  test('writes out wildcards, each name once', () => {
    const before = '"Effect": "Allow", "Action": ["sns:P*", "sns:Publish"], "Resource": "*"';
    assert.equal(
      narrowed(before, { form: 'names' }),
      SQUASHED([{ Effect: 'Allow', Action: ['sns:Publish'], Resource: '*' }]),
    );
  });

  test('adds the guards that fit', () => {
    const before = '"Effect": "Allow", "Action": "sns:Publish", "Resource": "*"';
    assert.equal(
      narrowed(before, { guards: ['MFA', 'source account'] }),
      SQUASHED([
        {
          Effect: 'Allow',
          Action: 'sns:Publish',
          Resource: '*',
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
        },
      ]),
    );
  });

  test('puts ARNs in the place of a star, and statements beside it for what takes none', () => {
    const before = '"Effect": "Allow", "Action": ["s3:GetObject", "s3:ListAllMyBuckets"], "Resource": "*"';
    assert.equal(
      narrowed(before, { limitsResources: true }),
      SQUASHED([
        {
          Effect: 'Allow',
          Action: ['s3:GetObject'],
          Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/*',
        },
        { Effect: 'Allow', Action: ['s3:ListAllMyBuckets'], Resource: '*' },
      ]),
    );
  });

  test('splits by resource', () => {
    const resources = '["arn:aws:s3:::b", "arn:aws:s3:::b/*"]';
    const before = `"Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": ${resources}`;
    assert.equal(
      narrowed(before, { splits: true }),
      SQUASHED([
        { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::b/*'] },
        { Effect: 'Allow', Action: ['s3:ListBucket'], Resource: ['arn:aws:s3:::b'] },
      ]),
    );
  });

  test('takes one step after the other', () => {
    const before = '"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*"';
    assert.equal(
      narrowed(before, { levels: ['Read', 'List'], toResources: true, form: 'names' }),
      SQUASHED([
        {
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:GetObjectAcl', 's3:GetObjectTagging'],
          Resource: 'arn:aws:s3:::b/*',
        },
      ]),
    );
  });

  test('counts what remains of a statement that became two', () => {
    const { file } = fileOf(
      '"Effect": "Allow", "Action": ["s3:GetObject", "s3:ListAllMyBuckets"], "Resource": "*"',
    );
    const [statement] = narrowFile(file, TINY, { limitsResources: true }).statements;
    assert.deepEqual([statement?.countBefore, statement?.countAfter, statement?.removed], [2, 2, []]);
  });

  test('keeps to the statement of a range, or takes all where that cannot be narrowed', () => {
    const wide = '"Effect": "Allow", "Action": "sns:*", "Resource": "*"';
    const outcomes = (...statements: readonly string[]) => {
      const { file, range } = fileOf(...statements);
      return narrowFile(file, TINY, { levels: ['Write'], range }).statements.map(({ pointer }) => pointer);
    };
    assert.deepEqual(outcomes(wide, `"Sid": "$0Two", ${wide}`), ['/Statement/1']);
    assert.deepEqual(outcomes(wide, '"Effect": "$0Deny", "Action": "sns:*", "Resource": "*"'), [
      '/Statement/0',
    ]);
  });
});

describe('narrowingChoices', () => {
  test('counts by level, by danger and by use', () => {
    const { file, range } = fileOf(
      '"Sid": "A$0", "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket", "s3:DeleteObject"], "Resource": "arn:aws:s3:::b"',
      '"Effect": "Allow", "Action": "sns:*", "Resource": "*"',
    );
    assert.deepEqual(narrowingChoices(file, TINY, range), {
      statements: ['A'],
      actions: 3,
      levels: [
        { level: 'List', count: 1 },
        { level: 'Read', count: 1 },
        { level: 'Write', count: 1 },
      ],
      sensitive: [{ kind: 'destructive', count: 1 }],
      unusable: 2,
      wildcards: 0,
      stars: 0,
      guards: ['MFA', 'TLS'],
    });
  });

  test('is nothing where nothing is allowed', () => {
    const { file, range } = fileOf('"Effect": "Deny", "Action": "s3:*", "Resource": "*"');
    assert.equal(narrowingChoices(file, TINY, range), undefined);
  });
});

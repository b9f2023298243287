import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/base/text-edit.ts';
import { findJsonSlips } from '../../server/src/policy/find-json-slips.ts';
import { parseJson } from '../../server/src/policy/parse-json.ts';

const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:GetObject", "s3:Put*"],
      "Resource": "arn:aws:s3:::b/\${aws:username}/*",
      "Condition": { "NumericLessThan": { "s3:max-keys": [1, -2.5e3] }, "Bool": { "a:b": true } }
    },
    { "Effect": "Deny", "NotAction": "*", "Resource": [ "*" ] }
  ]
}`;

/** The policy with a few characters deleted, inserted or replaced. */
const damaged = fc
  .array(
    fc.record({
      at: fc.nat(POLICY.length - 1),
      taken: fc.nat(2),
      put: fc.string({ unit: fc.constantFrom(...'{}[],:"\'\\ \n\tab1-.;=#/*“”\u00a0\u200b'), maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((slips) =>
    slips.reduce((text, { at, taken, put }) => text.slice(0, at) + put + text.slice(at + taken), POLICY),
  );

/** The text after all repairs; undefined if some slip has none. */
function repaired(text: string): string | undefined {
  const slips = findJsonSlips(text, 'refused') ?? [];
  return slips.every(({ repair }) => repair)
    ? applyEdits(
        text,
        slips.flatMap(({ repair }) => repair?.edits ?? []),
      )
    : undefined;
}

describe('findJsonSlips', () => {
  test('finds something exactly where a parser does', () =>
    fc.assert(
      fc.property(damaged, (text) => {
        const slips = findJsonSlips(text, 'refused');
        if (slips === undefined) return;
        assert.equal(slips.length > 0, parseJson(text, 'refused').problems.length > 0);
      }),
      { numRuns: 2000 },
    ));

  test('lets an escaped backslash end a string', () =>
    assert.deepEqual(findJsonSlips('{ "a\\\\": "b\\\\" }', 'refused'), []));

  test('comes to an end with any text, each range within it', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), damaged), (text) => {
        for (const { range, repair } of findJsonSlips(text, 'allowed') ?? []) {
          for (const { start, end } of [range, ...(repair?.edits ?? []).map((edit) => edit.range)]) {
            assert.ok(0 <= start && start <= end && end <= text.length, `${start}-${end} of ${text.length}`);
          }
        }
      }),
      { numRuns: 2000 },
    ));

  for (const broken of [
    POLICY.replace('"Allow",', '"Allow"'),
    POLICY.replace('"Allow",', '"Allow,'),
    POLICY.replace('"Allow",', 'Allow",'),
    POLICY.replace('"Allow",', "'Allow',"),
    POLICY.replace('"Allow",', 'Allow,'),
    POLICY.replace('"Allow",', '"Allow";'),
    POLICY.replace('"Allow",', '"Allow",,'),
    POLICY.replace('"Effect":', '"Effect"'),
    POLICY.replace('"Effect":', 'Effect:'),
    POLICY.replace('"Effect":', '"Effect" ='),
    POLICY.replace('"Effect":', '"Effect:'),
    POLICY.replace('["s3:GetObject"', '"s3:GetObject"'),
    POLICY.replace('"s3:Put*"]', '"s3:Put*"'),
    POLICY.replace('"s3:Put*"]', '"s3:Put*",]'),
    POLICY.replace('"s3:Put*"]', '"s3:Put*"}'),
    POLICY.replace('    },\n    {', '    }\n    {'),
    POLICY.replace('    },\n    {', '    ,\n    {'),
    POLICY.replace('  ]\n}', '  ]\n'),
    POLICY.replace('  ]\n}', '}'),
    POLICY.slice(0, POLICY.indexOf('"s3:Put*"')),
    `${POLICY}}`,
    `${POLICY};`,
    POLICY.replace('true', 'True'),
    POLICY.replace('"s3:max-keys"', 's3:max-keys'),
    POLICY.replace('[1, ', '[12", '),
    POLICY.replace('s3:Put*"', 's3:P"ut*"'),
    POLICY.replace('"s3:max-keys"', '"s3:"max-keys"'),
    POLICY.replace('aws:s3:::b', 'aws:"s3:::b'),
    POLICY.replace('"s3:max-keys"', '"s3:max\n-keys"'),
    POLICY.replace('s3:::b', '\n      s3:::b'),
    POLICY.replace('s3:::b', 's3\n:::b'),
    POLICY.replace('"arn:', 'arn:'),
  ]) {
    const line = broken.split('\n').find((text) => !POLICY.includes(text)) ?? broken.slice(-20);
    test(`sees one slip, and repairs it, in: ${line.trim()}`, () => {
      assert.equal(findJsonSlips(broken, 'refused')?.length, 1);
      assert.doesNotThrow(() => JSON.parse(repaired(broken) ?? ''));
    });
  }

  test('repairs nearly every text whose slips all have repairs', () => {
    const texts = fc.sample(damaged, { numRuns: 1500, seed: 1 });
    const attempts = texts.map(repaired).filter((text) => text !== undefined);
    const failures = attempts.filter((text) => parseJson(text, 'refused').problems.length > 0);
    assert.ok(attempts.length > 1000, `${attempts.length} of 1500 can be repaired`);
    assert.ok(
      failures.length < attempts.length / 50,
      `${failures.length} of ${attempts.length} repairs fail`,
    );
  });

  test('gives up after a hundred slips, or a thousand strings in other quotes', () => {
    assert.equal(findJsonSlips(`[${'x,'.repeat(5000)}]`, 'refused')?.length, 100);
    assert.equal(findJsonSlips(`[${"'x',".repeat(5000)}]`, 'refused')?.length, 1000);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { arnMissingField } from '../../../server/src/rules/resource/arn-missing-field.ts';
import { arnWildcardCrossesSegments } from '../../../server/src/rules/resource/arn-wildcard-crosses-segments.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('arn-wildcard-crosses-segments', () => {
  test('reports patterns that end before the last field', () =>
    checkRule(
      arnWildcardCrossesSegments,
      `{ "Statement": [{ "Resource": [
      "arn:aws:sns:us-east-1:*",
//    ^^^^^^^^^^^^^^^^^^^^^^^^^ The last "*" of "arn:aws:sns:us-east-1:*" also stands for the fields behind it.
      "arn:aws:sns:us-east-1:*:*", "*", "arn:aws:s3:::*"
] }] }`,
    ));

  test('reports what only fits because a wildcard takes a word with it', () =>
    checkRule(
      arnWildcardCrossesSegments,
      `{ "Statement": [{ "Resource": [
      "arn:aws:logs:*:*:/aws-glue/*",
//                      ^^^^^^^^^^^ "/aws-glue/*" is reached only by a "*" that runs past a colon.
      "arn:aws:logs:*:*:log-group:/aws-glue/*", "arn:aws:logs:*:*:*"
] }] }`,
    ));

  test('leaves what matches nothing to arn-missing-field', () => {
    const fixture = `{ "Statement": { "Resource":
      "arn:aws:s3::bucket/*"
//    ^^^^^^^^^^^^^^^^^^^^^^ "arn:aws:s3::bucket/*" has 5 of the 6 fields of an ARN.
} }`;
    checkRule([arnMissingField, arnWildcardCrossesSegments], fixture);
  });

  test('leaves placeholders and what is being typed alone', () => {
    checkRule(
      arnWildcardCrossesSegments,
      '{ "Statement": { "Resource": ["arn:aws:{{ service }}:*", "arn:aws:sns"] } }',
    );
    checkRule(arnWildcardCrossesSegments, '{ "Statement": [{ "Action": "*", "Resource": "arn:aws:sns:*');
  });

  test('writes a wildcard only where the service has something in the field', () => {
    assert.deepEqual(titles('arn:aws:iam:*'), ['Change to "arn:aws:iam::*:*"']);
    assert.deepEqual(titles('arn:aws:iam::1111*'), ['Change to "arn:aws:iam::1111*:*"']);
    assert.deepEqual(titles('arn:aws:sns:us-*'), ['Change to "arn:aws:sns:us-*:*:*"']);
    assert.deepEqual(titles('arn:aws:s3:*'), ['Change to "arn:aws:s3:*:*:*"']);
    assert.deepEqual(titles('arn:aws:s*'), ['Change to "*"']);
    assert.deepEqual(titles('arn:*'), ['Change to "*"']);
  });

  test('puts the missing word there', () =>
    checkFix(
      arnWildcardCrossesSegments,
      '{ "Statement": { "Resource": ["arn:aws:logs:*:*:/aws-glue/*"] } }',
      'Change to "arn:aws:logs:*:*:log-group:/aws-glue/*"',
      '{ "Statement": { "Resource": ["arn:aws:logs:*:*:log-group:/aws-glue/*"] } }',
    ));

  test('puts the separator right where it is that', () =>
    checkFix(
      arnWildcardCrossesSegments,
      '{ "Statement": { "Action": "lambda:InvokeFunction", "Resource": "arn:aws:lambda:*:*:function/resize" } }',
      'Change to "arn:aws:lambda:*:*:function:resize"',
      '{ "Statement": { "Action": "lambda:InvokeFunction", "Resource": "arn:aws:lambda:*:*:function:resize" } }',
    ));
});

const titles = (resource: string): readonly string[] =>
  fixTitles(arnWildcardCrossesSegments, `{ "Statement": { "Resource": "${resource}" } }`);

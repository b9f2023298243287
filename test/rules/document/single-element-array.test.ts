import { describe, test } from 'node:test';
import { singleElementArray } from '../../../server/src/rules/document/single-element-array.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('single-element-array', () => {
  test('reports the way of writing that fewer values have', () => {
    checkRule(
      singleElementArray,
      `{ "Statement": [
  { "Principal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": ["*"] },
//                                                                        ^^^^^ "*" has brackets; most single values here do without.
  { "Action": ["s3:GetObject", "s3:PutObject"], "Condition": { "Bool": { "aws:SecureTransport": [true] } } }
//                                                                                              ^^^^^^ "true" has brackets; most single values here do without.
] }`,
    );
    checkRule(
      singleElementArray,
      `{ "Statement": { "Principal": "*", "Action": ["s3:*"], "NotResource": ["*"], "Condition": { "Bool": { "aws:SecureTransport": true } } } }
//                                                                                                                           ^^^^ "true" has no brackets; most single values here do.
`,
    );
  });

  test('is silent where all are alike', () => {
    checkRule(
      singleElementArray,
      '{ "Statement": [{ "Action": "s3:*", "Resource": "*" }, { "Action": ["a", "b"] }] }',
    );
    checkRule(singleElementArray, '{ "Statement": [{ "Action": ["s3:*"], "Resource": ["*"] }] }');
    checkRule(
      singleElementArray,
      '{ "Statement": [{ "Effect": "Allow", "Action": ["s3:*"], "Resource": [] }] }',
    );
  });

  test('leaves lists with comments and what is filled in later alone', () =>
    checkRule(
      singleElementArray,
      '{ "Statement": [{ "Action": ["s3:*" /* all */], "Resource": "*" }, { "Resource": [{ "Ref": "A" }] }] }',
    ));

  test('writes one or all alike', () => {
    const text =
      '{ "Statement": { "Action": ["s3$0:*"], "NotAction": ["iam:*"], "Resource": "*", "NotResource": "*" } }';
    checkFix(
      singleElementArray,
      text,
      'Remove the brackets',
      '{ "Statement": { "Action": "s3:*", "NotAction": ["iam:*"], "Resource": "*", "NotResource": "*" } }',
    );
    checkFix(
      singleElementArray,
      text,
      'Write all 2 alike',
      '{ "Statement": { "Action": "s3:*", "NotAction": "iam:*", "Resource": "*", "NotResource": "*" } }',
    );
  });
});

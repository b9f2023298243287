import { describe, test } from 'node:test';
import { duplicateStatement } from '../../../server/src/rules/statement/duplicate-statement.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const READ = '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"';

describe('duplicate-statement', () => {
  test('reports every repetition, by the Sid or number of the first', () =>
    checkRule(
      duplicateStatement,
      `{ "Statement": [
  { "Sid": "Read", ${READ} },
  { "Sid": "Again", ${READ} },
//                            ^^^^^^^ This statement says the same as "Read".
  { "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" },
  { ${READ} },
//            ^^^^^^^ This statement says the same as "Read".
  { "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" }
//            ^^^^^^ This statement says the same as statement 3.
] }`,
    ));

  test('overlooks order, repetition, case of actions and keys, and lists of one', () =>
    checkRule(
      duplicateStatement,
      `{ "Statement": [
  { "Effect": "Allow", "Principal": { "AWS": ["111122223333", "444455556666"] }, "Action": ["s3:a", "s3:B"], "Resource": ["x", "y", "x"],
    "Condition": { "StringLike": { "aws:a": ["1", "2"], "aws:b": "3" }, "Bool": { "aws:c": true } } },
  { "Condition": { "Bool": { "AWS:C": "true" }, "StringLike": { "aws:B": ["3"], "aws:a": ["2", "1"] } },
    "Resource": ["y", "x"], "Action": ["S3:b", "s3:A"], "Principal": { "AWS": ["444455556666", "arn:aws:iam::111122223333:root"] }, "Effect": "Allow" }
//                                                                                                                                            ^^^^^^^ This statement says the same as statement 1.
] }`,
    ));

  test('is silent where anything else differs', () => {
    for (const other of [
      READ.replace('Allow', 'Deny'),
      READ.replace('"*"', '"arn:aws:s3:::a"'),
      READ.replace('Action', 'NotAction'),
      `${READ}, "Condition": { "Bool": { "aws:SecureTransport": "true" } }`,
      `"Principal": "*", ${READ}`,
    ]) {
      checkRule(duplicateStatement, `{ "Statement": [{ ${READ} }, { ${other} }] }`);
    }
    checkRule(
      duplicateStatement,
      `{ "Statement": [{ "Principal": "*", ${READ} }, { "NotPrincipal": "*", ${READ} }] }`,
    );
    checkRule(
      duplicateStatement,
      `{ "Statement": [{ ${READ}, "Condition": { "StringEquals": { "aws:a": "x" } } }, { ${READ}, "Condition": { "StringEquals": { "aws:a": "X" } } }] }`,
    );
  });

  test('is silent about what is not readable as a whole', () => {
    for (const own of [
      '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${bucket}"',
      '"Effect": "Allow", "Action": "s3:GetObject", "Resource": { "Ref": "A" }',
      '"Effect": "Allow", "Action": "s3:GetObject", "Ressource": "*"',
      '"Effect": "Allow", "Action": "s3:GetObject", "NotAction": "s3:GetObject", "Resource": "*"',
      '"Effect": "Allow", "Action": [], "Resource": "*"',
      '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": "none"',
      '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Principal": {}',
    ]) {
      checkRule(duplicateStatement, `{ "Statement": [{ ${own} }, { ${own} }] }`);
    }
  });

  test('deletes the later one', () =>
    checkFix(
      duplicateStatement,
      `{ "Statement": [
  { ${READ} },
  { ${READ.replace('Allow', 'Al$0low')} }
] }`,
      'Delete the statement',
      `{ "Statement": [
  { ${READ} }
] }`,
    ));
});

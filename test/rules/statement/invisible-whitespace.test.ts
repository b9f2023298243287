import { describe, test } from 'node:test';
import { invisibleWhitespace } from '../../../server/src/rules/statement/invisible-whitespace.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('invisible-whitespace', () => {
  test('reports the blank', () =>
    checkRule(
      invisibleWhitespace,
      `{ "Statement": [{
  "Action": " s3:GetObject",
//           ^ "s3:GetObject" begins with a blank.
  "Resource": ["arn:aws:s3:::b/*  "],
//                              ^^ "arn:aws:s3:::b/*" ends with 2 blanks.
  "Condition": { "StringEquals ": { "aws:username\\t": ["a", "b "] } },
//                            ^ "StringEquals" ends with a blank.
//                                  ^^^^^^^^^^^^^^^^ "aws:username" ends with a tab.
//                                                            ^ "b" ends with a blank.
  "Principal": { "AWS": "111122223333 " }
//                                   ^ "111122223333" ends with a blank.
}] }`,
    ));

  test('reports a no-break space inside a string', () =>
    checkRule(
      invisibleWhitespace,
      `{ "Statement": [{
  "Resource": "arn:aws:s3:::my\u00a0bucket"
//                            ^ "arn:aws:s3:::my\u00a0bucket" contains a no-break space.
}] }`,
    ));

  test('reports a zero-width space where another rule does not', () =>
    checkRule(
      invisibleWhitespace,
      `{ "Statement": [{
  "Principal": "*", "Action": "s3:Get\u200bObject"
//                                   ^ "s3:Get\u200bObject" contains an invisible character.
}] }`,
    ));

  test('leaves that to illegal-character where IAM refuses it', () =>
    checkRule(
      invisibleWhitespace,
      `{ "Statement": [{
  "Action": "s3:Get\u200bObject"
}] }`,
    ));

  test('leaves blanks between words and in a Sid alone', () =>
    checkRule(
      invisibleWhitespace,
      `{ "Statement": [{
  "Sid": " a ", "Condition": { "StringLike": { "aws:UserAgent": "My App *" }, "StringEquals": { "s3:delimiter": " " } }
}] }`,
    ));

  test('leaves placeholders alone', () =>
    checkRule(
      invisibleWhitespace,
      `{ "Statement": [{
  "Resource": " {{ arn }} "
}] }`,
    ));

  test('trims', () =>
    checkFix(
      invisibleWhitespace,
      '{ "Statement": { "Action": "s3:GetObject " } }',
      'Change to "s3:GetObject"',
      '{ "Statement": { "Action": "s3:GetObject" } }',
    ));

  test('keeps one blank between the words of a value', () =>
    checkFix(
      invisibleWhitespace,
      '{ "Statement": { "Condition": { "StringLike": { "aws:UserAgent": "My\u00a0App " } } } }',
      'Change to "My App"',
      '{ "Statement": { "Condition": { "StringLike": { "aws:UserAgent": "My App" } } } }',
    ));
});

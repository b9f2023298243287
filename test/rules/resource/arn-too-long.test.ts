import { describe, test } from 'node:test';
import { arnTooLong } from '../../../server/src/rules/resource/arn-too-long.ts';
import { checkRule } from '../../support/check.ts';

describe('arn-too-long', () => {
  test('reports a name that is longer than its kind allows', () =>
    checkRule(
      arnTooLong,
      `{ "Statement": [{ "Resource":
      "arn:aws:iam::111122223333:role/${'x'.repeat(65)}"
//                                    ${'^'.repeat(65)} This name has 65 characters; names of roles have at most 64.
}] }`,
    ));

  test('reports an ARN that is longer than all', () =>
    checkRule(
      arnTooLong,
      `{ "Statement": [{ "Resource":
      "arn:aws:s3:::reports/${'x'.repeat(2028)}"
//    ${'^'.repeat(2051)} This ARN has 2049 characters; no ARN has more than 2048.
}] }`,
    ));

  test('accepts what is just short enough, a path before the name, and keys of objects', () =>
    checkRule(
      arnTooLong,
      `{ "Statement": { "Resource": ["arn:aws:iam::111122223333:role/${'p'.repeat(80)}/${'x'.repeat(64)}",
        "arn:aws:s3:::${'b'.repeat(63)}/${'k'.repeat(300)}", "arn:aws:brew:::${'x'.repeat(300)}"] } }`,
    ));

  test('does not count wildcards and variables', () =>
    checkRule(
      arnTooLong,
      `{ "Statement": { "Resource": ["arn:aws:s3:::${'b'.repeat(63)}*",
        "arn:aws:s3:::${'b'.repeat(50)}\${aws:PrincipalTag/department}", "arn:aws:s3:::${'b'.repeat(63)}{{ stage }}"] } }`,
    ));
});

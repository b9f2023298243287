import { describe, test } from 'node:test';
import { arnMissingRegion } from '../../../server/src/rules/resource/arn-missing-region.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('arn-missing-region', () => {
  test('reports the place of the Region', () =>
    checkRule(
      arnMissingRegion,
      `{ "Statement": [{ "Resource": [
      "arn:aws:lambda::111122223333:function:resize",
//                   ^^ ARNs of this kind name a Region; this one matches nothing.
      "arn:aws:lambda:us-east-1:111122223333:function:resize"
] }] }`,
    ));

  test('is silent where some form of the resource has no Region', () =>
    checkRule(
      arnMissingRegion,
      `{ "Statement": { "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::accesspoint/app", "arn:aws:s3:::*",
        "arn:aws:iam::111122223333:role/app"] } }`,
    ));

  test('is silent where it does not know the form', () =>
    checkRule(
      arnMissingRegion,
      '{ "Statement": { "Resource": ["arn:aws:brew:::pot", "arn:aws:lambda::111122223333:pot/x"] } }',
    ));

  test('is silent about what AWS may own', () =>
    checkRule(arnMissingRegion, '{ "Statement": { "Resource": "arn:aws:lambda::aws:function:shared" } }'));

  test('puts a wildcard or a Region there', () => {
    const before = `{ "Statement": { "Resource": "arn:aws:sns::111122223333:\${aws:username}" } }`;
    checkFix(
      arnMissingRegion,
      before,
      `Change to "arn:aws:sns:*:111122223333:\${aws:username}"`,
      `{ "Statement": { "Resource": "arn:aws:sns:*:111122223333:\${aws:username}" } }`,
    );
    checkFix(
      arnMissingRegion,
      before,
      'Name a Region',
      `{ "Statement": { "Resource": "arn:aws:sns:us-east-1:111122223333:\${aws:username}" } }`,
    );
  });
});

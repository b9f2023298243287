import { describe, test } from 'node:test';
import { arnequalsEqualsArnlike } from '../../../server/src/rules/condition/arnequals-equals-arnlike.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('arnequals-equals-arnlike', () => {
  test('reports ArnEquals with a pattern', () =>
    checkRule(
      arnequalsEqualsArnlike,
      `{ "Statement": { "Condition": {
  "ArnNotEquals": { "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/a", "arn:aws:iam::111122223333:role/b*"] }
//^^^^^^^^^^^^^^ "ArnNotEquals" reads the wildcards of its values just as "ArnNotLike" does.
} } }`,
    ));

  test('is silent without a wildcard and on ArnLike', () =>
    checkRule(
      arnequalsEqualsArnlike,
      `{ "Statement": { "Condition": {
        "ArnEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/a" },
        "ArnLike": { "aws:SourceArn": "arn:aws:sns:*:*:*" }
      } } }`,
    ));

  test('moves only the key with the pattern', () =>
    checkFix(
      arnequalsEqualsArnlike,
      '{ "Statement": { "Condition": { "ArnEqualsIfExists": { "aws:PrincipalArn": "arn:aws:iam::1:role/a", "aws:SourceArn": "arn:aws:sns:*:*:*" } } } }',
      'Change to "ArnLikeIfExists"',
      '{ "Statement": { "Condition": { "ArnEqualsIfExists": { "aws:PrincipalArn": "arn:aws:iam::1:role/a" }, "ArnLikeIfExists": { "aws:SourceArn": "arn:aws:sns:*:*:*" } } } }',
    ));
});

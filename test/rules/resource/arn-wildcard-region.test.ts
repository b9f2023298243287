import { describe, test } from 'node:test';
import { arnWildcardRegion } from '../../../server/src/rules/resource/arn-wildcard-region.ts';
import { checkRule } from '../../support/check.ts';

describe('arn-wildcard-region', () => {
  test('reports the wildcard', () =>
    checkRule(
      arnWildcardRegion,
      `{ "Statement": [{ "Effect": "Allow", "Resource": [
      "arn:aws:lambda:*:111122223333:function:resize",
//                    ^ "*" is every Region of AWS.
      "arn:aws:lambda:us-*:111122223333:function:resize", "*"
] }] }`,
    ));

  test('is silent where there is no Region to name, and where less is taken away', () =>
    checkRule(
      arnWildcardRegion,
      `{ "Statement": [
        { "Effect": "Allow", "Resource": ["arn:aws:iam:*:111122223333:role/app", "arn:aws:brew:*:*:pot"] },
        { "Effect": "Deny", "Resource": "arn:aws:sns:*:111122223333:alerts" },
        { "Effect": "Allow", "NotResource": "arn:aws:sns:*:111122223333:alerts" }
      ] }`,
    ));
});

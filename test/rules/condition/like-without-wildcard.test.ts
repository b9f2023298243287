import { describe, test } from 'node:test';
import { likeWithoutWildcard } from '../../../server/src/rules/condition/like-without-wildcard.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('like-without-wildcard', () => {
  test('reports values without wildcard', () =>
    checkRule(
      likeWithoutWildcard,
      `{ "Statement": { "Condition": {
  "StringNotLike": { "s3:prefix": ["home/", "shared/"] }
//^^^^^^^^^^^^^^^ "StringNotLike" has no wildcard to match, so "StringNotEquals" says the same.
} } }`,
    ));

  test('is silent where any value has a wildcard, a variable or a placeholder', () =>
    checkRule(
      likeWithoutWildcard,
      `{ "Statement": { "Condition": { "StringLike": {
        "s3:prefix": ["home/", "shared/*"],
        "aws:username": "\${aws:PrincipalTag/name}",
        "aws:userid": "{{ id }}"
      } } } }`,
    ));

  test('keeps set operator and suffix', () =>
    checkFix(
      likeWithoutWildcard,
      '{ "Statement": { "Condition": { "ForAllValues:StringLikeIfExists": { "aws:TagKeys": "team" } } } }',
      'Change to "ForAllValues:StringEqualsIfExists"',
      '{ "Statement": { "Condition": { "ForAllValues:StringEqualsIfExists": { "aws:TagKeys": "team" } } } }',
    ));
});

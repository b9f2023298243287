import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forallvaluesWithIfexists } from '../../../server/src/rules/condition/forallvalues-with-ifexists.ts';
import { ifexistsRedundantOnNegated } from '../../../server/src/rules/condition/ifexists-redundant-on-negated.ts';
import { checkFix, checkRule } from '../../support/check.ts';
import { outcomes } from '../../support/conditions-hold.ts';

const statement = (effect: string, condition: string): string =>
  `{ "Statement": [{ "Effect": "${effect}", "Action": "s3:*", "Resource": "*", "Condition": ${condition} }] }`;

const REQUESTS = [
  {},
  { 'aws:tagkeys': [] },
  { 'aws:tagkeys': ['a'] },
  { 'aws:tagkeys': ['a', 'b'] },
  { 'aws:tagkeys': ['b'] },
];

describe('forallvalues-with-ifexists', () => {
  test('reports the suffix once for all keys of an operator, in Allow and Deny', () => {
    checkRule(
      forallvaluesWithIfexists,
      `{ "Statement": [
  { "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": {
      "ForAllValues:StringNotLikeIfExists": { "aws:PrincipalOrgPaths": "o-a/*", "aws:TagKeys": "a" }
//                               ^^^^^^^^ "IfExists" adds nothing: ForAllValues already holds for requests that lack the key.
  } },
  { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {
      "forallvalues:stringequalsifexists": { "aws:TagKeys": "a" }
//                              ^^^^^^^^ "IfExists" adds nothing: ForAllValues already holds for requests that lack the key.
  } }
] }`,
    );
  });

  test('is silent without one of the two', () => {
    for (const operator of [
      'ForAllValues:StringEquals',
      'ForAnyValue:StringEqualsIfExists',
      'StringEqualsIfExists',
    ]) {
      checkRule(forallvaluesWithIfexists, statement('Allow', `{ "${operator}": { "aws:TagKeys": "a" } }`));
    }
  });

  test('drops the suffix, which changes nothing for any request', () => {
    for (const operator of ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike']) {
      const before = `{ "ForAllValues:${operator}IfExists": { "aws:TagKeys": "a" } }`;
      const after = `{ "ForAllValues:${operator}": { "aws:TagKeys": "a" } }`;
      checkFix(
        forallvaluesWithIfexists,
        statement('Allow', before),
        `Change to "ForAllValues:${operator}"`,
        statement('Allow', after),
      );
      assert.deepEqual(outcomes(before, REQUESTS), outcomes(after, REQUESTS), operator);
    }
  });

  test('is one finding where the operator is negated, too', () =>
    checkRule(
      [forallvaluesWithIfexists, ifexistsRedundantOnNegated],
      `{ "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": {
      "ForAllValues:StringNotLikeIfExists": { "aws:PrincipalOrgPaths": "o-a/*" }
//                               ^^^^^^^^ "IfExists" adds nothing: ForAllValues already holds for requests that lack the key.
} } }`,
    ));

  test('is silent where no one else shares the meaning: unknown operators', () =>
    checkRule(
      forallvaluesWithIfexists,
      statement('Allow', '{ "ForAllValues:StringIsIfExists": { "aws:TagKeys": "a" } }'),
    ));
});

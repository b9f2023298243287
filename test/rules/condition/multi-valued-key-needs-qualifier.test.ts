import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openCatalogue } from '../../../server/src/catalogue/open-catalogue.ts';
import { multiValuedKeyNeedsQualifier } from '../../../server/src/rules/condition/multi-valued-key-needs-qualifier.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

const statement = (effect: string, tests: string): string =>
  `{ "Statement": { "Effect": "${effect}", "Condition": ${tests} } }`;

describe('multi-valued-key-needs-qualifier', () => {
  test('reports the operator, or the key among others', () =>
    checkRule(
      multiValuedKeyNeedsQualifier,
      `{ "Statement": [{
  "Condition": {
    "StringEquals": { "aws:TagKeys": "team" },
//  ^^^^^^^^^^^^^^ "aws:TagKeys" can have several values. "StringEquals" needs ForAnyValue or ForAllValues.
    "StringNotLikeIfExists": { "aws:username": "a", "aws:ResourceOrgPaths": "o-a1b2c3d4e5/*" }
//                                                  ^^^^^^^^^^^^^^^^^^^^^^ "aws:ResourceOrgPaths" can have several values. "StringNotLikeIfExists" needs ForAnyValue or ForAllValues.
  }
}] }`,
    ));

  test('reports keys of services and of identity providers', () =>
    checkRule(
      multiValuedKeyNeedsQualifier,
      `{ "Statement": [{
  "Condition": { "StringEquals": { "lambda:Layer": "a" }, "StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" } }
//               ^^^^^^^^^^^^^^ "lambda:Layer" can have several values. "StringEquals" needs ForAnyValue or ForAllValues.
//                                                        ^^^^^^^^^^^^ "cognito-identity.amazonaws.com:amr" can have several values. "StringLike" needs ForAnyValue or ForAllValues.
}] }`,
    ));

  test('is silent with a set operator, on Null and on keys with one value', () =>
    checkRule(
      multiValuedKeyNeedsQualifier,
      statement(
        'Allow',
        '{ "ForAllValues:StringEquals": { "aws:TagKeys": "a" }, "Null": { "aws:TagKeys": "false" }, "StringEquals": { "aws:RequestTag/team": ["a", "b"] } }',
      ),
    ));

  test('is silent on the creator of a pipeline, which AWS tests as one value', () =>
    checkRule(
      multiValuedKeyNeedsQualifier,
      `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "datapipeline:DeletePipeline", "Resource": "*", "Condition": {
        "StringNotEquals": { "datapipeline:PipelineCreator": "\${aws:userid}" }
} } }`,
      { catalogue: openCatalogue(readFileSync('server/data/catalogue.dat')) },
    ));

  test('is silent on unknown keys and operators', () =>
    checkRule(
      multiValuedKeyNeedsQualifier,
      statement('Allow', '{ "StringEquals": { "aws:TagKey": "a" }, "StringIs": { "aws:TagKeys": "a" } }'),
    ));

  for (const [effect, tests, titles] of [
    [
      'Allow',
      '"StringEquals": { "aws:TagKeys": "a" }',
      ['ForAllValues:StringEquals', 'ForAnyValue:StringEquals'],
    ],
    [
      'Deny',
      '"StringEquals": { "aws:TagKeys": "a" }',
      ['ForAnyValue:StringEquals', 'ForAllValues:StringEquals'],
    ],
    [
      'Deny',
      '"StringNotEqualsIfExists": { "aws:TagKeys": "a" }',
      ['ForAnyValue:StringNotEqualsIfExists', 'ForAllValues:StringNotEquals'],
    ],
    [
      'Deny',
      '"StringNotLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" }',
      ['ForAllValues:StringNotLike', 'ForAnyValue:StringNotLike'],
    ],
  ] as const) {
    test(`offers ${titles[0]} first in ${effect}`, () =>
      assert.deepEqual(
        fixTitles(multiValuedKeyNeedsQualifier, statement(effect, `{ ${tests} }`)),
        titles.map((name) => `Change to "${name}"`),
      ));
  }

  test('moves the key away from its neighbours', () =>
    checkFix(
      multiValuedKeyNeedsQualifier,
      statement('Allow', '{ "StringEquals": { "aws:username": "a", "aws:TagKeys": ["b"] } }'),
      'Change to "ForAllValues:StringEquals"',
      statement(
        'Allow',
        '{ "StringEquals": { "aws:username": "a" }, "ForAllValues:StringEquals": { "aws:TagKeys": ["b"] } }',
      ),
    ));
});

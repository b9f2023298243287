import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { redundantAction } from '../../../server/src/rules/action/redundant-action.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('redundant-action', () => {
  test('reports what a wider pattern matches, wherever it stands', () =>
    checkRule(
      redundantAction,
      `{ "Statement": [{ "Action": [
      "s3:GetObject",
//    ^^^^^^^^^^^^^^ "s3:Get*" matches "s3:GetObject" already.
      "s3:Get*",
      "S3:GETOBJECT*",
//    ^^^^^^^^^^^^^^^ "s3:Get*" matches "S3:GETOBJECT*" already.
      "s3:PutObject"
] }] }`,
    ));

  test('reports the second of two equal entries, whatever their case', () =>
    checkRule(
      redundantAction,
      `{ "Statement": { "NotAction": ["s3:GetObject", "s3:GetObject", "S3:getobject", "s3:Put*", "s3:Put**"] } }
//                                             ^^^^^^^^^^^^^^ "s3:GetObject" is listed already.
//                                                             ^^^^^^^^^^^^^^ "S3:getobject" is listed already, as "s3:GetObject".
//                                                                                        ^^^^^^^^^^ "s3:Put*" matches "s3:Put**" already.
`,
    ));

  test('reports everything beside "*"', () =>
    checkRule(
      redundantAction,
      `{ "Statement": { "Action": ["s3:*", "*:*"] } }
//                          ^^^^^^ "*:*" matches "s3:*" already.
`,
    ));

  test('is silent where patterns only overlap, or none of them alone covers another', () => {
    for (const list of [
      '["s3:Get*", "s3:*Object"]',
      '["s3:GetObjectAc?", "s3:GetObject", "s3:GetObjectAcl?"]',
      '["s3:Get*", "iam:GetUser"]',
      '["s3:GetObject?", "s3:GetObject"]',
      '["s3:Get?", "s3:Get??", "s3:Get???*"]',
      '["s3:GetObject"]',
      '"s3:GetObject"',
    ]) {
      checkRule(redundantAction, `{ "Statement": { "Action": ${list} } }`);
    }
  });

  test('is silent about placeholders and what is no action', () =>
    checkRule(
      redundantAction,
      '{ "Statement": { "Action": ["s3:*", "s3:${verb}Object", "s3:${verb}Object", "s3", "s3", 7, { "Ref": "A" }] } }',
    ));

  test('does not compare Action with NotAction', () =>
    checkRule(redundantAction, '{ "Statement": { "Action": "s3:*", "NotAction": "s3:GetObject" } }'));

  test('removes one entry or all, which changes no access', () => {
    const policy = `{ "Statement": { "Action": [
      "s3:Get$0Object", // one object
      "s3:Get*",
      "s3:PutObject",
      "s3:GetObjectAcl"
    ] } }`;
    checkFix(
      redundantAction,
      policy,
      'Remove "s3:GetObject"',
      `{ "Statement": { "Action": [
      "s3:Get*",
      "s3:PutObject",
      "s3:GetObjectAcl"
    ] } }`,
    );
    checkFix(
      redundantAction,
      policy,
      'Remove all 2 redundant entries',
      `{ "Statement": { "Action": [
      "s3:Get*",
      "s3:PutObject"
    ] } }`,
    );
    assert.deepEqual(fixTitles(redundantAction, '{ "Statement": { "Action": ["s3:*", "s3:Get*"] } }'), [
      'Remove "s3:Get*"',
    ]);
  });

  test('looks at a long list in time that grows with its length', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `"s3:Get${i}*x*${i}"`);
    const start = performance.now();
    findings(redundantAction, `{ "Statement": { "Action": [${names.join()}] } }`);
    assert.ok(performance.now() - start < 2000);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openCatalogue } from '../../../server/src/catalogue/open-catalogue.ts';
import { unknownAction } from '../../../server/src/rules/action/unknown-action.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('unknown-action', () => {
  test('reports only the bad name of a list', () =>
    checkRule(
      unknownAction,
      `{ "Statement": [{
      "Action": ["s3:PutObject", "s3:GetObjcet"]
//                               ^^^^^^^^^^^^^^ s3 has no action "GetObjcet".
}] }`,
    ));

  test('ignores case, as IAM does', () =>
    checkRule(unknownAction, '{ "Statement": { "Action": ["S3:getobject", "s3:GETOBJECT"] } }'));

  test('leaves patterns, unknown prefixes and placeholders alone', () =>
    checkRule(
      unknownAction,
      `{ "Statement": { "Action": ["s3:Gte*", "s4:GetObject", "s3:\${verb}Object", "s3:", "s3:Get Object"] } }`,
    ));

  test('believes the guides of AWS where its reference lists less', () => {
    const catalogue = openCatalogue(readFileSync('server/data/catalogue.dat'));
    const found = (action: string) =>
      findings(unknownAction, `{ "Statement": { "Action": "${action}" } }`, { catalogue }).length;
    assert.deepEqual(
      ['SNS:Receive', 'glue:ShareResource', 'iot:AssumeRoleWithCertificate', 'sns:Recieve'].map(found),
      [0, 0, 0, 1],
    );
  });

  test('takes a misspelling, also of a plural, for an error', () => {
    for (const action of ['s3:GetObjcet', 's3:GetObjects', 's3:putobjct', 'ec2:DescribeInstance']) {
      assert.equal(severityOf(action), 'error', action);
    }
  });

  test('is milder about what may be newer than the data: known words in a new order, or a new word', () => {
    for (const action of ['s3:PutBucketObject', 's3:GetObjectPolicy', 's3:BrewTea']) {
      assert.equal(severityOf(action), 'warning', action);
    }
    checkRule(
      unknownAction,
      `{ "Statement": { "Action":
      "s3:BrewTea"
//    ^^^^^^^^^^^^ s3 has no action "BrewTea" as of 2026-01-31.
} }`,
    );
  });

  test('names the action that authorises an API operation', () =>
    checkRule(
      unknownAction,
      `{ "Statement": { "Action":
      "s3:ListObjectsV2"
//    ^^^^^^^^^^^^^^^^^^ "s3:ListObjectsV2" is an API operation; s3:ListBucket allows it.
} }`,
    ));

  test('offers all actions of an operation together, without those listed already', () => {
    checkFix(
      unknownAction,
      '{ "Statement": { "Action": "s3:CopyObject" } }',
      'Change to "s3:GetObject" and "s3:PutObject"',
      '{ "Statement": { "Action": ["s3:GetObject", "s3:PutObject"] } }',
    );
    checkFix(
      unknownAction,
      '{ "Statement": { "Action": ["s3:CopyObject", "s3:PutObject"] } }',
      'Change to "s3:GetObject"',
      '{ "Statement": { "Action": ["s3:GetObject", "s3:PutObject"] } }',
    );
    checkFix(
      unknownAction,
      '{ "Statement": { "Action": ["s3:HeadObject", "s3:GetObject"] } }',
      'Remove "s3:HeadObject"',
      '{ "Statement": { "Action": ["s3:GetObject"] } }',
    );
  });

  test('offers the closest name', () =>
    checkFix(
      unknownAction,
      '{ "Statement": { "NotAction": "s3:GetObj$0cet" } }',
      'Change to "s3:GetObject"',
      '{ "Statement": { "NotAction": "s3:GetObject" } }',
    ));

  test('spells what it offers as AWS does', () =>
    checkFix(
      unknownAction,
      '{ "Statement": { "Action": "S3:getobjcet" } }',
      'Change to "s3:GetObject"',
      '{ "Statement": { "Action": "s3:GetObject" } }',
    ));

  test('understands other verbs and shortened words', () => {
    assert.equal(firstFix('s3:ReadObject'), 'Change to "s3:GetObject"');
    assert.equal(firstFix('s3:UploadObject'), 'Change to "s3:PutObject"');
    assert.equal(firstFix('s3:GetObj'), 'Change to "s3:GetObject"');
  });

  test('offers the service that does define the name', () =>
    assert.equal(firstFix('s3:InvokeFunction'), 'Change to "lambda:InvokeFunction"'));

  test('prefers a fix only for a misspelling', () => {
    assert.deepEqual(preferred('s3:GetObjcet'), ['Change to "s3:GetObject"']);
    assert.deepEqual(preferred('s3:ReadObject'), []);
  });
});

const policyWith = (action: string): string => `{ "Statement": { "Action": "${action}" } }`;

const severityOf = (action: string): string | undefined =>
  findings(unknownAction, policyWith(action))[0]?.severity;

const firstFix = (action: string): string | undefined => fixTitles(unknownAction, policyWith(action))[0];

function preferred(action: string): readonly string[] {
  return findings(unknownAction, policyWith(action))
    .flatMap((finding) => finding.fixes())
    .filter(({ isPreferred }) => isPreferred)
    .map(({ title }) => title);
}

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serviceStar } from '../../../server/src/rules/action/service-star.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

const allow = (action: string, resource = '"*"', more = ''): string =>
  `{ "Statement": [{ "Effect": "Allow", "Action": ${action}, "Resource": ${resource}${more} }] }`;

const severities = (text: string, policyType?: 'identity' | 'resource'): readonly string[] =>
  findings(serviceStar, text, policyType ? { policyType } : {}).map(({ severity }) => severity);

describe('service-star', () => {
  test('reports each service with what its actions can do', () =>
    checkRule(
      serviceStar,
      `{ "Statement": { "Effect": "Allow", "Resource": "*", "Action": [
      "s3:*",
//    ^^^^^^ "s3:*" allows all 12 actions of the service. 6 of them write, tag or give access.
      "IAM:**"
//    ^^^^^^^^ "IAM:**" allows all 6 actions of the service. 4 of them write, tag or give access.
] } }`,
    ));

  test('is silent on a part of a service, on unknown ones, on Deny and NotAction', () => {
    checkRule(serviceStar, allow('["s3:Get*", "s3:?*", "unknown:*", "*:*", "*", "s*:*", "s3:"]'));
    checkRule(serviceStar, allow('"s3:*"').replace('Allow', 'Deny'));
    checkRule(serviceStar, allow('"s3:*"').replace('Action', 'NotAction'));
  });

  test('is silent where all actions have the same level', () =>
    checkRule(serviceStar, allow('["dynamodb:*", "sns:*"]')));

  test('is silent in ceilings', () => {
    for (const policyType of ['scp', 'boundary', 'session', 'endpoint'] as const) {
      checkRule(serviceStar, allow('"s3:*"'), { policyType });
    }
  });

  test('is milder where all resources are named or tags must agree', () => {
    assert.deepEqual(severities(allow('"s3:*"', '"arn:aws:s3:::b/*"')), ['information']);
    const tags = (value: string): string =>
      `, "Condition": { "StringEquals": { "aws:ResourceTag/team": "${value}" } }`;
    assert.deepEqual(severities(allow('"s3:*"', '"*"', tags('${aws:PrincipalTag/team}'))), ['information']);
    assert.deepEqual(severities(allow('"s3:*"', '"*"', tags('blue'))), ['warning']);
    assert.deepEqual(severities(allow('"s3:*"', '["arn:aws:s3:::b", "arn:aws:s3:::*"]')), ['warning']);
    assert.deepEqual(severities(allow('"s3:*"').replace('"Resource"', '"NotResource"')), ['warning']);
  });

  test('in a resource-based policy is mild for others and silent for whole accounts and keys', () => {
    const to = (principal: string, action = '"s3:*"'): string =>
      allow(action, '"arn:aws:s3:::b"', `, "Principal": { "AWS": ${principal} }`);
    assert.deepEqual(severities(to('"arn:aws:iam::111122223333:user/u"')), ['information']);
    assert.deepEqual(severities(to('["111122223333", "arn:aws:iam::111122223333:root"]')), []);
    assert.deepEqual(severities(to('"arn:aws:iam::111122223333:user/u"', '"kms:*"')), []);
  });

  test('offers the access levels that the service has', () => {
    assert.deepEqual(fixTitles(serviceStar, allow('"s3:*"')), [
      'Narrow to Read and List actions (6 of 12)',
      'Narrow to List actions (2 of 12)',
      'Narrow to Read, List and Write actions (9 of 12)',
      'Narrow to Write actions (3 of 12)',
      'Narrow to Tagging actions (1 of 12)',
      'Narrow to Permissions management actions (2 of 12)',
    ]);
    assert.deepEqual(fixTitles(serviceStar, allow('"lambda:*"')), [
      'Narrow to List actions (1 of 3)',
      'Narrow to Write actions (2 of 3)',
    ]);
  });

  test('makes a list of a lone string', () =>
    checkFix(
      serviceStar,
      '{\n  "Statement": {\n    "Effect": "Allow",\n    "Action": "s3:*",\n    "Resource": "*"\n  }\n}',
      'Narrow to Write actions (3 of 12)',
      '{\n  "Statement": {\n    "Effect": "Allow",\n    "Action": [\n      "s3:CreateBucket",\n      "s3:DeleteObject",\n      "s3:PutObject"\n    ],\n    "Resource": "*"\n  }\n}',
    ));

  test('keeps the lines of a list and repeats nothing in it', () =>
    checkFix(
      serviceStar,
      '{ "Statement": { "Effect": "Allow", "Resource": "*", "Action": [\n  "s3:deleteobject",\n  "s3:*$0"\n] } }',
      'Narrow to Write actions (3 of 12)',
      '{ "Statement": { "Effect": "Allow", "Resource": "*", "Action": [\n  "s3:deleteobject",\n  "s3:CreateBucket",\n  "s3:PutObject"\n] } }',
    ));

  test('makes a single string of a single action', () =>
    checkFix(
      serviceStar,
      allow('"lambda:*"'),
      'Narrow to List actions (1 of 3)',
      allow('"lambda:ListFunctions"'),
    ));
});

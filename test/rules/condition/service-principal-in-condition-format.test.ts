import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { servicePrincipalInConditionFormat } from '../../../server/src/rules/condition/service-principal-in-condition-format.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('service-principal-in-condition-format', () => {
  test('reports the value', () =>
    checkRule(
      servicePrincipalInConditionFormat,
      `{ "Statement": { "Condition": { "StringEquals": {
      "iam:PassedToService": ["ec2.amazonaws.com", "EC2"],
//                                                 ^^^^^ "EC2" is no service principal; use "ec2.amazonaws.com".
      "aws:CalledVia": "https://athena.amazonaws.com",
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "https://athena.amazonaws.com" is no service principal; use "athena.amazonaws.com".
      "aws:PrincipalServiceName": "the console",
//                                ^^^^^^^^^^^^^ "the console" is no service principal; they end in ".amazonaws.com".
      "KMS:viaservice": "sqs.amazonaws.com"
//                      ^^^^^^^^^^^^^^^^^^^ "sqs.amazonaws.com" lacks the Region, as in "sqs.us-east-1.amazonaws.com".
} } } }`,
    ));

  test('leaves the words of guides alone that stand for a service or a Region', () =>
    checkRule(
      servicePrincipalInConditionFormat,
      `{ "Statement": { "Condition": { "StringEquals": {
        "iam:AWSServiceName": "SERVICE-NAME.amazonaws.com", "kms:ViaService": ["eks.REGION.amazonaws.com", "s3.region.amazonaws.com", "s3.your-region.amazonaws.com", "s3.region-code.amazonaws.com"]
} } } }`,
    ));

  test('leaves patterns, variables, new services, other keys and other operators alone', () =>
    checkRule(
      servicePrincipalInConditionFormat,
      `{ "Statement": { "Condition": {
        "StringLike": { "iam:PassedToService": ["ec2*", "*"], "kms:ViaService": "s3.*.amazonaws.com" },
        "StringEquals": {
          "iam:PassedToService": ["quantum.amazonaws.com", "\${svc}", "lamdba.amazonaws.com", "ec2.amazonaws.com.cn"],
          "kms:ViaService": ["s3.eu-west-1.amazonaws.com", "s3.\${aws:RequestedRegion}.amazonaws.com", "s3.cn-north-1.amazonaws.com.cn"],
          "aws:PrincipalTag/service": "lambda", "aws:PrincipalServiceNamesList": "logs.eu-west-1.amazonaws.com"
        },
        "StringEqualsIgnoreCase": { "aws:PrincipalServiceName": "CloudTrail.amazonaws.com" },
        "Null": { "aws:CalledVia": "true" }
} } }`,
    ));

  test('bears values of the wrong type', () =>
    checkRule(
      servicePrincipalInConditionFormat,
      '{ "Statement": { "Condition": { "StringEquals": { "iam:PassedToService": [1, null, { "Ref": "S" }] } } } }',
    ));

  test('inserts a Region of the partition', () =>
    checkFix(
      servicePrincipalInConditionFormat,
      policyWith('kms:ViaService', 's3.amazonaws.com.cn'),
      'Insert the Region',
      policyWith('kms:ViaService', 's3.cn-north-1.amazonaws.com.cn'),
    ));

  test('offers names that are close', () =>
    assert.deepEqual(
      fixTitles(servicePrincipalInConditionFormat, policyWith('iam:PassedToService', 'lamda')),
      ['Change to "lambda.amazonaws.com"'],
    ));
});

const policyWith = (key: string, value: string): string =>
  `{ "Statement": { "Condition": { "StringEquals": { "${key}": "${value}" } } } }`;

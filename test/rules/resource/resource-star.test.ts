import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { resourceStar } from '../../../server/src/rules/resource/resource-star.ts';
import { allFindings } from '../../support/all-findings.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

const allow = (actions: string, more = ''): string =>
  `{ "Statement": [{ "Effect": "Allow", "Action": ${actions}, "Resource": "*"${more} }] }`;

const found = (text: string): readonly string[] =>
  findings(resourceStar, text).map(({ severity, message }) => `${severity}: ${message}`);

const when = (operator: string, key: string, value: string): string =>
  `, "Condition": { "${operator}": { "${key}": "${value}" } }`;

describe('resource-star', () => {
  test('reports the star and counts the actions that can do with less', () =>
    checkRule(
      resourceStar,
      `{ "Statement": [
  { "Effect": "Allow", "Action": "s3:*", "Resource":
      ["arn:aws:s3:::b", "*"]
//                       ^^^ "*" is every resource; 11 of the 12 actions can be limited to some.
  },
  { "Effect": "Allow", "Action": ["s3:PutObject", "S3:putobject", "s3:DeleteObject"], "Resource":
      "*"
//    ^^^ "*" is every resource; both actions can be limited to some.
  },
  { "Effect": "Allow", "Action": "s3:PutObject*", "Resource":
      "*"
//    ^^^ "*" is every resource; all 3 actions can be limited to some.
  }
] }`,
    ));

  test('names the only one that can do with less', () =>
    assert.deepEqual(found(allow('["s3:PutObject", "s3:ListAllMyBuckets"]')), [
      'warning: "*" is every resource; "s3:PutObject" can be limited to some.',
    ]));

  test('is milder where the actions only read or list', () => {
    assert.deepEqual(found(allow('["s3:GetObject"]')), [
      'information: "*" is every resource; the action can be limited to some.',
    ]);
    assert.deepEqual(found(allow('["s3:PutObject"]')), [
      'warning: "*" is every resource; the action can be limited to some.',
    ]);
  });

  test('is silent where no action takes a resource, or all are unknown', () => {
    checkRule(resourceStar, allow('["s3:ListAllMyBuckets", "ec2:DescribeInstances"]'));
    checkRule(resourceStar, allow('["unknown:*", "s3:Unknown", "${service}:Put*"]'));
  });

  test('is silent where a few that list or describe stand among others that need the star', () => {
    const real = (actions: string): readonly string[] =>
      allFindings(allow(actions).replace('{', '{ "Version": "2012-10-17",')).map(({ rule }) => rule.id);
    assert.deepEqual(real('"ec2:Describe*"'), []);
    assert.deepEqual(real('["ce:GetCostForecast", "ce:GetDimensionValues", "budgets:ViewBudget"]'), []);
    assert.deepEqual(real('["sqs:ListQueues", "ec2:DescribeInstances", "s3:GetObject"]'), ['resource-star']);
    assert.deepEqual(real('["sqs:ListQueues", "ec2:DescribeInstances", "s3:DeleteObject"]'), [
      'resource-star',
    ]);
    assert.deepEqual(real('["sqs:ListQueues", "s3:ListBucket"]'), ['resource-star']);
  });

  test('is silent on named resources, Deny, NotAction, iam:PassRole, and outside identity-based policies', () => {
    checkRule(resourceStar, allow('"s3:PutObject"').replace('"*"', '"arn:aws:s3:::b/*"'));
    checkRule(resourceStar, allow('"s3:PutObject"').replace('"Resource"', '"NotResource"'));
    checkRule(resourceStar, allow('"s3:PutObject"').replace('Allow', 'Deny'));
    checkRule(resourceStar, allow('"s3:PutObject"').replace('"Action"', '"NotAction"'));
    checkRule(resourceStar, allow('["iam:PassRole", "iam:ListUsers"]'));
    for (const policyType of ['resource', 'scp', 'boundary', 'session', 'endpoint'] as const) {
      checkRule(resourceStar, allow('"s3:PutObject"'), { policyType });
    }
  });

  test('is silent where tags choose the resources of all actions', () =>
    checkRule(resourceStar, allow('"s3:*Object"', when('StringEquals', 'aws:ResourceTag/team', 'blue'))));

  test('is milder where a condition keeps to an account or tests what all actions send', () => {
    const mild = 'information: "*" is every resource; the action can be limited to some.';
    for (const condition of [
      when('StringEquals', 'aws:ResourceAccount', '111122223333'),
      when('StringEqualsIfExists', 'aws:resourceorgid', 'o-a1b2c3d4e5'),
      when('StringEqualsIfExists', 'aws:ResourceTag/team', 'blue'),
      when('StringEquals', 'kms:ViaService', 's3.us-east-1.amazonaws.com'),
      when('Null', 'aws:ResourceTag/team', 'false'),
    ]) {
      assert.deepEqual(found(allow('"kms:Decrypt"', condition)), [mild], condition);
    }
    checkRule(
      resourceStar,
      allow('"s3:GetObject"', when('StringEquals', 'aws:ResourceAccount', '111122223333')),
    );
  });

  test('is as strong as ever with a condition that limits no resource', () => {
    const strong = 'warning: "*" is every resource; both actions can be limited to some.';
    for (const condition of [
      when('Bool', 'aws:SecureTransport', 'true'),
      when('StringNotEquals', 'aws:ResourceAccount', '111122223333'),
      when('Null', 'aws:ResourceTag/team', 'true'),
      when('Null', 'kms:ViaService', 'false'),
      when('StringEquals', 'kms:ViaService', 's3.us-east-1.amazonaws.com'),
      when('StringEquals', 'unknown:Key', 'x'),
    ]) {
      assert.deepEqual(found(allow('["kms:Decrypt", "s3:PutObject"]', condition)), [strong], condition);
    }
  });

  test('counts nothing across services', () => {
    assert.deepEqual(found(allow('"*"', when('Bool', 'aws:SecureTransport', 'true'))), [
      'warning: "*" is every resource; most of the actions can be limited to some.',
    ]);
    assert.deepEqual(found(allow('"*:Describe*"')), [
      'information: "*" is every resource; most of the actions can be limited to some.',
    ]);
    const account = when('StringEquals', 'aws:ResourceAccount', '111122223333');
    assert.deepEqual(found(allow('"*:Describe*"', account)), []);
    assert.deepEqual(found(allow('"*"', account)), [
      'information: "*" is every resource; most of the actions can be limited to some.',
    ]);
  });

  test('shares the tab stops of ARNs', () => {
    const [finding] = findings(resourceStar, allow('["s3:CreateBucket", "s3:PutObject"]'));
    const [fix] = finding?.fixes() ?? [];
    assert.equal(fix?.title, 'Limit to bucket and object ARNs');
    assert.equal(
      fix.edits[0]?.newText,
      '["arn:aws:s3:::${1:amzn-s3-demo-bucket}", "arn:aws:s3:::${1:amzn-s3-demo-bucket}/${2:*}"]',
    );
  });

  test('moves the actions that need the star, their condition with them', () =>
    checkFix(
      resourceStar,
      `{
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "s3:ListAllMyBuckets",
        "s3:PutObject",
        "ec2:Describe*",
        "lambda:*"
      ],
      "Resource": "*",
      "Condition": { "Bool": { "aws:SecureTransport": "true" } }
    }
  ]
}`,
      'Limit to function and object ARNs, moving the 3 actions that need "*"',
      `{
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "s3:PutObject",
        "lambda:*"
      ],
      "Resource": [
        "arn:aws:lambda:us-east-1:111122223333:function:function-name",
        "arn:aws:s3:::amzn-s3-demo-bucket/*"
      ],
      "Condition": { "Bool": { "aws:SecureTransport": "true" } }
    },
    {
      "Effect": "Allow",
      "Action": [
        "s3:ListAllMyBuckets",
        "ec2:Describe*",
        "lambda:ListFunctions"
      ],
      "Resource": "*",
      "Condition": { "Bool": { "aws:SecureTransport": "true" } }
    }
  ]
}`,
    ));

  test('makes a list of a single statement that is split', () =>
    checkFix(
      resourceStar,
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:PutObject", "s3:ListAllMyBuckets"], "Resource": "*" } }',
      'Limit to object ARNs, moving the action that needs "*"',
      '{ "Statement": [{ "Effect": "Allow", "Action": ["s3:PutObject"], "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }, { "Effect": "Allow", "Action": ["s3:ListAllMyBuckets"], "Resource": "*" }] }',
    ));

  test('writes many types as the ARNs of one account', () =>
    checkFix(
      resourceStar,
      allow('["ec2:RunInstances", "s3:CreateBucket", "s3:PutObject", "kms:Decrypt"]'),
      'Limit to ARNs of one account',
      allow('["ec2:RunInstances", "s3:CreateBucket", "s3:PutObject", "kms:Decrypt"]').replace(
        '"Resource": "*"',
        '"Resource": ["arn:aws:ec2:us-east-1:111122223333:*", "arn:aws:ec2:us-east-1::image/image-id", "arn:aws:kms:us-east-1:111122223333:*", "arn:aws:s3:::amzn-s3-demo-bucket", "arn:aws:s3:::amzn-s3-demo-bucket/*"]',
      ),
    ));

  test('keeps to one account by a condition', () =>
    checkFix(
      resourceStar,
      allow('"s3:PutObject"'),
      'Limit to one account by a condition',
      allow('"s3:PutObject"', when('StringEqualsIfExists', 'aws:ResourceAccount', '111122223333')),
    ));

  test('offers no list of ARNs across services', () =>
    assert.deepEqual(fixTitles(resourceStar, allow('"*:Put*"')), ['Limit to one account by a condition']));
});

import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openCatalogue } from '../../../server/src/catalogue/open-catalogue.ts';
import { conditionKeyUnsupportedByAction } from '../../../server/src/rules/action/condition-key-unsupported-by-action.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('condition-key-unsupported-by-action', () => {
  test('reports the actions that never send a key together, at the first', () =>
    checkRule(
      conditionKeyUnsupportedByAction,
      `{ "Statement": [{ "Effect": "Allow", "Resource": "*",
      "Action": ["s3:ListBucket", "s3:GetObject", "s3:PutObject", "kms:Decrypt"],
//                                ^^^^^^^^^^^^^^ "s3:GetObject" and 2 others never send "s3:prefix". So they are never allowed here.
      "Condition": { "StringLike": { "s3:prefix": "home/*" }, "Null": { "s3:Prefix": "false" } }
}] }`,
    ));

  test('says what becomes of a Deny, and of tests that hold without the key', () => {
    for (const [effect, condition, consequence] of [
      ['Deny', '"StringEquals": { "s3:x-amz-acl": "private" }', 'So it is never denied here.'],
      [
        'Deny',
        '"StringNotEquals": { "s3:x-amz-acl": "private" }',
        'So the test is true for it whatever its values.',
      ],
      ['Deny', '"Null": { "s3:x-amz-acl": "true" }', 'So the test is true for it whatever its values.'],
      ['Deny', '"Null": { "s3:x-amz-acl": false }', 'So it is never denied here.'],
      [
        'Allow',
        '"StringNotLike": { "s3:x-amz-acl": "public*" }',
        'So the test is true for it whatever its values.',
      ],
      ['Allow', '"ForAnyValue:StringNotLike": { "s3:x-amz-acl": "p*" }', 'So it is never allowed here.'],
    ]) {
      checkRule(
        conditionKeyUnsupportedByAction,
        `{ "Statement": [{ "Effect": "${effect}", "Resource": "*",
      "Action": ["s3:PutObject", "s3:GetObject"],
//                               ^^^^^^^^^^^^^^ "s3:GetObject" never sends "s3:x-amz-acl". ${consequence}
      "Condition": { ${condition} }
}] }`,
      );
    }
  });

  test('believes the guide of DynamoDB on what checks within transactions carry', () => {
    const catalogue = openCatalogue(readFileSync('server/data/catalogue.dat'));
    checkRule(
      conditionKeyUnsupportedByAction,
      `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Resource": "*",
      "Action": ["dynamodb:PutItem", "dynamodb:ConditionCheckItem", "dynamodb:DescribeTable"],
//                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^ "dynamodb:DescribeTable" never sends "dynamodb:EnclosingOperation". So it is never allowed here.
      "Condition": { "StringEquals": { "dynamodb:EnclosingOperation": "TransactWriteItems" } }
}] }`,
      { catalogue },
    );
  });

  test('leaves patterns, IfExists and ForAllValues alone', () => {
    for (const [actions, operator] of [
      ['["s3:PutObject", "s3:Get*"]', 'StringEquals'],
      ['["s3:PutObject", "s3:GetObject"]', 'StringEqualsIfExists'],
      ['["s3:PutObject", "s3:GetObject"]', 'ForAllValues:StringEquals'],
      ['["s3:PutObject", "s3:GetObject"]', 'StringEqual'],
    ]) {
      checkRule(
        conditionKeyUnsupportedByAction,
        `{ "Statement": { "Effect": "Allow", "Action": ${actions}, "Resource": "*", "Condition": { "${operator}": { "s3:x-amz-acl": "private" } } } }`,
      );
    }
  });

  test('leaves global keys, claims of tokens and unknown keys and actions alone', () => {
    for (const [action, key] of [
      ['s3:GetObject', 'aws:SourceIp'],
      ['s3:GetObject', 'aws:PrincipalTag/team'],
      ['s3:GetObject', 'ec2:SourceInstanceArn'],
      ['s3:GetObject', 'token.actions.githubusercontent.com:sub'],
      ['s3:GetObject', 's3:no-such-key'],
      ['s3:BrewTea', 's3:prefix'],
      ['*', 's3:prefix'],
    ]) {
      checkRule(
        conditionKeyUnsupportedByAction,
        `{ "Statement": { "Effect": "Allow", "Action": ["s3:ListBucket", "${action}"], "Resource": "*", "Condition": { "StringLike": { "${key}": "a*" } } } }`,
      );
    }
  });

  test('knows that session tags come within a call to assume a role', () =>
    checkRule(
      conditionKeyUnsupportedByAction,
      '{ "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ["sts:AssumeRole", "sts:TagSession"], "Condition": { "StringEquals": { "sts:ExternalId": "abc" } } } }',
    ));

  test('finds keys of the resource type', () =>
    checkRule(
      conditionKeyUnsupportedByAction,
      '{ "Statement": { "Effect": "Allow", "Action": ["ec2:StartInstances", "ec2:RunInstances"], "Resource": "*", "Condition": { "StringEquals": { "ec2:InstanceType": "t3.micro" } } } }',
    ));

  test('keeps the other conditions of what it moves', () =>
    checkFix(
      conditionKeyUnsupportedByAction,
      '{ "Statement": [{ "Sid": "A", "Effect": "Allow", "Action": ["s3:ListBucket", "s3:GetObject"], "Resource": "*", "Condition": { "StringLike": { "s3:prefix": "a/*", "aws:PrincipalTag/t": "x" }, "Null": { "s3:prefix": "false" } } }] }',
      'Move "s3:GetObject" to a statement without "s3:prefix"',
      '{ "Statement": [{ "Sid": "A", "Effect": "Allow", "Action": ["s3:ListBucket"], "Resource": "*", "Condition": { "StringLike": { "s3:prefix": "a/*", "aws:PrincipalTag/t": "x" }, "Null": { "s3:prefix": "false" } } }, { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { "aws:PrincipalTag/t": "x" } } }] }',
    ));

  test('removes the action', () =>
    checkFix(
      conditionKeyUnsupportedByAction,
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:ListBucket", "s3:GetObject"], "Resource": "*", "Condition": { "StringLike": { "s3:prefix": "a/*" } } } }',
      'Remove "s3:GetObject"',
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:ListBucket"], "Resource": "*", "Condition": { "StringLike": { "s3:prefix": "a/*" } } } }',
    ));
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { arnResourceFormat } from '../../../server/src/rules/resource/arn-resource-format.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('arn-resource-format', () => {
  test('reports a word that is misspelt, missing, or followed by the wrong separator', () =>
    checkRule(
      arnResourceFormat,
      `{ "Statement": [{ "Resource": [
      "arn:aws:dynamodb:us-east-1:111122223333:tabel/Books",
//                                             ^^^^^^^^^^^ "tabel/Books" has no form that ARNs of dynamodb have.
      "arn:aws:dynamodb:us-east-1:111122223333:Books",
//                                             ^^^^^ "Books" has no form that ARNs of dynamodb have.
      "arn:aws:lambda:us-east-1:111122223333:function/resize",
//                                           ^^^^^^^^^^^^^^^ "function/resize" has no form that ARNs of lambda have.
      "arn:aws:logs:us-east-1:111122223333:/aws/lambda/resize",
//                                         ^^^^^^^^^^^^^^^^^^ "/aws/lambda/resize" has no form that ARNs of logs have.
      "arn:aws:dynamodb:us-east-1:111122223333:table/Books"
] }] }`,
    ));

  test('is silent about what fits some type, wildcards and variables included', () =>
    checkRule(
      arnResourceFormat,
      `{ "Statement": { "Resource": ["arn:aws:sns:*:*:Books", "arn:aws:dynamodb:*:*:*",
        "arn:aws:dynamodb:*:*:tab*", "arn:aws:dynamodb:*:*:\${aws:username}", "arn:aws:iam::111122223333:root",
        "arn:aws:s3:::reports"] } }`,
    ));

  test('reports an ARN that ends behind its last colon', () =>
    checkRule(
      arnResourceFormat,
      `{ "Statement": { "Action": "s3:GetObject", "Resource": [
      "arn:aws:s3:::",
//    ^^^^^^^^^^^^^^^ "arn:aws:s3:::" names no resource, so it matches nothing.
      "arn:aws:brew:::", "arn:aws:s3:::\${bucket}"] } }`,
    ));

  test('offers what the actions need behind the last colon', () => {
    const policy = (action: string, arn: string): string =>
      `{ "Statement": { "Action": "${action}", "Resource": "${arn}" } }`;
    const whole = 'arn:aws:s3:::amzn-s3-demo-bucket/*';
    const title = `Change to "${whole}"`;
    checkFix(
      arnResourceFormat,
      policy('s3:GetObject', 'arn:aws:s3:::'),
      title,
      policy('s3:GetObject', whole),
    );
    const foreign = policy('sns:Publish', 'arn:aws:s3:::');
    assert.deepEqual(fixTitles(arnResourceFormat, foreign), ['Change to "arn:aws:s3:::*"']);
  });

  test('is silent about a word that may be newer than the data', () =>
    checkRule(
      arnResourceFormat,
      `{ "Statement": { "Resource": ["arn:aws:dynamodb:us-east-1:111122223333:backup-vault/b",
        "arn:aws:lambda:*:*:fn*", "arn:aws:brew:*:*:Pot"] } }`,
    ));

  test('reports any word and path where known actions need another one', () => {
    const policy = (action: string): string =>
      `{ "Statement": { "Action": "${action}", "Resource": "arn:aws:dynamodb:us-east-1:111122223333:Books/index/*" } }`;
    checkFix(
      arnResourceFormat,
      policy('dynamodb:GetItem'),
      'Change to "arn:aws:dynamodb:us-east-1:111122223333:table/Books/index/*"',
      policy('dynamodb:GetItem').replace('Books', 'table/Books'),
    );
    assert.deepEqual(findings(arnResourceFormat, policy('dynamodb:*')), []);
    assert.deepEqual(findings(arnResourceFormat, policy('dynamodb:QuantumGet')), []);
  });

  test('leaves a wildcard that runs past a colon to arn-wildcard-crosses-segments', () =>
    checkRule(arnResourceFormat, '{ "Statement": { "Resource": "arn:aws:logs:*:*:/aws-glue/*" } }'));

  test('offers the form that is meant', () => {
    assert.deepEqual(titles('arn:aws:dynamodb:us-east-1:111122223333:Table/Books'), [
      'Change to "arn:aws:dynamodb:us-east-1:111122223333:table/Books"',
    ]);
    assert.deepEqual(titles('arn:aws:iam::111122223333:roles:app'), [
      'Change to "arn:aws:iam::111122223333:role/app"',
    ]);
    assert.equal(
      titles('arn:aws:logs:us-east-1:111122223333:/aws/lambda/resize')[0],
      'Change to "arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/resize"',
    );
  });

  test('knows that names of queues and topics have no slashes', () => {
    assert.deepEqual(titles('arn:aws:sns:us-east-1:111122223333:topic/alerts'), [
      'Change to "arn:aws:sns:us-east-1:111122223333:alerts"',
    ]);
    assert.deepEqual(titles('arn:aws:sns:us-east-1:111122223333:alerts:1234'), []);
    assert.deepEqual(titles('arn:aws:sns:us-east-1:111122223333:app/GCM/shop'), []);
    assert.deepEqual(titles('arn:aws:sns:us-east-1:111122223333:*/alerts'), []);
  });

  test('puts the missing word there', () =>
    checkFix(
      arnResourceFormat,
      '{ "Statement": { "Resource": "arn:aws:dynamodb:us-east-1:111122223333:Books" } }',
      'Change to "arn:aws:dynamodb:us-east-1:111122223333:table/Books"',
      '{ "Statement": { "Resource": "arn:aws:dynamodb:us-east-1:111122223333:table/Books" } }',
    ));
});

const titles = (resource: string): readonly string[] =>
  fixTitles(arnResourceFormat, `{ "Statement": { "Resource": "${resource}" } }`);

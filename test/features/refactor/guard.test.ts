import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkRefactor, refactorTitles } from '../../support/check-refactor.ts';

/** The keys in parentheses of what is offered at `$0`. */
const keys = (fixture: string): readonly string[] =>
  refactorTitles(fixture).flatMap((title) => /\((\w+:\w+)\)$/.exec(title)?.[1] ?? []);

const statement = (...members: readonly string[]): string =>
  `{ "Statement": { "Effect": "All$0ow", ${members.join(', ')} } }`;

const ACTION = '"Action": "s3:GetObject"';
const RESOURCE = '"Resource": "arn:aws:s3:::b/*"';

describe('guards', () => {
  test('are added to the condition, or make one', () => {
    checkRefactor(
      statement(ACTION, RESOURCE),
      'Require MFA (aws:MultiFactorAuthPresent)',
      statement(
        ACTION,
        RESOURCE,
        '"Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }',
      ).replace('$0', ''),
    );
    checkRefactor(
      statement(ACTION, RESOURCE, '"Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }'),
      'Require TLS (aws:SecureTransport)',
      statement(
        ACTION,
        RESOURCE,
        '"Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true", "aws:SecureTransport": "true" } }',
      ).replace('$0', ''),
    );
  });

  test('are those whose keys the requests send', () => {
    assert.deepEqual(keys(statement(ACTION, RESOURCE)), [
      'aws:MultiFactorAuthPresent',
      'aws:SecureTransport',
    ]);
    assert.deepEqual(keys(statement('"Principal": { "AWS": "*" }', ACTION, RESOURCE)), [
      'aws:PrincipalOrgID',
      'aws:SecureTransport',
    ]);
    assert.deepEqual(keys(statement('"Principal": { "Service": "sns.amazonaws.com" }', ACTION, RESOURCE)), [
      'aws:SourceAccount',
      'aws:SourceArn',
      'aws:SecureTransport',
    ]);
    assert.deepEqual(
      keys(statement('"Principal": { "Service": "sns.amazonaws.com" }', '"Action": "sts:AssumeRole"')),
      ['aws:SourceAccount', 'aws:SourceArn'],
    );
    assert.deepEqual(
      keys(statement('"Principal": { "Service": "ec2.amazonaws.com" }', '"Action": "sts:AssumeRole"')),
      [],
    );
    assert.deepEqual(
      keys(
        statement('"Principal": { "AWS": "arn:aws:iam::111122223333:root" }', '"Action": "sts:AssumeRole"'),
      ),
      ['aws:PrincipalOrgID', 'aws:MultiFactorAuthPresent'],
    );
  });

  test('limit who receives a role, without touching other actions', () => {
    const title = 'Limit the services that receive roles (iam:PassedToService)';
    const condition = (operator: string): string =>
      `"Condition": { "${operator}": { "iam:PassedToService": "ec2.amazonaws.com" } }`;
    checkRefactor(
      statement('"Action": "iam:PassRole"'),
      title,
      statement('"Action": "iam:PassRole"', condition('StringEquals')).replace('$0', ''),
    );
    checkRefactor(
      statement('"Action": ["iam:Pass*", "iam:GetUser"]'),
      title,
      statement('"Action": ["iam:Pass*", "iam:GetUser"]', condition('StringEqualsIfExists')).replace(
        '$0',
        '',
      ),
    );
  });

  test('suggest an ARN of the calling service', () =>
    checkRefactor(
      statement('"Principal": { "Service": "sns.amazonaws.com" }', ACTION, RESOURCE),
      'Require the calling service to act for one resource (aws:SourceArn)',
      statement(
        '"Principal": { "Service": "sns.amazonaws.com" }',
        ACTION,
        RESOURCE,
        '"Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:sns:*:111122223333:*" } }',
      ).replace('$0', ''),
    ));

  test('are not offered twice, nor in a Deny, which they would weaken', () => {
    assert.deepEqual(
      keys(statement(ACTION, RESOURCE, '"Condition": { "BoolIfExists": { "AWS:securetransport": "true" } }')),
      ['aws:MultiFactorAuthPresent'],
    );
    assert.deepEqual(keys(statement(ACTION, RESOURCE).replace('All$0ow', 'De$0ny')), []);
  });
});

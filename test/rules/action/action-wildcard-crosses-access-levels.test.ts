import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openCatalogue } from '../../../server/src/catalogue/open-catalogue.ts';
import { actionWildcardCrossesAccessLevels } from '../../../server/src/rules/action/action-wildcard-crosses-access-levels.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

describe('action-wildcard-crosses-access-levels', () => {
  test('reports credentials among what a pattern reads', () =>
    checkRule(
      actionWildcardCrossesAccessLevels,
      `{ "Statement": { "Effect": "Allow", "Resource": "*", "Action": [
      "ec2:Describe*", "EC2:get*"
//                     ^^^^^^^^^^ "EC2:get*" also matches ec2:GetPasswordData, which hands out credentials.
] } }`,
    ));

  test('is silent about a name, about what is not written for reading, and about what matches nothing else', () =>
    checkRule(
      actionWildcardCrossesAccessLevels,
      allow(
        '["ec2:GetPasswordData", "ec2:GetPass*", "ec2:GetC*", "ec2:*", "ec2:G*", "s3:Get*", "s4:Get*", "*:Get*", "*"]',
      ),
    ));

  test('is silent where the exception is named, or all of the service', () => {
    checkRule(actionWildcardCrossesAccessLevels, allow('["ec2:Get*", "ec2:getpassworddata"]'));
    checkRule(actionWildcardCrossesAccessLevels, allow('["ec2:Get*", "ec2:*"]'));
  });

  test('is silent in a Deny, in NotAction and in a policy that grants nothing', () => {
    checkRule(
      actionWildcardCrossesAccessLevels,
      '{ "Statement": { "Effect": "Deny", "Action": "ec2:Get*" } }',
    );
    checkRule(
      actionWildcardCrossesAccessLevels,
      '{ "Statement": { "Effect": "Allow", "NotAction": "ec2:Get*" } }',
    );
    checkRule(actionWildcardCrossesAccessLevels, allow('"ec2:Get*"'), { policyType: 'boundary' });
  });

  test('leaves out what does more than read', () =>
    checkFix(
      actionWildcardCrossesAccessLevels,
      '{ "Statement": { "Effect": "Allow", "Action": "ec2:Get*" } }',
      'Narrow to the one that only reads',
      '{ "Statement": { "Effect": "Allow", "Action": "ec2:GetConsoleOutput" } }',
    ));

  describe('with the real data', () => {
    test('only points out what the service is for', () => {
      assert.match(judged('secretsmanager:Get*').join(), /^information: .* secretsmanager:GetSecretValue/);
      assert.match(judged('codeartifact:Get*').join(), /^information: .* codeartifact:GetAuthorizationToken/);
    });

    test('knows the notorious ones, and counts', () => {
      assert.deepEqual(judged('ecr:Get*'), [
        'warning: "ecr:Get*" also matches ecr:GetAuthorizationToken, which hands out credentials.',
      ]);
      assert.match(
        judged('sts:Get*').join(),
        /^warning: "sts:Get\*" also matches sts:\w+, .* It matches \d others that do more than read\.$/,
      );
      assert.match(judged('lightsail:GetKey*').join(), /^$/);
      assert.match(judged('lightsail:GetBucket*').join(), /lightsail:GetBucketAccessKeys, /);
      assert.match(judged('iam:*AccessKey*').join(), /^warning: .* iam:CreateAccessKey, /);
    });

    test('only points out what AWS counts as Write', () =>
      assert.match(
        judged('states:Get*').join(),
        /^information: .* states:GetActivityTask, which AWS counts as Write\.$/,
      ));

    test('is silent about policies and tags that are only read, and about keys of oneself', () => {
      for (const action of [
        's3:Get*',
        's3:List*',
        'fsx:Get*',
        'iam:Get*',
        'iam:List*',
        'honeycode:List*',
        'glue:Get*',
      ]) {
        assert.deepEqual(judged(action), [], action);
      }
      assert.deepEqual(judged('iam:*AccessKey*', 'arn:aws:iam::*:user/${aws:username}'), []);
    });
  });
});

const allow = (action: string): string =>
  `{ "Statement": { "Effect": "Allow", "Action": ${action}, "Resource": "*" } }`;

const catalogue = openCatalogue(readFileSync('server/data/catalogue.dat'));

function judged(action: string, resource = '*'): readonly string[] {
  const text = JSON.stringify({ Statement: { Effect: 'Allow', Action: action, Resource: resource } });
  return findings(actionWildcardCrossesAccessLevels, text, { catalogue }).map(
    ({ severity, message }) => `${severity}: ${message}`,
  );
}

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { actionResourceMismatch } from '../../../server/src/rules/action/action-resource-mismatch.ts';
import { resourceUnusedByActions } from '../../../server/src/rules/resource/resource-unused-by-actions.ts';
import { allFindings } from '../../support/all-findings.ts';
import { checkRule, findings, fixTitles } from '../../support/check.ts';

describe('resource-unused-by-actions', () => {
  test('reports what no action can be used on, whatever the Effect', () => {
    for (const effect of ['Allow', 'Deny']) {
      checkRule(
        resourceUnusedByActions,
        `{ "Statement": [{ "Effect": "${effect}", "Action": ["s3:GetObject", "dynamodb:*"], "Resource": [
      "arn:aws:s3:::app/*",
      "arn:aws:s3:::app",
//    ^^^^^^^^^^^^^^^^^^ No action of the statement can be used on this resource. It has no effect here.
      "arn:aws:dynamodb:us-east-1:111122223333:table/Books"
] }] }`,
      );
    }
  });

  test('is silent where an action may use it', () => {
    for (const [actions, resources] of [
      ['["s3:GetObject", "s3:List*"]', '["arn:aws:s3:::app/*", "arn:aws:s3:::app"]'],
      ['"s3:GetObject"', '["arn:aws:s3:::app/*", "arn:aws:s3:us-east-1:111122223333:new-type/x"]'],
      ['["s3:GetObject", "new:Thing"]', '["arn:aws:s3:::app/*", "arn:aws:new:::thing"]'],
      ['["s3:GetObject", "s3:BrewTea"]', '["arn:aws:s3:::app/*", "arn:aws:s3:::app"]'],
      ['"*"', '["arn:aws:s3:::app/*", "arn:aws:s3:::app"]'],
      ['"s3:GetObject"', '["arn:aws:s3:::app/*", "*"]'],
    ]) {
      checkRule(
        resourceUnusedByActions,
        `{ "Statement": { "Effect": "Allow", "Action": ${actions}, "Resource": ${resources} } }`,
      );
    }
  });

  test('leaves it to other rules that an ARN names no service', () => {
    for (const arn of ['arn:aws:S3:::b', 'arn:aws:bucket:::b']) {
      const resources = `["${arn}", "arn:aws:s3:::app/*"]`;
      const statement = `{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": ${resources} }`;
      checkRule(resourceUnusedByActions, `{ "Statement": ${statement} }`);
      checkRule(actionResourceMismatch, `{ "Statement": ${statement.replace(resources, `"${arn}"`)} }`);
    }
  });

  test('knows that recovery points have ARNs of other services', () => {
    const found = (action: string): readonly string[] =>
      allFindings(
        `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "${action}", "Resource": "arn:aws:rds:eu-west-2:111122223333:snapshot:awsbackup:*" } }`,
      ).map(({ rule }) => rule.id);
    assert.deepEqual(found('backup:DeleteRecoveryPoint'), []);
    assert.deepEqual(found('backup:DeleteBackupVault'), ['action-resource-mismatch']);
  });

  test('is milder beside the other half of a bucket, and where the reference may have gaps', () => {
    const severityOf = (action: string, resources: string): string | undefined =>
      findings(
        resourceUnusedByActions,
        `{ "Statement": { "Effect": "Allow", "Action": "${action}", "Resource": ${resources} } }`,
      )[0]?.severity;
    const subnet = '["arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:*:*:subnet/*"]';
    assert.equal(severityOf('ec2:StartInstances', subnet), 'information');
    assert.equal(severityOf('s3:GetObject', '["arn:aws:s3:::a/x/*", "arn:aws:s3:::a"]'), 'information');
    assert.equal(severityOf('s3:GetObject', '["arn:aws:s3:::a/x/*", "arn:aws:s3:::b"]'), 'warning');
  });

  test('offers to remove it', () =>
    assert.deepEqual(
      fixTitles(
        resourceUnusedByActions,
        '{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::app/*", "arn:aws:sns:us-east-1:111122223333:t"] } }',
      ),
      ['Remove "arn:aws:sns:us-east-1:111122223333:t"'],
    ));
});

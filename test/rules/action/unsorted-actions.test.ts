import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unsortedActions } from '../../../server/src/rules/action/unsorted-actions.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

describe('unsorted-actions', () => {
  test('reports the first action that stands behind a later one', () =>
    checkRule(
      unsortedActions,
      `{ "Statement": [{ "Action": ["ec2:StartInstances", "S3:putObject", "s3:Get*", "ec2:RunInstances"] },
//                                                                 ^^^^^^^^^ "s3:Get*" would be sorted before "S3:putObject".
        { "NotAction": ["s3:GetObject", "s3:*"] }] }
//                                      ^^^^^^ "s3:*" would be sorted before "s3:GetObject".
`,
    ));

  test('is silent about lists in order, single strings and what is not a text', () => {
    for (const list of [
      '["ec2:RunInstances", "s3:*", "s3:GetObject", "s3:GetObject", "S3:putobject"]',
      '"s3:GetObject"',
      '["s3:PutObject", { "Ref": "A" }, "s3:GetObject"]',
      '[]',
    ]) {
      checkRule(unsortedActions, `{ "Statement": { "Action": ${list} } }`);
    }
  });

  test('sorts as the refactoring does', () => {
    const text = '{ "Statement": { "Action": ["s3:PutObject", "s3:Ge$0tObject", "ec2:RunInstances"] } }';
    checkFix(
      unsortedActions,
      text,
      'Sort and group actions',
      '{ "Statement": { "Action": ["ec2:RunInstances", "s3:GetObject", "s3:PutObject"] } }',
    );
    assert.ok(findings(unsortedActions, text.replace('$0', ''))[0]?.fixes()[0]?.keepsAccess);
  });
});

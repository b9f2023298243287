import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { actionResourceMismatch } from '../../../server/src/rules/action/action-resource-mismatch.ts';
import { resourceUnusedByActions } from '../../../server/src/rules/resource/resource-unused-by-actions.ts';
import { s3BucketObjectPair } from '../../../server/src/rules/resource/s3-bucket-object-pair.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('action-resource-mismatch', () => {
  test('reports an action on objects that is given a bucket', () =>
    checkRule(
      actionResourceMismatch,
      `{ "Statement": [{ "Effect": "Allow",
      "Action": "s3:GetObject",
//              ^^^^^^^^^^^^^^ "s3:GetObject" does not work on this resource. It is never allowed here; it needs an ARN of type "object".
      "Resource": "arn:aws:s3:::app"
}] }`,
    ));

  test('reports the actions of a service once, at the first', () =>
    checkRule(
      actionResourceMismatch,
      `{ "Statement": [{ "Effect": "Allow",
      "Action": ["s3:ListBucket", "dynamodb:GetItem", "dynamodb:Query", "kms:Decrypt"],
//                                ^^^^^^^^^^^^^^^^^^ "dynamodb:GetItem" and "dynamodb:Query" do not work on this resource. They are never allowed here; they need an ARN of type "table".
//                                                                      ^^^^^^^^^^^^^ "kms:Decrypt" does not work on this resource. It is never allowed here; it needs an ARN of type "key".
      "Resource": "arn:aws:s3:::app"
}] }`,
    ));

  test('is silent where one of the resources fits, or may fit', () => {
    for (const resource of [
      '["arn:aws:s3:::app", "arn:aws:s3:::app/*"]',
      '"arn:aws:s3:::app*"',
      '"arn:aws:s3:::${aws:username}"',
      '"arn:aws:s3:::${bucket}"',
      '["arn:aws:s3:::app", "*"]',
      '["arn:aws:s3:::app", { "Ref": "Objects" }]',
      '"arn:aws:*:::app"',
      '"arn:aws:s3:::*"',
      '"arn:aws:s3:us-east-1:111122223333:something-new/x"',
      '"app"',
    ]) {
      checkRule(
        actionResourceMismatch,
        `{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ${resource} } }`,
      );
    }
  });

  test('is silent about a pattern that matches something which fits', () => {
    checkRule(
      actionResourceMismatch,
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:Get*", "s3:*", "*"], "Resource": "arn:aws:s3:::app" } }',
    );
    checkRule(
      actionResourceMismatch,
      `{ "Statement": [{ "Effect": "Allow",
      "Action": "s3:GetObject*",
//              ^^^^^^^^^^^^^^^ "s3:GetObject*" does not work on this resource. It is never allowed here; it needs an ARN of type "object".
      "Resource": "arn:aws:s3:::app"
}] }`,
    );
  });

  test('is silent about NotAction, NotResource, Deny, unknown actions and broken text', () => {
    for (const statement of [
      '"Effect": "Allow", "NotAction": "s3:GetObject", "Resource": "arn:aws:s3:::app"',
      '"Effect": "Allow", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::app"',
      '"Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::app"',
      '"Effect": "Allow", "Action": "s3:BrewTea", "Resource": "arn:aws:s3:::app"',
      '"Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::app",',
      '"Effect": "Allow", "Action": ["s3:GetObject", 1], "Resource": { "a": 1 }',
    ]) {
      checkRule(actionResourceMismatch, `{ "Statement": { ${statement} } }`);
    }
  });

  test('takes streams and groups of logs for one another, as requests do', () =>
    checkRule(
      actionResourceMismatch,
      '{ "Statement": { "Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:app" } }',
    ));

  test('is a warning for services whose reference may have gaps', () => {
    const severityOf = (action: string, resource: string): string | undefined =>
      findings(
        actionResourceMismatch,
        `{ "Statement": { "Effect": "Allow", "Action": "${action}", "Resource": "${resource}" } }`,
      )[0]?.severity;
    assert.equal(severityOf('ec2:StartInstances', 'arn:aws:ec2:*:*:subnet/*'), 'warning');
    assert.equal(severityOf('ec2:StartInstances', 'arn:aws:s3:::app'), 'error');
    assert.equal(severityOf('dynamodb:GetItem', 'arn:aws:dynamodb:*:*:table/T/index/*'), 'error');
  });

  test('gives one finding together with its neighbours', () => {
    const rules = [actionResourceMismatch, resourceUnusedByActions, s3BucketObjectPair];
    for (const [actions, resources, id] of [
      ['"s3:GetObject"', '"arn:aws:s3:::app"', 'action-resource-mismatch'],
      ['["s3:GetObject", "s3:ListBucket"]', '"arn:aws:s3:::app"', 's3-bucket-object-pair'],
      ['"dynamodb:GetItem"', '"arn:aws:s3:::app"', 'action-resource-mismatch'],
      ['"s3:GetObject"', '["arn:aws:s3:::app/*", "arn:aws:s3:::app"]', 'resource-unused-by-actions'],
    ] as const) {
      const found = findings(
        rules,
        `{ "Statement": { "Effect": "Allow", "Action": ${actions}, "Resource": ${resources} } }`,
      );
      assert.deepEqual(
        found.map(({ rule }) => rule.id),
        [id],
      );
    }
  });

  test('adds what is needed where the resource has its use, like its neighbours', () =>
    checkFix(
      actionResourceMismatch,
      '{ "Statement": { "Effect": "Allow", "Action": ["lambda:InvokeFunction", "dynamodb:Get$0Item"], "Resource": "arn:aws-cn:lambda:cn-north-1:444455556666:function:${aws:username}" } }',
      'Add "arn:aws-cn:dynamodb:cn-north-1:444455556666:table/table-name"',
      '{ "Statement": { "Effect": "Allow", "Action": ["lambda:InvokeFunction", "dynamodb:GetItem"], "Resource": ["arn:aws-cn:lambda:cn-north-1:444455556666:function:${aws:username}", "arn:aws-cn:dynamodb:cn-north-1:444455556666:table/table-name"] } }',
    ));

  test('offers a statement of its own, with the same condition and without the Sid', () =>
    checkFix(
      actionResourceMismatch,
      '{ "Statement": [{ "Sid": "A", "Effect": "Allow", "Action": ["lambda:InvokeFunction", "sns:Publish"], "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f", "Condition": { "StringLike": { "aws:PrincipalTag/a": "${aws:username}*" } } }] }',
      'Move "sns:Publish" to a statement of its own',
      '{ "Statement": [{ "Sid": "A", "Effect": "Allow", "Action": ["lambda:InvokeFunction"], "Resource": "arn:aws:lambda:us-east-1:111122223333:function:f", "Condition": { "StringLike": { "aws:PrincipalTag/a": "${aws:username}*" } } }, { "Effect": "Allow", "Action": "sns:Publish", "Resource": "arn:aws:sns:us-east-1:111122223333:topic-name", "Condition": { "StringLike": { "aws:PrincipalTag/a": "${aws:username}*" } } }] }',
    ));

  test('leaves a resource to the actions of its own service', () =>
    assert.deepEqual(
      fixTitles(
        actionResourceMismatch,
        '{ "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", "dynamodb:Get$0Item"], "Resource": "arn:aws:s3:::app" } }',
      )[0],
      'Add "arn:aws:dynamodb:us-east-1:111122223333:table/table-name"',
    ));

  test('offers to remove the action only where another stays', () => {
    const titles = (actions: string): readonly string[] =>
      fixTitles(
        actionResourceMismatch,
        `{ "Statement": { "Effect": "Allow", "Action": ${actions}, "Resource": "arn:aws:s3:::app" } }`,
      );
    assert.deepEqual(titles('"s3:GetObject"'), ['Change Resource to "arn:aws:s3:::app/*"']);
    assert.deepEqual(titles('["s3:ListBucket", "sns:Publish"]'), [
      'Add "arn:aws:sns:us-east-1:111122223333:topic-name"',
      'Move "sns:Publish" to a statement of its own',
      'Remove "sns:Publish"',
    ]);
  });
});

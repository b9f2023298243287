import { describe, test } from 'node:test';
import { denyResourceMismatch } from '../../../server/src/rules/action/deny-resource-mismatch.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('deny-resource-mismatch', () => {
  test('says what is not denied', () =>
    checkRule(
      denyResourceMismatch,
      `{ "Statement": [{ "Effect": "Deny",
      "Action": ["s3:DeleteObject", "s3:PutObject*"],
//               ^^^^^^^^^^^^^^^^^ "s3:DeleteObject" and "s3:PutObject*" do not work on this resource. They are never denied here; they need an ARN of type "object".
      "Resource": "arn:aws:s3:::backup"
}] }`,
    ));

  test('is silent about an Allow, and where a pattern or a resource fits', () => {
    for (const statement of [
      '"Effect": "Allow", "Action": "s3:DeleteObject", "Resource": "arn:aws:s3:::backup"',
      '"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::backup"',
      '"Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "arn:aws:s3:::backup/*"',
      '"Effect": "Deny", "Action": "s3:DeleteObject", "NotResource": "arn:aws:s3:::backup"',
    ]) {
      checkRule(denyResourceMismatch, `{ "Statement": { ${statement} } }`);
    }
  });

  test('names what the action needs', () =>
    checkFix(
      denyResourceMismatch,
      '{ "Statement": { "Effect": "Deny", "Action": "dynamodb:GetItem", "Resource": "arn:aws:dynamodb:eu-west-1:444455556666:table/Books/index/Title" } }',
      'Change Resource to "arn:aws:dynamodb:eu-west-1:444455556666:table/table-name"',
      '{ "Statement": { "Effect": "Deny", "Action": "dynamodb:GetItem", "Resource": "arn:aws:dynamodb:eu-west-1:444455556666:table/table-name" } }',
    ));
});

import { describe, test } from 'node:test';
import { hardCodedRegionAccount } from '../../../server/src/rules/resource/hard-coded-region-account.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const template = (resource: string): string =>
  `{ "Resources": { "Worker": { "Type": "AWS::IAM::Role", "Properties": { "Policies": [{ "PolicyName": "queue",
  "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sqs:*", "Resource":
${resource}
} ] } }] } } } }`;

describe('hard-coded-region-account', () => {
  test('reports what is written out, once in each ARN', () =>
    checkRule(
      hardCodedRegionAccount,
      template(`[
      "arn:aws:sqs:eu-west-1:111122223333:orders",
//                 ^^^^^^^^^^^^^^^^^^^^^^ This template works with "eu-west-1" and "111122223333" only.
      "arn:aws:sqs:*:111122223333:orders",
//                   ^^^^^^^^^^^^ This template works with "111122223333" only.
      "arn:aws:sqs:eu-west-1:*:orders", "arn:aws:sqs:*:*:orders", "arn:aws:s3:::reports/*",
//                 ^^^^^^^^^ This template works with "eu-west-1" only.
      { "Fn::Sub": "arn:aws:sqs:eu-west-1:\${AWS::AccountId}:orders" }, "arn:aws:iam::aws:policy/ReadOnlyAccess"]`),
    ));

  test('is silent outside of templates', () => {
    const policy = '{ "Statement": [{ "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders" }] }';
    checkRule(hardCodedRegionAccount, policy);
    checkRule(hardCodedRegionAccount, `{ "policies": [{ "document": ${policy} }] }`);
    checkRule(
      hardCodedRegionAccount,
      `{ "Resources": { "A": { "Properties": { "P": ${JSON.stringify(policy)} } } } }`,
    );
  });

  test('keeps the variables of the policy from the stack', () =>
    checkFix(
      hardCodedRegionAccount,
      template('"arn:aws:dynamodb:*:111122223333:table/${aws:username}"'),
      'Take them from the stack with Fn::Sub',
      template('{ "Fn::Sub": "arn:aws:dynamodb:*:${AWS::AccountId}:table/${!aws:username}" }'),
    ));
});

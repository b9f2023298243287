import { describe, test } from 'node:test';
import { missingPairedKey } from '../../../server/src/rules/condition/missing-paired-key.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('missing-paired-key', () => {
  test('reports private addresses without their network', () =>
    checkRule(
      missingPairedKey,
      `{ "Statement": [{
  "Effect": "Allow",
  "Condition": { "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" }, "Null": { "aws:SourceVpc": "false" } }
//                              ^^^^^^^^^^^^^^^^^ Other VPCs have the same addresses, so "aws:VpcSourceIp" needs "aws:SourceVpc".
}, {
  "Effect": "Deny",
  "Condition": { "NotIpAddress": { "aws:Ec2InstanceSourcePrivateIPv4": "10.0.0.0/8" } }
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Other VPCs have the same addresses, so "aws:Ec2InstanceSourcePrivateIPv4" needs "aws:Ec2InstanceSourceVpc".
}] }`,
    ));

  test('reports a bucket without its account in an Allow', () =>
    checkRule(
      missingPairedKey,
      `{ "Statement": [{
  "Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" },
  "Condition": { "ArnLike": { "AWS:sourcearn": ["arn:aws:sns:us-east-1:111122223333:a", "arn:aws:s3:::a"] } }
//                            ^^^^^^^^^^^^^^^ The ARN of a bucket has no account, so it needs "aws:SourceAccount" beside it.
}] }`,
      { policyType: 'resource' },
    ));

  test('is silent with the partner in the statement', () =>
    checkRule(
      missingPairedKey,
      `{ "Statement": [{
  "Effect": "Allow",
  "Condition": { "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" }, "StringEquals": { "aws:sourcevpce": "vpce-1a2b3c4d" } }
}, {
  "Effect": "Allow",
  "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:s3:::a" }, "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" } }
}] }`,
    ));

  test('is silent with the partner in a Deny', () =>
    checkRule(
      missingPairedKey,
      `{ "Statement": [{
  "Effect": "Deny", "Condition": { "NotIpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" } }
}, {
  "Effect": "Deny", "Condition": { "StringNotEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" } }
}] }`,
    ));

  test('is silent on variables, on ARNs with an account and on a Deny for a bucket', () =>
    checkRule(
      missingPairedKey,
      `{ "Statement": [{
  "Effect": "Deny", "Condition": { "StringNotEquals": { "aws:Ec2InstanceSourcePrivateIPv4": "\${aws:VpcSourceIp}" } }
}, {
  "Effect": "Allow", "Condition": { "ArnLike": { "aws:SourceArn": ["arn:aws:sns:us-east-1:111122223333:a", "arn:aws:s3:eu-west-1:111122223333:accesspoint/a"] } }
}, {
  "Effect": "Deny", "Condition": { "ArnNotLike": { "aws:SourceArn": "arn:aws:s3:::a" } }
}] }`,
    ));

  test('adds a Deny for the network behind one that spares addresses', () =>
    checkFix(
      missingPairedKey,
      '{ "Statement": [{ "Sid": "A", "Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::a/${aws:username}", "Condition": { "NotIpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" } } }] }',
      'Deny all but one "aws:SourceVpc"',
      '{ "Statement": [{ "Sid": "A", "Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::a/${aws:username}", "Condition": { "NotIpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" } } }, { "Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::a/${aws:username}", "Condition": { "StringNotEquals": { "aws:SourceVpc": "vpc-0a1b2c3d4e5f60718" } } }] }',
    ));
});

import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openCatalogue } from '../../../server/src/catalogue/open-catalogue.ts';
import { actionNeedsStarResource } from '../../../server/src/rules/action/action-needs-star-resource.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('action-needs-star-resource', () => {
  test('reports the actions that take no resource together, at the first', () =>
    checkRule(
      actionNeedsStarResource,
      `{ "Statement": [{ "Effect": "Allow",
      "Action": ["s3:GetObject", "s3:ListAllMyBuckets", "lambda:ListFunctions", "sts:GetCallerIdentity"],
//                               ^^^^^^^^^^^^^^^^^^^^^ "s3:ListAllMyBuckets" and 2 others work only with Resource "*". They are never allowed on ARNs.
      "Resource": "arn:aws:s3:::app/*"
}] }`,
    ));

  test('says what a Deny does not deny', () =>
    checkRule(
      actionNeedsStarResource,
      `{ "Statement": [{ "Effect": "Deny",
      "Action": "ec2:Describe*",
//              ^^^^^^^^^^^^^^^ "ec2:Describe*" works only with Resource "*". It is never denied on ARNs.
      "Resource": "arn:aws:ec2:us-east-1:111122223333:instance/*"
}] }`,
    ));

  test('is silent with "*", with what may stand for it, and for patterns that match more', () => {
    for (const statement of [
      '"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"',
      '"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": ["arn:aws:s3:::app", "*"]',
      '"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "arn:aws:s3:::*"',
      '"Effect": "Allow", "Action": "s3:List*", "Resource": "arn:aws:s3:::app"',
      '"Effect": "Allow", "Action": "logs:DescribeLogGroups", "Resource": "arn:aws:logs:*:*:log-group:*"',
      '"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "${arn}"',
      '"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "NotResource": "arn:aws:s3:::app"',
      '"Action": "s3:ListAllMyBuckets", "Resource": "arn:aws:s3:::app"',
    ]) {
      checkRule(actionNeedsStarResource, `{ "Statement": { ${statement} } }`);
    }
  });

  test('believes the guide of Step Functions on HTTP endpoints', () =>
    checkRule(
      actionNeedsStarResource,
      `{ "Statement": [{ "Effect": "Allow",
      "Action": ["states:InvokeHTTPEndpoint", "states:ListActivities"],
//                                            ^^^^^^^^^^^^^^^^^^^^^^^ "states:ListActivities" works only with Resource "*". It is never allowed on ARNs.
      "Resource": "arn:aws:states:us-east-1:111122223333:stateMachine:orders"
}] }`,
      { catalogue: openCatalogue(readFileSync('server/data/catalogue.dat')) },
    ));

  test('says nothing about policies of resources', () =>
    checkRule(
      actionNeedsStarResource,
      '{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:ListAllMyBuckets", "Resource": "arn:aws:s3:::app" } }',
    ));

  test('moves them to a statement of their own, a single statement becoming a list', () =>
    checkFix(
      actionNeedsStarResource,
      `{ "Statement": {
  "Effect": "Allow",
  "Action": ["s3:GetObject", "s3:ListAllMyBuckets"],
  "Resource": "arn:aws:s3:::app/*"
} }`,
      'Move "s3:ListAllMyBuckets" to a statement with Resource "*"',
      `{ "Statement": [{
  "Effect": "Allow",
  "Action": ["s3:GetObject"],
  "Resource": "arn:aws:s3:::app/*"
},
{
  "Effect": "Allow",
  "Action": "s3:ListAllMyBuckets",
  "Resource": "*"
}] }`,
    ));

  test('removes them', () =>
    checkFix(
      actionNeedsStarResource,
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListAllMyBuckets"], "Resource": "arn:aws:s3:::app/*" } }',
      'Remove "s3:ListAllMyBuckets"',
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::app/*" } }',
    ));
});

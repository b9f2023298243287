import { describe, test } from 'node:test';
import { actionWildcardSingleMatch } from '../../../server/src/rules/action/action-wildcard-single-match.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('action-wildcard-single-match', () => {
  test('reports a pattern with one match, whatever its case', () =>
    checkRule(
      actionWildcardSingleMatch,
      `{ "Statement": { "Effect": "Allow", "Action": [
      "s3:listall*", "S3:*BucketPolicy", "s3:GetObject?c?"
//    ^^^^^^^^^^^^^ "s3:listall*" matches only s3:ListAllMyBuckets today.
//                   ^^^^^^^^^^^^^^^^^^ "S3:*BucketPolicy" matches only s3:PutBucketPolicy today.
//                                       ^^^^^^^^^^^^^^^^^ "s3:GetObject?c?" matches only s3:GetObjectAcl today.
] } }`,
    ));

  test('is silent about several matches, none, a whole service and unknown services', () =>
    checkRule(
      actionWildcardSingleMatch,
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:GetObject*", "s3:Gte*", "sns:*", "sns:??*", "s4:Get*", "*:ListAll*", "*"] } }',
    ));

  test('is silent where more matches would deny more', () => {
    checkRule(actionWildcardSingleMatch, '{ "Statement": { "Effect": "Deny", "Action": "s3:ListAll*" } }');
    checkRule(
      actionWildcardSingleMatch,
      '{ "Statement": { "Effect": "Allow", "NotAction": "s3:ListAll*" } }',
    );
    checkRule(
      actionWildcardSingleMatch,
      `{ "Statement": { "Effect": "Deny", "NotAction":
      "s3:ListAll*"
//    ^^^^^^^^^^^^^ "s3:ListAll*" matches only s3:ListAllMyBuckets today.
} }`,
    );
  });

  test('names the action, or takes the pattern out where it is named already', () => {
    checkFix(
      actionWildcardSingleMatch,
      '{ "Statement": { "Effect": "Allow", "Action": "s3:ListAll*" } }',
      'Change to "s3:ListAllMyBuckets"',
      '{ "Statement": { "Effect": "Allow", "Action": "s3:ListAllMyBuckets" } }',
    );
    checkFix(
      actionWildcardSingleMatch,
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:ListAll*", "s3:ListAllMyBuckets"] } }',
      'Remove "s3:ListAll*"',
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:ListAllMyBuckets"] } }',
    );
  });
});

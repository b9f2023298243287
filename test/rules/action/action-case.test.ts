import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openCatalogue } from '../../../server/src/catalogue/open-catalogue.ts';
import { actionCase } from '../../../server/src/rules/action/action-case.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('action-case', () => {
  test('reports names and prefixes in another case, wherever they stand', () =>
    checkRule(
      actionCase,
      `{ "Statement": [{
      "Action": ["s3:GetObject", "s3:getobject", "S3:GetObject"],
//                               ^^^^^^^^^^^^^^ AWS spells this action "s3:GetObject".
//                                               ^^^^^^^^^^^^^^ AWS spells this action "s3:GetObject".
      "NotAction": "s3:LISTBUCKET"
//                 ^^^^^^^^^^^^^^^ AWS spells this action "s3:ListBucket".
}] }`,
    ));

  test('looks at the beginning of a pattern', () =>
    checkRule(
      actionCase,
      `{ "Statement": { "Action": [
      "s3:get*", "s3:Get*", "S3:*", "s3:*object"
//    ^^^^^^^^^ AWS spells this action "s3:Get*".
//                          ^^^^^^ AWS spells this action "s3:*".
] } }`,
    ));

  test('leaves unknown names, patterns without a match and placeholders alone', () =>
    checkRule(
      actionCase,
      '{ "Statement": { "Action": ["s3:getobjcet", "s3:gte*", "s4:getobject", "s3:{{ verb }}object", "S3:", "*", "GETOBJECT"] } }',
    ));

  test('leaves prefixes alone that consoles write in capitals, but not names', () =>
    checkRule(
      actionCase,
      `{ "Statement": { "Action": [
      "SQS:SendMessage", "SQS:*", "SQS:sendMessage"
//                                ^^^^^^^^^^^^^^^^^ AWS spells this action "sqs:SendMessage".
] } }`,
      { catalogue: openCatalogue(readFileSync('server/data/catalogue.dat')) },
    ));

  test('spells it as AWS does', () =>
    checkFix(
      actionCase,
      '{ "Statement": { "Action": "$0EC2:describe*" } }',
      'Change to "ec2:Describe*"',
      '{ "Statement": { "Action": "ec2:Describe*" } }',
    ));
});

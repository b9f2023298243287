import { describe, test } from 'node:test';
import { wildcardInServicePrefix } from '../../../server/src/rules/action/wildcard-in-service-prefix.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('wildcard-in-service-prefix', () => {
  test('reports the prefix of an action', () =>
    checkRule(
      wildcardInServicePrefix,
      `{ "Statement": { "Effect": "Allow", "Action": [
      "s3:Get*", "*:Get*", "s?:*"
//                ^ "*:Get*" has a wildcard in its service prefix. It will match services that AWS adds.
//                          ^^ "s?:*" has a wildcard in its service prefix. It will match services that AWS adds.
] } }`,
    ));

  test('reports the service of an ARN', () =>
    checkRule(
      wildcardInServicePrefix,
      `{ "Statement": { "Effect": "Allow", "Resource": [
      "*", "arn:aws:s3:::*", "arn:*:s*:::bucket"
//                                  ^^ The service of "arn:*:s*:::bucket" is a wildcard. AWS does not allow that in an ARN.
] } }`,
    ));

  test('leaves all actions, placeholders and ARNs that are too short to others', () =>
    checkRule(
      wildcardInServicePrefix,
      '{ "Statement": { "Effect": "Allow", "Action": ["*", "*:*", "**", "{{ a }}*:Get", "*Get"], "Resource": ["arn:aws:*", "arn:*"] } }',
    ));

  test('lists the services that have such actions', () =>
    checkFix(
      wildcardInServicePrefix,
      '{ "Statement": { "Effect": "Allow", "Action": ["*:GetU*", "$0?*:*User*"] } }',
      'Change to "iam:*User*"',
      '{ "Statement": { "Effect": "Allow", "Action": ["*:GetU*", "iam:*User*"] } }',
    ));

  test('lists several in the layout of the list', () =>
    checkFix(
      wildcardInServicePrefix,
      '{ "Statement": { "Effect": "Allow", "Action": [\n  "*:CreateR*",\n  "$0*:Create*"\n] } }',
      'Name the 4 services that it matches',
      '{ "Statement": { "Effect": "Allow", "Action": [\n  "*:CreateR*",\n  "iam:Create*",\n  "lambda:Create*",\n  "logs:Create*",\n  "s3:Create*"\n] } }',
    ));

  test('asks for the service where nothing tells it', () => {
    checkFix(
      wildcardInServicePrefix,
      '{ "Statement": { "Effect": "Allow", "Action": "*:Nothing" } }',
      'Name one service',
      '{ "Statement": { "Effect": "Allow", "Action": "s3:Nothing" } }',
    );
    checkFix(
      wildcardInServicePrefix,
      '{ "Statement": { "Effect": "Allow", "Action": "*", "Resource": "arn:aws:*:::b" } }',
      'Name the service',
      '{ "Statement": { "Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::b" } }',
    );
    checkFix(
      wildcardInServicePrefix,
      String.raw`{ "Statement": { "Effect": "Allow", "Resource": ["arn:aws:*:::\u0062\"$"] } }`,
      'Name the service',
      String.raw`{ "Statement": { "Effect": "Allow", "Resource": ["arn:aws:s3:::b\"$"] } }`,
    );
  });
});

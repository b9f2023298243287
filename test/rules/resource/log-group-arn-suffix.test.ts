import { describe, test } from 'node:test';
import { logGroupArnSuffix } from '../../../server/src/rules/resource/log-group-arn-suffix.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('log-group-arn-suffix', () => {
  test('reports a log group without its suffix', () =>
    checkRule(
      logGroupArnSuffix,
      `{ "Statement": [{ "Action": ["logs:CreateLogGroup", "logs:Put*"], "Resource": [
      "arn:aws:logs:us-east-1:111122223333:log-group:app",
//                                         ^^^^^^^^^^^^^ "logs:Put*" needs ":*" behind the name of the log group.
      "arn:aws:logs:us-east-1:111122223333:log-group:other:*"
] }] }`,
    ));

  test('reports the suffix where only tags are asked for', () =>
    checkRule(
      logGroupArnSuffix,
      `{ "Statement": [{ "Action": "logs:ListTagsForResource", "Resource": [
      "arn:aws:logs:us-east-1:111122223333:log-group:app:*",
//                                         ^^^^^^^^^^^^^^^ "logs:ListTagsForResource" needs the ARN of the log group without ":*".
      "arn:aws:logs:us-east-1:111122223333:log-group:other"
] }] }`,
    ));

  test('is silent where another resource covers the rest', () =>
    checkRule(
      logGroupArnSuffix,
      `{ "Statement": [
        { "Action": "logs:PutLogEvents", "Resource": ["arn:aws:logs:*:*:log-group:app", "arn:aws:logs:*:*:log-group:app:log-stream:*"] },
        { "Action": "logs:PutLogEvents", "Resource": ["arn:aws:logs:*:*:log-group:app", "arn:aws:logs:*:*:log-group:app:*"] },
        { "Action": "logs:TagResource", "Resource": ["arn:aws:logs:*:*:log-group:app", "arn:aws:logs:*:*:log-group:app:*"] }
      ] }`,
    ));

  test('is silent about wildcards and variables at the end, streams and other actions', () =>
    checkRule(
      logGroupArnSuffix,
      `{ "Statement": [
        { "Action": "logs:*", "Resource": ["arn:aws:logs:*:*:log-group:/aws/*", "arn:aws:logs:*:*:log-group:\${aws:PrincipalTag/group}",
          "arn:aws:logs:*:*:log-group:app:log-stream:a"] },
        { "Action": ["logs:CreateLogGroup", "s3:PutObject"], "Resource": "arn:aws:logs:*:*:log-group:app" },
        { "Action": "logs:PutLogEvents", "NotResource": "arn:aws:logs:*:*:log-group:app" },
        { "Action": ["logs:TagResource", "logs:CreateLogGroup"], "Resource": "arn:aws:logs:*:*:log-group:app:*" }
      ] }`,
    ));

  test('adds the ARN with the suffix where tags need the other', () =>
    checkFix(
      logGroupArnSuffix,
      '{ "Statement": { "Action": ["logs:PutLogEvents", "logs:TagResource"], "Resource": "arn:aws:logs:*:*:log-group:app" } }',
      'Add the ARN with ":*"',
      '{ "Statement": { "Action": ["logs:PutLogEvents", "logs:TagResource"], "Resource": ["arn:aws:logs:*:*:log-group:app", "arn:aws:logs:*:*:log-group:app:*"] } }',
    ));
});

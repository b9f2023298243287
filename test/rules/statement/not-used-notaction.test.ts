import { describe, test } from 'node:test';
import { notUsedNotaction } from '../../../server/src/rules/statement/not-used-notaction.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('not-used-notaction', () => {
  test('reports a NotAction that leaves all of a service, or little of it', () =>
    checkRule(
      notUsedNotaction,
      `{ "Statement": [
  { "Effect": "Deny", "NotAction": "iam:*", "Resource": ["arn:aws:s3:::app", "arn:aws:sns:eu-west-1:111122223333:t"] },
//                    ^^^^^^^^^^^ NotAction leaves all of s3 and sns on these resources. Action says so directly.
  { "Effect": "Deny", "NotAction": ["lambda:C*", "lambda:List*"], "Resource": "arn:aws:lambda:*:*:function:a" }
//                    ^^^^^^^^^^^ NotAction leaves only lambda:InvokeFunction on these resources. Action says so directly.
] }`,
    ));

  test('reports a NotResource that none of the actions concerns', () =>
    checkRule(
      notUsedNotaction,
      `{ "Statement": { "Effect": "Deny", "Action": ["s3:Get*", "lambda:InvokeFunction"], "NotResource": "arn:aws:sns:eu-west-1:111122223333:t" } }
//                                                                                 ^^^^^^^^^^^^^ No action here can be used on what NotResource lists. Resource "*" says the same.
`,
    ));

  test('is silent where the negation is shorter, or leaves out something', () => {
    for (const members of [
      '"NotAction": "s3:Get*", "Resource": "arn:aws:s3:::app/*"',
      '"NotAction": "iam:*", "Resource": "*"',
      '"NotAction": "iam:*", "Resource": "arn:aws:unheard-of:::a"',
      '"NotAction": "iam:*", "NotResource": "arn:aws:s3:::app/*"',
      '"NotAction": "*", "Resource": "arn:aws:s3:::app/*"',
      '"NotAction": "s3:*", "Resource": "arn:aws:s3:::app/*"',
      '"Action": "s3:*", "NotResource": ["arn:aws:iam::111122223333:role/a", "arn:aws:s3:::app"]',
      '"Action": "*", "NotResource": "arn:aws:s3:::app"',
    ]) {
      checkRule(notUsedNotaction, `{ "Statement": { "Effect": "Deny", ${members} } }`);
    }
  });

  test('is silent about what is filled in later', () => {
    for (const members of [
      '"NotAction": ["iam:*", "${action}"], "Resource": "arn:aws:s3:::app/*"',
      '"NotAction": ["iam:*", { "Ref": "A" }], "Resource": "arn:aws:s3:::app/*"',
      '"Action": "s3:*", "NotResource": ["arn:aws:iam::111122223333:role/${role}"]',
    ]) {
      checkRule(notUsedNotaction, `{ "Statement": { "Effect": "Deny", ${members} } }`);
    }
  });

  test('writes it directly', () => {
    checkFix(
      notUsedNotaction,
      '{ "Statement": { "Effect": "Deny", "NotAc$0tion": ["iam:*"], "Resource": ["arn:aws:s3:::a", "arn:aws:sns:eu-west-1:111122223333:t"] } }',
      'Change to Action "s3:*" and "sns:*"',
      '{ "Statement": { "Effect": "Deny", "Action": ["s3:*", "sns:*"], "Resource": ["arn:aws:s3:::a", "arn:aws:sns:eu-west-1:111122223333:t"] } }',
    );
    checkFix(
      notUsedNotaction,
      '{ "Statement": { "Effect": "Deny", "NotAct$0ion": ["lambda:C*", "lambda:List*"], "Resource": "arn:aws:lambda:*:*:function:a" } }',
      'Change to Action "lambda:InvokeFunction"',
      '{ "Statement": { "Effect": "Deny", "Action": "lambda:InvokeFunction", "Resource": "arn:aws:lambda:*:*:function:a" } }',
    );
  });
});

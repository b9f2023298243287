import { describe, test } from 'node:test';
import { variableInWrongElement } from '../../../server/src/rules/statement/variable-in-wrong-element.ts';
import { checkRule } from '../../support/check.ts';

describe('variable-in-wrong-element', () => {
  test('reports every place where AWS reads none', () =>
    checkRule(
      variableInWrongElement,
      `{ "Statement": [{ "Sid":
      "A\${aws:username}",
//      ^^^^^^^^^^^^^^^ AWS fills in no variables in Sid; "\${aws:username}" is plain text here.
      "Action": ["s3:GetObject", "s3:\${aws:username}"],
//                                   ^^^^^^^^^^^^^^^ AWS fills in no variables in Action; "\${aws:username}" is plain text here.
      "Principal": { "AWS": "arn:aws:iam::\${aws:PrincipalAccount}:root" },
//                                        ^^^^^^^^^^^^^^^^^^^^^^^ AWS fills in no variables in Principal; "\${aws:PrincipalAccount}" is plain text here.
      "Condition": { "StringEquals": {
        "aws:ResourceTag/\${aws:username}": "x" } } }] }
//                       ^^^^^^^^^^^^^^^ AWS fills in no variables in names of keys; "\${aws:username}" is plain text here.
`,
    ));

  test('accepts resources and values of conditions', () =>
    checkRule(
      variableInWrongElement,
      `{ "Statement": { "Resource": "\${aws:username}", "Condition": { "StringLike": { "s3:prefix": ["\${aws:username}"] } } } }`,
    ));

  test('leaves placeholders alone', () =>
    checkRule(
      variableInWrongElement,
      `{ "Statement": { "Sid": "\${name}", "Principal": { "AWS": "arn:aws:iam::\${AWS::AccountId}:root" },
        "Condition": { "StringEquals": { "aws:RequestTag/\${TagKey}": "\${*}" } } } }`,
    ));
});

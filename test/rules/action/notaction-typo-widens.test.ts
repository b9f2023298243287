import { describe, test } from 'node:test';
import { notactionTypoWidens } from '../../../server/src/rules/action/notaction-typo-widens.ts';
import { RULES } from '../../../server/src/rules/registry.generated.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('notaction-typo-widens', () => {
  test('says what a misspelt exception does', () => {
    checkRule(
      notactionTypoWidens,
      `{ "Statement": { "Effect": "Deny", "NotAction": [
      "s3:GetObjcet",
//    ^^^^^^^^^^^^^^ s3 has no action "GetObjcet". So it excepts nothing, and what was meant is denied, too.
      "s3:PutObject",
      "s3:Gte*",
//    ^^^^^^^^^ s3 has no action that matches "Gte*". So it excepts nothing, and what was meant is denied, too.
      "dynmodb:GetItem"
//     ^^^^^^^ "dynmodb" is no service prefix. So it excepts nothing, and what was meant is denied, too.
] } }`,
    );
    checkRule(
      notactionTypoWidens,
      `{ "Statement": { "Effect": "Allow", "Action": "s3:GetObjcet", "NotResource": ["arn:aws:s4:::app/*", "arn:aws:s3:::app/*", "s3:::app"] } }
//                                                                                     ^^ "s4" is no service of AWS. So it excepts nothing, and what was meant is allowed, too.
//                                                                                                                        ^^^^^^^^^^ "s3:::app" is no ARN; a resource must begin with "arn:" or be "*". So it excepts nothing, and what was meant is allowed, too.
`,
    );
  });

  test('is the only one to report them, whatever stands beside them', () => {
    const own = (id: string): boolean =>
      [
        'notaction-typo-widens',
        'unknown-action',
        'action-wildcard-no-match',
        'unknown-service-prefix',
        'arn-unknown-service',
      ].includes(id);
    checkRule(
      RULES.filter(({ id }) => own(id)),
      `{ "Statement": [{ "Effect": "Deny", "NotAction": ["s3:GetObjcet", "s3:BrewTea", "s3:Brew*", "s3:Gte*", "zz:A"], "Resource": "*" },
//                                                ^^^^^^^^^^^^^^ s3 has no action "GetObjcet". So it excepts nothing, and what was meant is denied, too.
//                                                                ^^^^^^^^^^^^ s3 has no action "BrewTea" as of 2026-01-31. So it excepts nothing, and what was meant is denied, too.
//                                                                              ^^^^^^^^^^ s3 has no action that matches "Brew*". So it excepts nothing, and what was meant is denied, too.
//                                                                                          ^^^^^^^^^ s3 has no action that matches "Gte*". So it excepts nothing, and what was meant is denied, too.
//                                                                                                      ^^ "zz" is no service prefix as of 2026-01-31. So it excepts nothing, and what was meant is denied, too.
        { "Effect": "Deny", "Action": ["s3:GetObjcet", "s3:Gte*"], "NotResource": "arn:aws:s4:::a" }] }
//                                     ^^^^^^^^^^^^^^ s3 has no action "GetObjcet".
//                                                     ^^^^^^^^^ s3 has no action that matches "Gte*".
//                                                                                         ^^ "s4" is no service of AWS. So it excepts nothing, and what was meant is denied, too.
`,
    );
  });

  test('is silent about Action and Resource, and about exceptions that match', () => {
    for (const members of [
      '"Effect": "Allow", "Action": ["s3:GetObjcet", "s3:Gte*"], "Resource": "arn:aws:s4:::app"',
      '"Effect": "Deny", "NotAction": ["s3:GetObject", "s3:Get*", "*", "s3:${verb}Object"], "Resource": "*"',
      '"Effect": "Deny", "Action": "s3:*", "NotResource": ["arn:aws:s3:::app", "*"]',
    ]) {
      checkRule(notactionTypoWidens, `{ "Statement": { ${members} } }`);
    }
  });

  test('offers what is meant', () => {
    checkFix(
      notactionTypoWidens,
      '{ "Statement": { "Effect": "Deny", "NotAction": "s3:GetObjcet" } }',
      'Change to "s3:GetObject"',
      '{ "Statement": { "Effect": "Deny", "NotAction": "s3:GetObject" } }',
    );
    checkFix(
      notactionTypoWidens,
      '{ "Statement": { "Effect": "Deny", "NotAction": "s3:Gte*" } }',
      'Change to "s3:Get*"',
      '{ "Statement": { "Effect": "Deny", "NotAction": "s3:Get*" } }',
    );
  });
});

import { describe, test } from 'node:test';
import { mergeableStatements } from '../../../server/src/rules/statement/mergeable-statements.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const ON_APP = '"Resource": "arn:aws:s3:::app/*"';

describe('mergeable-statements', () => {
  test('reports statements that differ in actions or in resources', () =>
    checkRule(
      mergeableStatements,
      `{ "Statement": [
  { "Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", ${ON_APP} },
  { "Sid": "Write", "Effect": "Allow", "Action": ["s3:PutObject"], "Resource": ["arn:aws:s3:::app/*"] },
//                            ^^^^^^^ This statement differs from "Read" in its actions only.
  { "Effect": "Deny", "Action": "s3:PutObject", ${ON_APP} },
  { "Effect": "Deny", "Action": "S3:putobject", "Resource": "arn:aws:s3:::b/*" }
//            ^^^^^^ This statement differs from statement 3 in its resources only.
] }`,
    ));

  test('is silent where two things differ, or one is not listed', () => {
    const first = `{ "Effect": "Allow", "Action": "s3:GetObject", ${ON_APP} }`;
    for (const second of [
      `"Sid": "Again", "Effect": "Allow", "Action": "s3:GetObject", ${ON_APP}`,
      `"Effect": "Deny", "Action": "s3:PutObject", ${ON_APP}`,
      '"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::b/*"',
      `"Effect": "Allow", "Action": "s3:PutObject", ${ON_APP}, "Condition": { "Bool": { "aws:SecureTransport": "true" } }`,
      `"Effect": "Allow", "NotAction": "s3:PutObject", ${ON_APP}`,
      '"Effect": "Allow", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::b/*"',
      `"Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", ${ON_APP}`,
      '"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::${bucket}/*"',
    ]) {
      checkRule(mergeableStatements, `{ "Statement": [${first}, { ${second} }] }`);
    }
  });

  test('joins the lists and deletes the later statement', () =>
    checkFix(
      mergeableStatements,
      `{
  "Statement": [
    {
      "Sid": "Read",
      "Effect": "Allow",
      "Action": [
        "s3:GetObject",
        "s3:PutObject"
      ],
      ${ON_APP}
    },
    {
      "Effect": "Al$0low",
      "Action": ["s3:putobject", "s3:DeleteObject"],
      ${ON_APP}
    }
  ]
}`,
      'Merge into "Read"',
      `{
  "Statement": [
    {
      "Sid": "Read",
      "Effect": "Allow",
      "Action": [
        "s3:GetObject",
        "s3:PutObject",
        "s3:DeleteObject"
      ],
      ${ON_APP}
    }
  ]
}`,
    ));
});

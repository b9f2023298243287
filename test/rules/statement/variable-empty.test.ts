import { describe, test } from 'node:test';
import { variableEmpty } from '../../../server/src/rules/statement/variable-empty.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('variable-empty', () => {
  test('reports the braces', () =>
    checkRule(
      variableEmpty,
      `{ "Statement": [{ "Condition": { "StringEquals": { "aws:ResourceTag/owner": [
      "a\${ }b",
//      ^^^^ "\${ }" names no key of the request.
      "\${aws:username}", "$", "{}", "\${*}"
] } } }] }`,
    ));

  test('waits while the statement is being typed, and leaves other elements alone', () => {
    checkRule(variableEmpty, `{ "Statement": [{ "Resource": "arn:aws:s3:::\${}" `);
    checkRule(variableEmpty, `{ "Statement": { "Sid": "\${}" } }`);
  });

  test('lets a key be chosen and keeps a default', () =>
    checkFix(
      variableEmpty,
      `{ "Statement": { "Resource": "arn:aws:s3:::a/\${, 'b'}/*" } }`,
      'Name a key',
      `{ "Statement": { "Resource": "arn:aws:s3:::a/\${aws:username, 'b'}/*" } }`,
    ));

  test('takes the braces out', () =>
    checkFix(
      variableEmpty,
      `{ "Statement": { "Resource": "arn:aws:s3:::a\${}/*" } }`,
      'Change to "arn:aws:s3:::a/*"',
      `{ "Statement": { "Resource": "arn:aws:s3:::a/*" } }`,
    ));
});

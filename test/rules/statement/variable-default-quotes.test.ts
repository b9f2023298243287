import { describe, test } from 'node:test';
import { variableDefaultQuotes } from '../../../server/src/rules/statement/variable-default-quotes.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('variable-default-quotes', () => {
  test('reports the default', () =>
    checkRule(
      variableDefaultQuotes,
      `{ "Statement": [{ "Resource": [
      "arn:aws:s3:::\${aws:PrincipalTag/team, none}",
//                                           ^^^^ The default "none" must stand in single quotes.
      "arn:aws:s3:::\${aws:PrincipalTag/team, 'none}",
//                                           ^^^^^ The default "none" must stand in single quotes.
      "arn:aws:s3:::\${aws:PrincipalTag/team,}",
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^ "\${aws:PrincipalTag/team,}" has a comma, but no default behind it.
      "arn:aws:s3:::\${aws:PrincipalTag/team, 'none'}", "arn:aws:s3:::\${aws:PrincipalTag/team,''}"
] }] }`,
    ));

  test('leaves placeholders alone', () =>
    checkRule(variableDefaultQuotes, `{ "Statement": { "Resource": "arn:aws:s3:::\${team, none}" } }`));

  test('changes double quotes, also where the string has escapes', () =>
    checkFix(
      variableDefaultQuotes,
      `{ "Statement": { "Resource": "arn:aws:s3:::\${aws:PrincipalTag/team, \\"none\\"}/*" } }`,
      `Change to "arn:aws:s3:::\${aws:PrincipalTag/team, 'none'}/*"`,
      `{ "Statement": { "Resource": "arn:aws:s3:::\${aws:PrincipalTag/team, 'none'}/*" } }`,
    ));

  test('takes a comma without a default out', () =>
    checkFix(
      variableDefaultQuotes,
      `{ "Statement": { "Resource": "arn:aws:s3:::\${aws:userid, }" } }`,
      `Change to "arn:aws:s3:::\${aws:userid}"`,
      `{ "Statement": { "Resource": "arn:aws:s3:::\${aws:userid}" } }`,
    ));
});

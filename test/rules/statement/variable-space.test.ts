import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { variableSpace } from '../../../server/src/rules/statement/variable-space.ts';
import { checkRule, fixTitles } from '../../support/check.ts';

describe('variable-space', () => {
  test('reports the name', () =>
    checkRule(
      variableSpace,
      `{ "Statement": [{ "Resource": [
      "arn:aws:s3:::\${ aws:username }",
//                    ^^^^^^^^^^^^^^ The name in "\${ aws:username }" must have no blanks.
      "arn:aws:s3:::\${aws: username}",
//                    ^^^^^^^^^^^^^ The name in "\${aws: username}" must have no blanks.
      "arn:aws:s3:::\${aws:username}"
] }] }`,
    ));

  test('accepts blanks before a default and in it', () =>
    checkRule(
      variableSpace,
      `{ "Statement": { "Resource": "arn:aws:s3:::\${aws:PrincipalTag/team , 'a b'}" } }`,
    ));

  test('leaves placeholders and empty variables alone', () =>
    checkRule(variableSpace, `{ "Statement": { "Resource": ["\${ bucket }", "\${ }"] } }`));

  test('takes the blanks out, but not of a tag, which may be called so', () => {
    assert.deepEqual(titles(`\${ aws:PrincipalTag / team, 'a b' }`), [
      `Change to "\${aws:PrincipalTag/team, 'a b'}"`,
    ]);
    assert.deepEqual(titles(`\${aws:user name}`), [`Change to "\${aws:username}"`]);
    assert.deepEqual(titles(`\${aws:PrincipalTag/cost center}`), []);
  });
});

const titles = (resource: string): readonly string[] =>
  fixTitles(variableSpace, `{ "Statement": { "Resource": "${resource}" } }`);

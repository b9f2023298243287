import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { variableUnclosed } from '../../../server/src/rules/statement/variable-unclosed.ts';
import { checkRule, fixTitles } from '../../support/check.ts';

describe('variable-unclosed', () => {
  test('reports the variable as far as it goes', () =>
    checkRule(
      variableUnclosed,
      `{ "Statement": [{ "Resource": [
      "arn:aws:s3:::home/\${aws:username/*",
//                       ^^^^^^^^^^^^^^ "\${aws:username" has no closing brace.
      "arn:aws:s3:::home/\${aws:username}/*"
] }] }`,
    ));

  test('leaves other strings and what is being typed alone', () => {
    checkRule(
      variableUnclosed,
      `{ "Statement": { "Sid": "\${aws:username", "Resource": "$", "Action": "\${x" } }`,
    );
    checkRule(variableUnclosed, `{ "Statement": [{ "Resource": "arn:aws:s3:::\${aws:user" `);
  });

  test('reports a key that is no variable for want of its beginning', () => {
    checkRule(
      variableUnclosed,
      `{ "Statement": [{ "Resource": ["arn:aws:s3:::home/$aws:username}/*"],
//                                                ^^^^^^^^^^^^^^ "$aws:username}" is plain text; a policy variable is written "\${aws:username}".
      "Condition": { "StringLike": { "s3:prefix": ["{aws:username}/*", "{team:name}", "{aws}", "(aws:username)"] } }
//                                                  ^^^^^^^^^^^^^^ "{aws:username}" is plain text; a policy variable is written "\${aws:username}".
}] }`,
    );
    assert.deepEqual(titles('$(aws:PrincipalTag/team)/x'), ['Change to "${aws:PrincipalTag/team}/x"']);
    assert.deepEqual(titles('${{aws:username}}'), []);
  });

  test('closes it behind the name', () => {
    assert.deepEqual(titles('${aws:username-*'), ['Change to "${aws:username}-*"']);
    assert.deepEqual(titles('home/${aws:username/x/${aws:userid}'), [
      'Change to "home/${aws:username}/x/${aws:userid}"',
    ]);
    assert.deepEqual(titles('${aws:PrincipalTag/team/x'), ['Change to "${aws:PrincipalTag/team}/x"']);
    assert.deepEqual(titles("${aws:PrincipalTag/team, 'none'/x"), [
      `Change to "\${aws:PrincipalTag/team, 'none'}/x"`,
    ]);
    assert.deepEqual(titles('${bucket/*'), ['Change to "${bucket}/*"']);
    assert.deepEqual(titles('a${'), ['Change to "a${}"']);
  });
});

const titles = (value: string): readonly string[] =>
  fixTitles(
    variableUnclosed,
    `{ "Statement": { "Condition": { "StringLike": { "s3:prefix": ["${value}"] } } } }`,
  );

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { useridPattern } from '../../../server/src/rules/condition/userid-pattern.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

const policy = (condition: string): string =>
  `{ "Statement": [{ "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": ${condition} }] }`;

describe('userid-pattern', () => {
  test('reports a pattern without a colon, and a part of an id before it', () =>
    checkRule(
      useridPattern,
      `{ "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": {
      "StringNotLike": { "aws:userId": [
        "AROAEXAMPLEROLEID1234*",
//      ^^^^^^^^^^^^^^^^^^^^^^^^ "AROAEXAMPLEROLEID1234*" does not say where the id ends; put a colon behind it.
        "AROA*:session",
//      ^^^^^^^^^^^^^^^ Before the colon of "AROA*:session" stands a part of an id, which ids of others may match.
        "AIDA\${aws:PrincipalTag/id}:x"
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Before the colon of "AIDA\${aws:PrincipalTag/id}:x" stands a part of an id, which ids of others may match.
      ] }
} } }`,
    ));

  test('is silent on whole ids, on any id with a session name, and on a star alone', () => {
    for (const value of [
      'AROAEXAMPLEROLEID1234:*',
      'AIDAEXAMPLEUSERID1234',
      '*:session',
      '${aws:userid}:x',
      '*',
      '111122223333',
    ]) {
      checkRule(useridPattern, policy(`{ "StringNotLike": { "aws:userid": "${value}" } }`));
    }
  });

  test('is silent where a star is a character, and on text that is filled in later', () => {
    checkRule(useridPattern, policy('{ "StringNotEquals": { "aws:userid": "AROA*" } }'));
    checkRule(useridPattern, policy('{ "StringNotLike": { "aws:userid": "${role_id}*" } }'));
    checkRule(useridPattern, policy('{ "StringNotLike": { "aws:username": "AROA*" } }'));
  });

  test('puts the colon behind a whole id only', () => {
    checkFix(
      useridPattern,
      policy('{ "StringNotLike": { "aws:userid": "AROAEXAMPLEROLEID1234*" } }'),
      'Change to "AROAEXAMPLEROLEID1234:*"',
      policy('{ "StringNotLike": { "aws:userid": "AROAEXAMPLEROLEID1234:*" } }'),
    );
    assert.deepEqual(fixTitles(useridPattern, policy('{ "StringNotLike": { "aws:userid": "AROA*" } }')), []);
  });
});

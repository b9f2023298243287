import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conditionOrMeant } from '../../../server/src/rules/condition/condition-or-meant.ts';
import { contradictoryConditions } from '../../../server/src/rules/condition/contradictory-conditions.ts';
import { checkFix, checkRule } from '../../support/check.ts';
import { outcomes } from '../../support/conditions-hold.ts';

const policy = (condition: string, effect = 'Allow'): string =>
  `{ "Statement": { "Effect": "${effect}", "Action": "s3:*", "Resource": "*", "Condition": ${condition} } }`;

const BOTH = '{ "StringEquals": { "aws:PrincipalOrgID": "o-a", "aws:PrincipalAccount": "111122223333" } }';

describe('condition-or-meant', () => {
  test('reports the second key that tells callers or networks apart', () =>
    checkRule(
      conditionOrMeant,
      `{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {
      "StringEquals": { "aws:SourceVpc": "vpc-1", "aws:PrincipalOrgID": "o-a" },
      "StringLike": { "aws:username": "a*", "aws:SourceVpce": "vpce-1" }
//                    ^^^^^^^^^^^^^^ Both "aws:PrincipalOrgID" and "aws:username" must match. Two statements would accept either.
//                                          ^^^^^^^^^^^^^^^^ Both "aws:SourceVpc" and "aws:SourceVpce" must match. Two statements would accept either.
} } }`,
    ));

  test('is true of callers in the organization, in the account and in both', () => {
    const callers = [
      { 'aws:principalorgid': 'o-a', 'aws:principalaccount': '999999999999' },
      { 'aws:principalorgid': 'o-b', 'aws:principalaccount': '111122223333' },
      { 'aws:principalorgid': 'o-a', 'aws:principalaccount': '111122223333' },
    ];
    assert.deepEqual(outcomes(BOTH, callers), [false, false, true]);
  });

  test('waits to be asked', () => assert.equal(conditionOrMeant.isOptIn, true));

  test('is silent on Deny, on one key, on keys of different kinds, and on tests that hold without the key', () => {
    checkRule(conditionOrMeant, policy(BOTH, 'Deny'));
    checkRule(
      conditionOrMeant,
      policy(
        '{ "StringEquals": { "aws:PrincipalOrgID": "o-a" }, "StringLike": { "AWS:PrincipalOrgID": "o-*" } }',
      ),
    );
    checkRule(
      conditionOrMeant,
      policy('{ "StringEquals": { "aws:PrincipalOrgID": "o-a", "aws:SourceVpc": "vpc-1" } }'),
    );
    checkRule(
      conditionOrMeant,
      policy('{ "StringEqualsIfExists": { "aws:SourceVpc": "v", "aws:SourceVpce": "w" } }'),
    );
    checkRule(
      conditionOrMeant,
      policy('{ "StringNotEquals": { "aws:SourceVpc": "v", "aws:SourceVpce": "w" } }'),
    );
  });

  test('leaves pairs that no request has to the rule that is certain', () =>
    checkRule(
      [conditionOrMeant, contradictoryConditions],
      `{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {
      "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }, "StringEquals": { "aws:SourceVpc": "vpc-1" }
//                                                                         ^^^^^^^^^^^^^^^ No request has both "aws:SourceIp" and "aws:SourceVpc". The statement never applies.
} } }`,
    ));

  test('splits the statement, also one that stands alone', () =>
    checkFix(
      conditionOrMeant,
      policy(BOTH),
      'Split into two statements, of which either suffices',
      '{ "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a" } } }, { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalAccount": "111122223333" } } }] }',
    ));
});

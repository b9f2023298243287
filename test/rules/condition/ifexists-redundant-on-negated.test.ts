import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ifexistsRedundantOnNegated } from '../../../server/src/rules/condition/ifexists-redundant-on-negated.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';
import { outcomes } from '../../support/conditions-hold.ts';

const statement = (effect: string, condition: string): string =>
  `{ "Statement": [{ "Effect": "${effect}", "Action": "s3:*", "Resource": "*", "Condition": ${condition} }] }`;

const REQUESTS = [{}, { 'aws:sourceip': '203.0.113.7' }, { 'aws:sourceip': '198.51.100.7' }];

describe('ifexists-redundant-on-negated', () => {
  test('reports the suffix, in Allow and Deny', () => {
    for (const effect of ['Allow', 'Deny']) {
      checkRule(
        ifexistsRedundantOnNegated,
        `{ "Statement": { "Effect": "${effect}", "Action": "s3:*", "Resource": "*", "Condition": {
      "NotIpAddressIfExists": { "aws:SourceIp": "203.0.113.0/24" }
//                 ^^^^^^^^ "IfExists" adds nothing: a negated test already holds for requests that lack the key.
} } }`,
      );
    }
  });

  test('is silent where the suffix counts, and where there is none', () => {
    for (const operator of [
      'StringNotEquals',
      'StringEqualsIfExists',
      'ForAnyValue:StringNotEqualsIfExists',
    ]) {
      checkRule(ifexistsRedundantOnNegated, statement('Deny', `{ "${operator}": { "aws:TagKeys": "a" } }`));
    }
  });

  test('holds without the key whether or not the suffix is there, whatever other tools say of a Deny', () => {
    const before = '{ "NotIpAddressIfExists": { "aws:SourceIp": "203.0.113.0/24" } }';
    const after = '{ "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" } }';
    assert.deepEqual(outcomes(before, REQUESTS), [true, false, true]);
    assert.deepEqual(outcomes(after, REQUESTS), [true, false, true]);
    checkRule(ifexistsRedundantOnNegated, statement('Deny', after));
    const [finding] = findings(ifexistsRedundantOnNegated, statement('Deny', before));
    assert.deepEqual(
      finding?.fixes().map(({ keepsAccess }) => keepsAccess),
      [true],
    );
  });

  test('moves no key apart from the others of its operator', () =>
    checkFix(
      ifexistsRedundantOnNegated,
      statement(
        'Deny',
        '{ "StringNotEqualsIfExists": { "aws:SourceVpc": "vpc-1", "aws:SourceVpce": "vpce-1" } }',
      ),
      'Change to "StringNotEquals"',
      statement('Deny', '{ "StringNotEquals": { "aws:SourceVpc": "vpc-1", "aws:SourceVpce": "vpce-1" } }'),
    ));
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sensitiveKeyWildcard } from '../../../server/src/rules/condition/sensitive-key-wildcard.ts';
import { untrustworthyKey } from '../../../server/src/rules/condition/untrustworthy-key.ts';
import { trustAnyAwsPrincipal } from '../../../server/src/rules/principal/trust-any-aws-principal.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

const TRUST = { policyType: 'trust' } as const;

const trust = (principal: string, condition = ''): string =>
  `{ "Statement": [{ "Effect": "Allow", "Principal": ${principal}, "Action": "sts:AssumeRole"${condition} }] }`;

const when = (operator: string, key: string, value: string): string =>
  `, "Condition": { "${operator}": { "${key}": "${value}" } }`;

describe('trust-any-aws-principal', () => {
  test('reports the star among the accounts', () =>
    checkRule(
      trustAnyAwsPrincipal,
      `{ "Statement": { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "AWS":
      ["111122223333", "*"]
//                     ^^^ "*" lets every AWS account assume this role. No condition limits who calls.
} } }`,
      TRUST,
    ));

  test('leaves a condition that was meant to help to the rule about its key', () => {
    const found = (condition: string): readonly string[] =>
      findings(
        [trustAnyAwsPrincipal, untrustworthyKey, sensitiveKeyWildcard],
        trust('"*"', condition),
        TRUST,
      ).map(({ rule }) => rule.id);
    assert.deepEqual(found(when('StringEquals', 'aws:UserAgent', 'deploy')), ['untrustworthy-key']);
    assert.deepEqual(found(when('StringLike', 'aws:PrincipalOrgID', 'o-a1*')), ['sensitive-key-wildcard']);
  });

  test('reports where the caller chooses the value', () => {
    for (const [operator, key, value] of [
      ['StringEquals', 'sts:RoleSessionName', 'deploy'],
      ['StringEquals', 'aws:PrincipalTag/team', 'blue'],
      ['StringEquals', 'sts:SourceIdentity', 'someone'],
      ['StringLike', 'sts:ExternalId', '*'],
      ['Bool', 'aws:MultiFactorAuthPresent', 'true'],
    ] as const) {
      const found = findings(
        trustAnyAwsPrincipal,
        trust('{ "AWS": "*" }', when(operator, key, value)),
        TRUST,
      );
      assert.deepEqual(
        found.map(({ severity, message }) => [severity, message]),
        [
          [
            'warning',
            `"*" lets every AWS account assume this role. The condition on "${key}" does not limit who calls.`,
          ],
        ],
      );
    }
  });

  test('is silent with an organization, a principal or an external id', () => {
    for (const condition of [
      when('StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5'),
      when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/ci-*'),
      when('StringEquals', 'sts:ExternalId', 'agreed-with-partner'),
    ]) {
      checkRule(trustAnyAwsPrincipal, trust('{ "AWS": "*" }', condition), TRUST);
    }
  });

  test('is silent on accounts, services and identity providers, and outside trust policies', () => {
    checkRule(trustAnyAwsPrincipal, trust('{ "AWS": "111122223333" }'), TRUST);
    checkRule(trustAnyAwsPrincipal, trust('{ "Service": "ec2.amazonaws.com" }'), TRUST);
    checkRule(trustAnyAwsPrincipal, trust('{ "Federated": "accounts.google.com" }'), TRUST);
    checkRule(trustAnyAwsPrincipal, trust('{ "AWS": "*" }'), { policyType: 'resource' });
  });

  test('demands an external id', () =>
    checkFix(
      trustAnyAwsPrincipal,
      trust('{ "AWS": "*" }'),
      'Demand an external id',
      trust('{ "AWS": "*" }', when('StringEquals', 'sts:ExternalId', 'external-id')),
      TRUST,
    ));

  test('names one account', () =>
    checkFix(
      trustAnyAwsPrincipal,
      trust('{ "AWS": "*" }'),
      'Limit to one account',
      trust('{ "AWS": "arn:aws:iam::111122223333:root" }'),
      TRUST,
    ));
});

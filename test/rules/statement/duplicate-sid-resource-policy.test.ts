import { describe, test } from 'node:test';
import { duplicateSidResourcePolicy } from '../../../server/src/rules/statement/duplicate-sid-resource-policy.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('duplicate-sid-resource-policy', () => {
  test('reports every repetition in a policy on a resource, a role or an endpoint', () => {
    for (const policyType of ['resource', 'trust', 'endpoint'] as const) {
      checkRule(
        duplicateSidResourcePolicy,
        `{ "Statement": [
  { "Sid": "Read it", "Effect": "Allow" },
  { "Sid": "Write it", "Effect": "Allow" },
  { "Sid": "Read it", "Effect": "Deny" }
//         ^^^^^^^^^ Another statement has this Sid already. Not every service accepts that.
] }`,
        { policyType },
      );
    }
  });

  test('leaves policies of IAM and Organizations to duplicate-sid', () => {
    for (const policyType of ['identity', 'boundary', 'session', 'scp', 'rcp'] as const) {
      checkRule(duplicateSidResourcePolicy, '{ "Statement": [{ "Sid": "A" }, { "Sid": "A" }] }', {
        policyType,
      });
    }
  });

  test('is silent about different, empty and unknown ones', () =>
    checkRule(
      duplicateSidResourcePolicy,
      '{ "Statement": [{ "Sid": "A" }, { "Sid": "a" }, { "Sid": "" }, { "Sid": "" }, { "Sid": 1 }, { "Sid": 1 }, { "Sid": "<sid>" }, { "Sid": "<sid>" }] }',
      { policyType: 'resource' },
    ));

  test('counts on, without meeting another Sid', () =>
    checkFix(
      duplicateSidResourcePolicy,
      '{ "Statement": [{ "Sid": "A" }, { "Sid": "A2" }, { "Sid": "$0A" }] }',
      'Change to "A3"',
      '{ "Statement": [{ "Sid": "A" }, { "Sid": "A2" }, { "Sid": "A3" }] }',
      { policyType: 'resource' },
    ));
});

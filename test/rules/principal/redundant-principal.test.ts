import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { redundantPrincipal } from '../../../server/src/rules/principal/redundant-principal.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

const ROOT = 'arn:aws:iam::111122223333:root';

describe('redundant-principal', () => {
  test('reports the second name of an account, and the second time of a name', () =>
    checkRule(
      redundantPrincipal,
      `{ "Statement": { "Principal": {
      "AWS": ["111122223333", "${ROOT}", "444455556666", "444455556666"],
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "${ROOT}" is listed already, as "111122223333".
//                                                                              ^^^^^^^^^^^^^^ "444455556666" is listed already.
      "Service": ["ec2.amazonaws.com", "ec2.amazonaws.com"]
//                                     ^^^^^^^^^^^^^^^^^^^ "ec2.amazonaws.com" is listed already.
} } }`,
      TRUST,
    ));

  test('reports every other name beside everyone', () =>
    checkRule(
      redundantPrincipal,
      `{ "Statement": { "Principal": { "Service": "ec2.amazonaws.com", "AWS": [
      "111122223333", "*"
//    ^^^^^^^^^^^^^^ "*" stands for everyone, "111122223333" included.
] } } }`,
      TRUST,
    ));

  test('leaves a role beside its account, other types and NotPrincipal alone', () => {
    for (const members of [
      `"Principal": { "AWS": ["${ROOT}", "arn:aws:iam::111122223333:role/app"] }`,
      `"Principal": { "AWS": ["${ROOT}", "444455556666"], "CanonicalUser": "444455556666" }`,
      `"NotPrincipal": { "AWS": ["${ROOT}", "111122223333"] }`,
      '"Principal": { "AWS": ["${a}", "${a}"] }',
      `"Principal": { "AWS": ["${ROOT}", "${ROOT.replace('aws', 'aws-cn')}", "111122223333"] }`,
    ]) {
      checkRule(redundantPrincipal, `{ "Statement": { ${members} } }`, TRUST);
    }
  });

  test('deletes it, which changes no access', () => {
    const policy = `{ "Statement": { "Principal": { "AWS": ["${ROOT}", "111122223333", "444455556666"] } } }`;
    checkFix(
      redundantPrincipal,
      policy,
      'Delete "111122223333"',
      `{ "Statement": { "Principal": { "AWS": ["${ROOT}", "444455556666"] } } }`,
      TRUST,
    );
    assert.ok(findings(redundantPrincipal, policy, TRUST)[0]?.fixes()[0]?.keepsAccess);
  });
});

const TRUST = { policyType: 'trust' } as const;

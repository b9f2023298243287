import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { policySizeTrust } from '../../../server/src/rules/document/policy-size-trust.ts';
import { checkFix, findings } from '../../support/check.ts';
import { policyOfLength, withWhiteSpace } from '../../support/policy-of-length.ts';

describe('policy-size-trust', () => {
  test('reports what is longer than the quota and points out what takes nine tenths of it', () => {
    assert.deepEqual(judged(policyOfLength(2049)), [
      'warning: This policy has 2,049 of 2,048 characters, too many for a role trust policy. The quota can be raised on request.',
    ]);
    assert.deepEqual(judged(policyOfLength(1844)), [
      'information: This policy has 1,844 of the 2,048 characters of a role trust policy.',
    ]);
    assert.deepEqual(judged(policyOfLength(1843)), []);
  });

  test('does not count white space', () =>
    assert.deepEqual(judged(withWhiteSpace(policyOfLength(1843), 900)), []));

  test('takes the Sids out', () =>
    checkFix(
      policySizeTrust,
      policyOfLength(2050, { Sid: 'Team' }),
      'Remove the Sids (saves 13 characters)',
      policyOfLength(2037),
      { policyType: 'trust' },
    ));
});

const judged = (text: string): readonly string[] =>
  findings(policySizeTrust, text, { policyType: 'trust' }).map(
    ({ severity, message }) => `${severity}: ${message}`,
  );

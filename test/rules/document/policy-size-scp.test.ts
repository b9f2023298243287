import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { policySizeScp } from '../../../server/src/rules/document/policy-size-scp.ts';
import { checkFix, findings } from '../../support/check.ts';
import { policyOfLength, withWhiteSpace } from '../../support/policy-of-length.ts';

describe('policy-size-scp', () => {
  test('reports what is longer than the limit and points out what takes nine tenths of it', () => {
    assert.deepEqual(judged(policyOfLength(10241)), [
      'error: This policy has 10,241 of 10,240 characters, too many for a service control policy.',
    ]);
    assert.deepEqual(judged(policyOfLength(10240)), [
      'warning: This policy has 10,240 of the 10,240 characters of a service control policy.',
    ]);
    assert.equal(judged(policyOfLength(9216)).length, 1);
    assert.deepEqual(judged(policyOfLength(5120)), []);
  });

  test('counts white space, and is milder where the policy fits without it', () =>
    assert.deepEqual(judged(withWhiteSpace(policyOfLength(5120), 10240)), [
      'warning: This policy has 15,360 of 10,240 characters, too many for a service control policy. Without white space it has 5,120.',
    ]));

  test('points out what tools with the limit of before May 2026 refuse', () => {
    assert.deepEqual(judged(policyOfLength(5121)), [
      'information: This policy has 5,121 of 5,120 characters, too many for a service control policy before May 2026.',
    ]);
    assert.deepEqual(judged(withWhiteSpace(policyOfLength(5120), 1000)), []);
  });

  test('removes white space, with "fix all" only where AWS refuses the policy', () => {
    checkFix(
      policySizeScp,
      withWhiteSpace(policyOfLength(5120), 10240),
      'Remove white space (saves 10,240 characters)',
      policyOfLength(5120),
      { policyType: 'scp' },
    );
    assert.deepEqual(keepsAccess(withWhiteSpace(policyOfLength(5120), 10240)), [true]);
    assert.deepEqual(keepsAccess(withWhiteSpace(policyOfLength(5120), 5115)), [false]);
  });

  test('does not take white space out that holds comments', () =>
    assert.deepEqual(keepsAccess(`${policyOfLength(10240)} // why`.replace('{', '{ // what\n')), []));
});

const keepsAccess = (text: string): readonly boolean[] =>
  findings(policySizeScp, text, { policyType: 'scp' }).flatMap((finding) =>
    finding.fixes().map((fix) => fix.keepsAccess),
  );

const judged = (text: string): readonly string[] =>
  findings(policySizeScp, text, { policyType: 'scp' }).map(
    ({ severity, message }) => `${severity}: ${message}`,
  );

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { policySizeRcp } from '../../../server/src/rules/document/policy-size-rcp.ts';
import { checkFix, findings } from '../../support/check.ts';
import { policyOfLength, withWhiteSpace } from '../../support/policy-of-length.ts';

describe('policy-size-rcp', () => {
  test('reports what is longer than the limit and points out what takes nine tenths of it', () => {
    assert.deepEqual(judged(policyOfLength(5121)), [
      'error: This policy has 5,121 of 5,120 characters, too many for a resource control policy.',
    ]);
    assert.deepEqual(judged(policyOfLength(5120)), [
      'warning: This policy has 5,120 of the 5,120 characters of a resource control policy.',
    ]);
    assert.equal(judged(policyOfLength(4608)).length, 1);
    assert.deepEqual(judged(policyOfLength(4607)), []);
  });

  test('counts white space, and is milder where the policy fits without it', () =>
    assert.deepEqual(judged(withWhiteSpace(policyOfLength(2560), 5120)), [
      'warning: This policy has 7,680 of 5,120 characters, too many for a resource control policy. Without white space it has 2,560.',
    ]));

  test('removes white space, with "fix all" only where AWS refuses the policy', () => {
    checkFix(
      policySizeRcp,
      withWhiteSpace(policyOfLength(2560), 5120),
      'Remove white space (saves 5,120 characters)',
      policyOfLength(2560),
      { policyType: 'rcp' },
    );
    assert.deepEqual(keepsAccess(withWhiteSpace(policyOfLength(2560), 5120)), [true]);
    assert.deepEqual(keepsAccess(withWhiteSpace(policyOfLength(2560), 2555)), [false]);
  });

  test('does not take white space out that holds comments', () =>
    assert.deepEqual(keepsAccess(`${policyOfLength(5120)} // why`.replace('{', '{ // what\n')), []));
});

const keepsAccess = (text: string): readonly boolean[] =>
  findings(policySizeRcp, text, { policyType: 'rcp' }).flatMap((finding) =>
    finding.fixes().map((fix) => fix.keepsAccess),
  );

const judged = (text: string): readonly string[] =>
  findings(policySizeRcp, text, { policyType: 'rcp' }).map(
    ({ severity, message }) => `${severity}: ${message}`,
  );

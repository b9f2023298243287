import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { policySizeSession } from '../../../server/src/rules/document/policy-size-session.ts';
import { checkFix, findings } from '../../support/check.ts';
import { policyOfLength, withWhiteSpace } from '../../support/policy-of-length.ts';

describe('policy-size-session', () => {
  test('reports what is longer than the limit and points out what takes nine tenths of it', () => {
    assert.deepEqual(judged(policyOfLength(2049)), [
      'warning: This policy has 2,049 of 2,048 characters, too many for a session policy.',
    ]);
    assert.deepEqual(judged(policyOfLength(2048)), [
      'information: This policy has 2,048 of the 2,048 characters of a session policy.',
    ]);
    assert.equal(judged(policyOfLength(1844)).length, 1);
    assert.deepEqual(judged(policyOfLength(1843)), []);
  });

  test('counts white space, and is milder where the policy fits without it', () =>
    assert.deepEqual(judged(withWhiteSpace(policyOfLength(1024), 2048)), [
      'information: This policy has 3,072 of 2,048 characters, too many for a session policy. Without white space it has 1,024.',
    ]));

  test('removes white space, with "fix all" only where AWS refuses the policy', () => {
    checkFix(
      policySizeSession,
      withWhiteSpace(policyOfLength(1024), 2048),
      'Remove white space (saves 2,048 characters)',
      policyOfLength(1024),
      { policyType: 'session' },
    );
    assert.deepEqual(keepsAccess(withWhiteSpace(policyOfLength(1024), 2048)), [true]);
    assert.deepEqual(keepsAccess(withWhiteSpace(policyOfLength(1024), 1019)), [false]);
  });

  test('does not take white space out that holds comments', () =>
    assert.deepEqual(keepsAccess(`${policyOfLength(2048)} // why`.replace('{', '{ // what\n')), []));
});

const keepsAccess = (text: string): readonly boolean[] =>
  findings(policySizeSession, text, { policyType: 'session' }).flatMap((finding) =>
    finding.fixes().map((fix) => fix.keepsAccess),
  );

const judged = (text: string): readonly string[] =>
  findings(policySizeSession, text, { policyType: 'session' }).map(
    ({ severity, message }) => `${severity}: ${message}`,
  );

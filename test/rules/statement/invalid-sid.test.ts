import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../../server/src/base/text-edit.ts';
import type { PolicyType } from '../../../server/src/iam/policy-type.ts';
import { invalidSid } from '../../../server/src/rules/statement/invalid-sid.ts';
import { checkRule, findings, fixTitles } from '../../support/check.ts';

describe('invalid-sid', () => {
  test('reports the Sid', () =>
    checkRule(
      invalidSid,
      `{ "Statement": [{
      "Sid": "Read-only",
//           ^^^^^^^^^^^ Sid "Read-only" contains "-"; only letters and digits are allowed.
      "Action": "s3:GetObject"
}] }`,
    ));

  test('is silent about letters and digits, no text, placeholders and other types', () =>
    checkRule(
      invalidSid,
      `{ "Statement": [{ "Sid": "Read2" }, { "Sid": "" }, { "Sid": "\${sid}" }, { "Sid": "A\${aws:userid}" }, { "Sid": 7 }, { "Sid": null }] }`,
    ));

  test('is milder or silent where IAM is not the one to judge', () => {
    assert.equal(severityIn('identity'), 'error');
    assert.equal(severityIn('scp'), 'error');
    assert.equal(severityIn('trust'), 'warning');
    assert.equal(severityIn('resource'), undefined);
    assert.equal(severityIn('endpoint'), undefined);
  });

  test('keeps letters and digits, each word with a capital', () => {
    const newSid = (sid: string) => fixTitles(invalidSid, `{ "Statement": { "Sid": "${sid}" } }`)[0];
    assert.equal(newSid('allow S3_read access'), 'Change to "AllowS3ReadAccess"');
    assert.equal(newSid('Stmt-1'), 'Change to "Stmt1"');
    assert.equal(newSid('Gerät für alle'), 'Change to "GeratFurAlle"');
    assert.equal(newSid('---'), 'Change to "Statement1"');
  });

  test('makes no Sid equal to another one, not even to another repaired one', () => {
    const text = '{ "Statement": [{ "Sid": "ReadAll" }, { "Sid": "Read All" }, { "Sid": "Read-All" }] }';
    const fixes = findings(invalidSid, text).flatMap((finding) => finding.fixes());
    assert.ok(fixes.every(({ keepsAccess }) => keepsAccess));
    assert.equal(
      applyEdits(
        text,
        fixes.flatMap(({ edits }) => edits),
      ),
      '{ "Statement": [{ "Sid": "ReadAll" }, { "Sid": "ReadAll2" }, { "Sid": "ReadAll3" }] }',
    );
  });
});

function severityIn(policyType: PolicyType): string | undefined {
  const text = '{ "Statement": [{ "Sid": "a b", "Action": "s3:GetObject" }] }';
  return findings(invalidSid, text, { policyType })[0]?.severity;
}

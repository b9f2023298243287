import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PolicyType } from '../../../server/src/iam/policy-type.ts';
import { policySizeResource } from '../../../server/src/rules/document/policy-size-resource.ts';
import { checkFix, findings } from '../../support/check.ts';
import { policyOfLength, withWhiteSpace } from '../../support/policy-of-length.ts';

describe('policy-size-resource', () => {
  test('knows the limit of the service that all actions are of', () => {
    assert.deepEqual(judged(policyOfLength(20_481, { Action: 's3:GetObject' })), [
      'error: This policy has 20,481 of 20,480 bytes, too many for a bucket policy.',
    ]);
    assert.deepEqual(judged(policyOfLength(20_481, { Action: ['kms:Decrypt', 'KMS:*'] })), []);
    assert.deepEqual(judged(policyOfLength(32_769, { Action: 'kms:Decrypt' })), [
      'error: This policy has 32,769 of 32,768 bytes, too many for a key policy.',
    ]);
    assert.deepEqual(judged(policyOfLength(8000, { Action: 'sqs:SendMessage' })), [
      'warning: This policy has 8,000 of the 8,192 bytes of a queue policy.',
    ]);
    assert.deepEqual(judged(policyOfLength(40_001, { Action: 'organizations:ListRoots' })), [
      'error: This policy has 40,001 of 40,000 characters, too many for a delegation policy.',
    ]);
    assert.deepEqual(judged(policyOfLength(20_481, { Action: '*' }), 'endpoint'), [
      'error: This policy has 20,481 of 20,480 characters, too many for a VPC endpoint policy.',
    ]);
  });

  test('is silent where the limit is not known, or not confirmed by AWS', () => {
    for (const Action of [
      '*',
      ['s3:GetObject', 'kms:Decrypt'],
      'backup:CopyIntoBackupVault',
      'events:PutEvents',
    ]) {
      assert.deepEqual(judged(policyOfLength(50_000, { Action })), []);
    }
  });

  test('counts bytes where AWS does', () =>
    assert.deepEqual(judged(policyOfLength(8100, { Sid: 'ü'.repeat(100), Action: 'sqs:SendMessage' })), [
      'error: This policy has 8,200 of 8,192 bytes, too many for a queue policy.',
    ]));

  test('counts white space where the text is what AWS gets: in a file of its own, or in a string', () => {
    const policy = withWhiteSpace(policyOfLength(5000, { Action: 'sqs:SendMessage' }), 4000);
    const message =
      'warning: This policy has 9,000 of 8,192 bytes, too many for a queue policy. Without white space it has 5,000.';
    assert.deepEqual(judged(policy), [message]);
    assert.deepEqual(judged(JSON.stringify({ Policy: policy })), [message]);
    assert.deepEqual(judged(`{ "PolicyDocument": ${policy} }`), []);
  });

  test('removes white space, also inside a string', () => {
    const short = policyOfLength(5000, { Action: 'sqs:SendMessage' });
    const long = withWhiteSpace(short, 4000);
    const title = 'Remove white space (saves 4,000 bytes)';
    checkFix(policySizeResource, long, title, short, { policyType: 'resource' });
    checkFix(policySizeResource, JSON.stringify({ Policy: long }), title, JSON.stringify({ Policy: short }), {
      policyType: 'resource',
    });
  });
});

function judged(text: string, policyType: PolicyType = 'resource'): readonly string[] {
  return findings(policySizeResource, text, { policyType }).map(
    ({ severity, message }) => `${severity}: ${message}`,
  );
}

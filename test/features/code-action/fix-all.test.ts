import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../../server/src/base/text-edit.ts';
import { createPolicyService } from '../../../server/src/service.ts';
import { TINY } from '../../support/tiny-catalogue.ts';

const service = createPolicyService({ catalogue: TINY });

function fixAll(text: string): string {
  return applyEdits(text, service.fixAll(service.read(text, { isPolicyFile: true }))?.edits ?? []);
}

describe('fix all', () => {
  test('repairs what changes no access and leaves the rest', () =>
    assert.equal(
      fixAll(
        '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObjcet", "s3:GetObject"], "Resource": "arn:aws:s3:::b/*", "Condition": {} }] }',
      ),
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObjcet", "s3:GetObject"], "Resource": "arn:aws:s3:::b/*" }] }',
    ));

  test('is not offered where there is nothing to do', () => {
    const text =
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" }] }';
    assert.equal(service.fixAll(service.read(text, { isPolicyFile: true })), undefined);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { documentation } from '../../../server/src/features/hover/document-subject.ts';
import { hoverAt } from '../../support/check-hover.ts';
import { TINY } from '../../support/tiny-catalogue.ts';

const hovered = (text: string, needle: string): string | undefined =>
  hoverAt(text, text.indexOf(needle) + 1)?.markdown;

describe('documentation', () => {
  test('says what a hover says', () => {
    const text =
      '{ "Version": "2012-10-17", "Statement": { "Sid": "", "Principal": { "AWS": "*" }, "Action": ["s3:GetObject", "s3:Get*"], "Condition": { "StringLike": { "aws:username": "" } } } }';
    const subjects: readonly (readonly [subject: string, needle: string])[] = [
      ['element:Sid', '"Sid"'],
      ['version:2012-10-17', '"2012-10-17"'],
      ['principalType:AWS', '"AWS"'],
      ['action:s3:GetObject', '"s3:GetObject"'],
      ['action:s3:Get*', '"s3:Get*"'],
      ['operator:StringLike', '"StringLike"'],
      ['key:aws:username', '"aws:username"'],
    ];
    for (const [subject, needle] of subjects) {
      const expected = hovered(text, needle);
      assert.ok(expected, needle);
      assert.equal(documentation(subject, TINY), expected);
    }
  });

  test('says what an effect means in any policy', () => {
    assert.match(documentation('effect:Allow', TINY) ?? '', /^\*\*Allow\*\* counts toward an allow/);
    assert.match(documentation('effect:Deny', TINY) ?? '', /^\*\*Deny\*\* ends the evaluation/);
  });

  test('sums up a service', () =>
    assert.equal(
      documentation('service:kms', TINY),
      `**AWS Key Management Service** · \`kms\`
- **1 action**: 1 Write
- Resource types: \`key\`
- Resource control policies apply to it.

[Service reference](https://docs.aws.amazon.com/service-authorization/latest/reference/list_kms.html) · data of 2026-01-31`,
    ));

  test('has nothing to say of other subjects', () => {
    for (const subject of [
      '',
      ':',
      'element:',
      'element:Foo',
      'effect:allow',
      'service:s4',
      'key:s3:x',
      'constructor:x',
    ]) {
      assert.equal(documentation(subject, TINY), undefined, subject);
    }
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openCatalogue } from '../../../server/src/catalogue/open-catalogue.ts';
import { documentation } from '../../../server/src/features/hover/document-subject.ts';
import { MAX_LINES } from '../../../server/src/features/hover/page.ts';
import { checkHover, hoverAt } from '../../support/check-hover.ts';

const catalogue = openCatalogue(readFileSync('server/data/catalogue.dat'));

/** Longer than any hover should be read; the longest line of the data's own descriptions included. */
const MAX_CHARACTERS = 2000;

function assertShort(subject: string): void {
  const markdown = documentation(subject, catalogue);
  assert.ok(markdown, subject);
  assert.ok(markdown.split('\n').length <= MAX_LINES, `${subject}:\n${markdown}`);
  assert.ok(markdown.length <= MAX_CHARACTERS, `${subject}: ${markdown.length} characters`);
}

describe('on the real data', () => {
  test('every action, service and condition key has a short text', () => {
    let actions = 0;
    for (const prefix of catalogue.servicePrefixes()) {
      const service = catalogue.service(prefix);
      assertShort(`service:${prefix}`);
      assertShort(`action:${prefix}:*`);
      for (const name of service?.actionNames() ?? []) assertShort(`action:${prefix}:${name}`);
      for (const { name } of service?.conditionKeys() ?? []) {
        if (name.startsWith(`${prefix}:`)) assertShort(`key:${name}`);
      }
      actions += service?.actionNames().length ?? 0;
    }
    assert.ok(actions > 20_000);
    assertShort('action:*');
  });

  test('s3:GetObject is for objects', () =>
    checkHover(
      '{ "Statement": { "Effect": "Allow", "Action": "s3:Get$0Object", "Resource": "*" } }',
      [
        '`s3:GetObject` · **Read** · Amazon S3',
        'Resource `object`: `arn:${Partition}:s3:::${BucketName}/${ObjectName}`',
      ],
      { catalogue },
    ));

  test('an ARN of a bucket is for no action on objects', () =>
    checkHover(
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "arn:aws:s3:::b$0" } }',
      ['- Taken by `s3:ListBucket`\n- Not by `s3:GetObject`'],
      { catalogue },
    ));

  test('a hover costs no more than a few milliseconds when it is repeated', () => {
    const text =
      '{ "Statement": { "Effect": "Allow", "Action": ["ec2:*", "*:Get*"], "Resource": "arn:aws:ec2:*:*:instance/*" } }';
    for (const needle of ['"Allow', '"ec2:*', '"*:Get*', '"arn']) {
      const offset = text.indexOf(needle) + 1;
      const times = Array.from({ length: 9 }, () => {
        const start = performance.now();
        hoverAt(text, offset, { catalogue });
        return performance.now() - start;
      });
      assert.ok(Math.min(...times) < 10, `${needle}: ${Math.min(...times)} ms`);
    }
  });
});

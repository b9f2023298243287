import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { notactionAllow } from '../../../server/src/rules/action/notaction-allow.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

const allow = (actions: string, resource = '"*"', more = ''): string =>
  `{ "Statement": [{ "Effect": "Allow", "NotAction": ${actions}, "Resource": ${resource}${more} }] }`;

const messages = (...args: Parameters<typeof findings>): readonly string[] =>
  findings(...args).map(({ message }) => message);

describe('notaction-allow', () => {
  test('reports the key, with what is left open', () =>
    checkRule(
      notactionAllow,
      `{ "Statement": [{ "Effect": "Allow", "Resource": "*",
      "NotAction": ["s3:*", "sts:*", "iam:Create*"]
//    ^^^^^^^^^^^ NotAction allows 19 actions of 7 services, and those that AWS adds later. The services include iam.
}] }`,
    ));

  test('counts only the services that the resources belong to', () => {
    assert.deepEqual(messages(notactionAllow, allow('"s3:Put*"', '"arn:aws:s3:::b/*"')), [
      'NotAction allows 8 actions of s3 here, and those that AWS adds later.',
    ]);
    const resources = '["arn:aws:s3:::b/*", "arn:aws:dynamodb:*:*:table/t"]';
    assert.deepEqual(messages(notactionAllow, allow('"s3:Put*"', resources)), [
      'NotAction allows 10 actions of dynamodb and s3 here, and those that AWS adds later.',
    ]);
  });

  test('counts nothing that it cannot know', () => {
    const general = ['NotAction allows every action that is not listed, also those that AWS adds later.'];
    assert.deepEqual(messages(notactionAllow, allow('["${prefix}:*"]')), general);
    assert.deepEqual(messages(notactionAllow, allow('[]')), general);
    assert.deepEqual(messages(notactionAllow, allow('"s3:*"'), { policyType: 'resource' }), general);
  });

  test('is silent beside an Action, which AWS accepts in no statement', () =>
    checkRule(
      notactionAllow,
      '{ "Statement": { "Effect": "Allow", "Action": "s3:*", "NotAction": "iam:*" } }',
    ));

  test('is silent on Deny and in ceilings', () => {
    checkRule(notactionAllow, allow('"iam:*"').replace('Allow', 'Deny'));
    for (const policyType of ['scp', 'boundary', 'session', 'endpoint'] as const) {
      checkRule(notactionAllow, allow('"iam:*"'), { policyType });
    }
  });

  test('speaks of assuming in a trust policy', () => {
    const trust =
      '{ "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "NotAction": "sts:TagSession" } }';
    assert.deepEqual(messages(notactionAllow, trust, { policyType: 'trust' }), [
      'NotAction lets the principal assume the role in every way not listed.',
    ]);
    checkFix(
      notactionAllow,
      trust,
      'Allow only sts:AssumeRole',
      trust.replace('"NotAction": "sts:TagSession"', '"Action": ["sts:AssumeRole"]'),
      { policyType: 'trust' },
    );
  });

  test('names what is left of a service, all of it or by access level', () => {
    const before = allow('["s3:Put*", "s3:Get*"]', '"arn:aws:s3:::b/*"');
    assert.deepEqual(fixTitles(notactionAllow, before), [
      'Name the 4 actions that it allows',
      'Name its List actions (2 of 4)',
      'Name its Write actions (2 of 4)',
      'Deny the listed actions instead of allowing all others',
    ]);
    checkFix(
      notactionAllow,
      before,
      'Name its List actions (2 of 4)',
      before.replace(
        '"NotAction": ["s3:Put*", "s3:Get*"]',
        '"Action": ["s3:ListAllMyBuckets", "s3:ListBucket"]',
      ),
    );
  });

  test('turns the statement around where all services are open', () =>
    checkFix(
      notactionAllow,
      allow('["iam:*"]'),
      'Deny the listed actions instead of allowing all others',
      allow('["iam:*"]').replace('Allow', 'Deny').replace('NotAction', 'Action'),
    ));
});

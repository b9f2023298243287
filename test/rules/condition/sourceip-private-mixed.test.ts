import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sourceipPrivateMixed } from '../../../server/src/rules/condition/sourceip-private-mixed.ts';
import { checkRule, fixTitles } from '../../support/check.ts';

describe('sourceip-private-mixed', () => {
  test('reports each private range', () =>
    checkRule(
      sourceipPrivateMixed,
      `{ "Statement": [{
  "Condition": { "NotIpAddress": { "aws:SourceIp": ["10.0.0.0/8", "203.0.113.0/24", "fc00::/7"] } }
//                                                  ^^^^^^^^^^^^ "10.0.0.0/8" is private, so "aws:SourceIp" never lies in it.
//                                                                                  ^^^^^^^^^^ "fc00::/7" is private, so "aws:SourceIp" never lies in it.
}] }`,
    ));

  test('reports a private range among values that are not known yet', () =>
    checkRule(
      sourceipPrivateMixed,
      `{ "Statement": [{
  "Condition": { "IpAddress": { "aws:SourceIp": ["10.0.0.0/8", "\${office}"] } }
//                                               ^^^^^^^^^^^^ "10.0.0.0/8" is private, so "aws:SourceIp" never lies in it.
}] }`,
    ));

  test('leaves private ranges alone to their own rules', () =>
    checkRule(
      sourceipPrivateMixed,
      `{ "Statement": [{
  "Condition": { "IpAddress": { "aws:SourceIp": ["10.0.0.0/8", "192.168.0.0/16"] } }
}] }`,
    ));

  test('is silent on public ranges and on other keys', () =>
    checkRule(
      sourceipPrivateMixed,
      `{ "Statement": [{
  "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "0.0.0.0/0"], "aws:VpcSourceIp": ["10.0.0.0/8", "203.0.113.0/24"] } }
}] }`,
    ));

  test('takes the range out', () =>
    assert.deepEqual(
      fixTitles(
        sourceipPrivateMixed,
        '{ "Statement": { "Condition": { "IpAddress": { "aws:SourceIp": ["203.0.113.0/24", "10.0$0.0.0/8"] } } } }',
      ),
      ['Remove "10.0.0.0/8"'],
    ));
});

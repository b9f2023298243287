import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ifexistsOnAlwaysPresentKey } from '../../../server/src/rules/condition/ifexists-on-always-present-key.ts';
import { checkFix, checkRule } from '../../support/check.ts';
import { outcomes } from '../../support/conditions-hold.ts';

const deny = (condition: string): string =>
  `{ "Statement": [{ "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": ${condition} }] }`;

describe('ifexists-on-always-present-key', () => {
  test('reports each key that every request carries, whatever the effect', () => {
    for (const effect of ['Allow', 'Deny']) {
      checkRule(
        ifexistsOnAlwaysPresentKey,
        `{ "Statement": { "Effect": "${effect}", "Action": "s3:*", "Resource": "*", "Condition": {
      "StringEqualsIfExists": {
        "aws:requestedregion": "eu-west-1",
//      ^^^^^^^^^^^^^^^^^^^^^ Every request carries "aws:requestedregion", so "IfExists" changes nothing.
        "aws:SourceVpc": "vpc-1",
        "aws:PrincipalAccount": "111122223333"
//      ^^^^^^^^^^^^^^^^^^^^^^ Every request carries "aws:PrincipalAccount", so "IfExists" changes nothing.
      }
} } }`,
      );
    }
  });

  test('is silent on keys that anonymous requests, endpoints or access keys lack, and on AWS’s own habit', () => {
    for (const key of [
      'aws:PrincipalArn',
      'aws:PrincipalIsAWSService',
      'aws:SourceIp',
      'aws:ViaAWSService',
      's3:prefix',
    ]) {
      checkRule(ifexistsOnAlwaysPresentKey, deny(`{ "StringEqualsIfExists": { "${key}": "x" } }`));
    }
    checkRule(ifexistsOnAlwaysPresentKey, deny('{ "Bool": { "aws:SecureTransport": "false" } }'));
  });

  test('leaves negated operators and sets to the rules about those', () => {
    checkRule(
      ifexistsOnAlwaysPresentKey,
      deny('{ "StringNotEqualsIfExists": { "aws:RequestedRegion": "x" } }'),
    );
    checkRule(
      ifexistsOnAlwaysPresentKey,
      deny('{ "ForAllValues:StringEqualsIfExists": { "aws:RequestedRegion": "x" } }'),
    );
  });

  test('drops the suffix for that key alone, without effect where the key is present', () => {
    const before = '{ "BoolIfExists": { "aws:SecureTransport": "false", "aws:ViaAWSService": "false" } }';
    const after =
      '{ "BoolIfExists": { "aws:ViaAWSService": "false" }, "Bool": { "aws:SecureTransport": "false" } }';
    checkFix(ifexistsOnAlwaysPresentKey, deny(before), 'Change to "Bool"', deny(after));
    const requests = ['true', 'false'].map((tls) => ({ 'aws:securetransport': tls }));
    assert.deepEqual(outcomes(before, requests), outcomes(after, requests));
  });
});

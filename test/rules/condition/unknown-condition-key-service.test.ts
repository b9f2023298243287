import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unknownConditionKeyService } from '../../../server/src/rules/condition/unknown-condition-key-service.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('unknown-condition-key-service', () => {
  test('reports the prefix', () =>
    checkRule(
      unknownConditionKeyService,
      `{ "Statement": { "Condition": { "StringEquals": {
      "ec3:Region": "eu-west-1"
//     ^^^ "ec3" is no service with condition keys.
} } } }`,
    ));

  test('leaves services, shared keys, identity providers, closed services and placeholders alone', () =>
    checkRule(
      unknownConditionKeyService,
      `{ "Statement": { "Condition": { "StringEquals": {
        "s3:nothing": "1", "aws:nothing": "1", "idp.example.com/path:sub": "1", "sumerian:x": "1", "\${prefix}:x": "1",
        "saml:aud": "1", "catalog:ChangeType": "1", "<service>:x": "1",
        "OIDC_PROVIDER:sub": "1", "$oidc_provider:aud": "1"
} } } }`,
    ));

  test('finds the service by another name of it', () =>
    checkFix(
      unknownConditionKeyService,
      policyWith('key-management:ViaService', 'kms:Decrypt'),
      'Change to "kms:ViaService"',
      policyWith('kms:ViaService', 'kms:Decrypt'),
    ));

  test('offers only services that have the key, or one like it', () => {
    assert.deepEqual(fixTitles(unknownConditionKeyService, policyWith('st:RoleSessionName')), [
      'Change to "sts:RoleSessionName"',
    ]);
    assert.equal(
      fixTitles(unknownConditionKeyService, policyWith('awss:sourceip'))[0],
      'Change to "aws:SourceIp"',
    );
  });

  test('is milder about a prefix that is close to none', () => {
    const [finding] = findings(unknownConditionKeyService, policyWith('quantum:State'));
    assert.equal(finding?.severity, 'warning');
    assert.equal(finding?.message, '"quantum" is no service with condition keys as of 2026-01-31.');
  });
});

const policyWith = (key: string, action = 's3:GetObject'): string =>
  `{ "Statement": { "Action": "${action}", "Condition": { "StringEquals": { "${key}": "1" } } } }`;

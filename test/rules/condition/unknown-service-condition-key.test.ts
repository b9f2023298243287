import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openCatalogue } from '../../../server/src/catalogue/open-catalogue.ts';
import { unknownConditionKeyService } from '../../../server/src/rules/condition/unknown-condition-key-service.ts';
import { unknownServiceConditionKey } from '../../../server/src/rules/condition/unknown-service-condition-key.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

const catalogue = openCatalogue(readFileSync('server/data/catalogue.dat'));

describe('unknown-service-condition-key', () => {
  test('reports the unknown key of a known service', () =>
    checkRule(
      unknownServiceConditionKey,
      `{ "Statement": { "Condition": { "StringEquals": {
      "s3:prefix": "a", "S3:prefx": "b"
//                      ^^^^^^^^^^ s3 has no condition key "prefx".
} } } }`,
    ));

  test('knows keys with a part of their own', () =>
    checkRule(
      unknownServiceConditionKey,
      `{ "Statement": { "Condition": { "StringEquals": {
        "s3:ExistingObjectTag/team": "a", "kms:EncryptionContext:aws:s3:arn": "b", "ec2:ResourceTag/a b": "c"
} } } }`,
    ));

  test('believes the guides of AWS where its reference lists less', () => {
    const found = (key: string) =>
      findings(unknownServiceConditionKey, policyWith(key), { catalogue }).length;
    assert.deepEqual(
      ['cloudtrail:ExternalId', 'glue:EvaluatedByLakeFormationTags', 'glue:Evaluated'].map(found),
      [0, 0, 1],
    );
  });

  test('says that the key is one of all services', () => {
    checkFix(
      unknownServiceConditionKey,
      policyWith('lambda:RequestTag/team'),
      'Change to "aws:RequestTag/team"',
      policyWith('aws:RequestTag/team'),
    );
    assert.equal(findings(unknownServiceConditionKey, policyWith('s3:SourceVpce'))[0]?.severity, 'error');
  });

  test('is milder about what may be newer than the data', () =>
    checkRule(
      unknownServiceConditionKey,
      `{ "Statement": { "Condition": { "StringEquals": {
      "s3:colour": "blue"
//    ^^^^^^^^^^^ s3 has no condition key "colour" as of 2026-01-31.
} } } }`,
    ));

  test('offers the key of a service with nearly the same prefix', () =>
    assert.equal(
      fixTitles(unknownServiceConditionKey, policyWith('ecs:InstanceType'), { catalogue })[0],
      'Change to "ec2:InstanceType"',
    ));

  test('leaves keys of identity providers alone, and finds slips in those of SAML', () => {
    for (const key of [
      'token.actions.githubusercontent.com:sub',
      'token.actions.githubusercontent.com:runner_environment',
      'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE:sub',
      'cognito-identity.amazonaws.com:amr',
      'graph.facebook.com:app_id',
      'accounts.google.com:aud',
      'www.amazon.com:user_id',
      'idp.example.com:8443:sub',
      'SAML:aud',
      'saml:department',
    ]) {
      checkRule([unknownServiceConditionKey, unknownConditionKeyService], policyWith(key), { catalogue });
    }
    assert.equal(fixTitles(unknownServiceConditionKey, policyWith('saml:subb'))[0], 'Change to "saml:sub"');
  });

  test('leaves keys of IoT Core policies alone, and those of services that others define', () => {
    for (const key of [
      'iot:Connection.Thing.IsAttached',
      'iot:ClientId',
      'catalog:ChangeType',
      'identitycenter:InstanceArn',
      'ec2:osuser',
      'cognito-identity-unauth:AccountId',
    ]) {
      checkRule([unknownServiceConditionKey, unknownConditionKeyService], policyWith(key), { catalogue });
    }
  });
});

const policyWith = (key: string): string =>
  `{ "Statement": { "Condition": { "StringEquals": { "${key}": "1" } } } }`;

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openCatalogue } from '../../../server/src/catalogue/open-catalogue.ts';
import { conditionKeyCase } from '../../../server/src/rules/condition/condition-key-case.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

describe('condition-key-case', () => {
  test('reports another spelling', () =>
    checkRule(
      conditionKeyCase,
      `{ "Statement": { "Condition": { "StringEquals": {
      "AWS:SourceVpc": "a", "s3:Prefix": "b"
//    ^^^^^^^^^^^^^^^ AWS spells this key "aws:SourceVpc".
//                          ^^^^^^^^^^^ AWS spells this key "s3:prefix".
} } } }`,
    ));

  test('leaves the names of tags and of encryption contexts as they are', () =>
    checkRule(
      conditionKeyCase,
      `{ "Statement": { "Condition": { "StringEquals": {
        "aws:RequestTag/TEAM": "a", "aws:requesttaG/{{ tag }}": "b", "kms:EncryptionContext:App": "c", "aws:Unknown": "d"
} } } }`,
    ));

  test('keeps the name of the tag, and access', () => {
    const policy = '{ "Statement": { "Condition": { "StringEquals": { "aws:resourceTag/TEAM": "a" } } } }';
    checkFix(
      conditionKeyCase,
      policy,
      'Change to "aws:ResourceTag/TEAM"',
      '{ "Statement": { "Condition": { "StringEquals": { "aws:ResourceTag/TEAM": "a" } } } }',
    );
    assert.ok(findings(conditionKeyCase, policy)[0]?.fixes()[0]?.keepsAccess);
  });

  test('accepts both spellings of a key that AWS spells in two ways', () =>
    checkRule(
      conditionKeyCase,
      `{ "Statement": { "Condition": { "StringEquals": {
        "ec2:SourceInstanceARN": "a", "ssm:SourceInstanceArn": "a", "SAML:aud": "a", "AWS:SourceArn": "a", "aws:PrincipalARN": "a"
} } } }`,
      { catalogue: openCatalogue(readFileSync('server/data/catalogue.dat')) },
    ));
});

import { describe, test } from 'node:test';
import { missingTagKey } from '../../../server/src/rules/condition/missing-tag-key.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('missing-tag-key', () => {
  test('reports global keys and keys of services, with a slash or without', () =>
    checkRule(
      missingTagKey,
      `{ "Statement": { "Condition": { "StringEquals": {
      "aws:PrincipalTag": "1",
//    ^^^^^^^^^^^^^^^^^^ "aws:PrincipalTag" lacks the name of a tag: "aws:PrincipalTag/…".
      "aws:RequestTag/": "1",
//    ^^^^^^^^^^^^^^^^^ "aws:RequestTag/" lacks the name of a tag: "aws:RequestTag/…".
      "s3:existingobjecttag": "1",
//    ^^^^^^^^^^^^^^^^^^^^^^ "s3:existingobjecttag" lacks the name of a tag: "s3:ExistingObjectTag/…".
      "kms:EncryptionContext": "1"
//    ^^^^^^^^^^^^^^^^^^^^^^^ "kms:EncryptionContext" lacks the name of a key: "kms:EncryptionContext:…".
} } } }`,
    ));

  test('leaves alone keys with a tag, keys that need none, and a tag beside the key', () =>
    checkRule(
      missingTagKey,
      `{ "Statement": { "Condition": { "StringEquals": {
        "aws:PrincipalTag/team": "1", "aws:TagKeys": "1", "s3:prefix": "1", "aws:RequestTag/\${tag}": "1",
        "kms:EncryptionContextKeys": "1", "aws:ResourceTag": { "team": "blue" }
} } } }`,
    ));

  test('inserts a place for the name', () =>
    checkFix(
      missingTagKey,
      '{ "Statement": { "Condition": { "Null": { "aws:resourcetag/": "true" } } } }',
      'Insert its name',
      '{ "Statement": { "Condition": { "Null": { "aws:ResourceTag/tag-key": "true" } } } }',
    ));
});

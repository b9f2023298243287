import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { principalKey } from '../../../server/src/rules/principal/principal-key.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('principal-key', () => {
  test('reports the key', () =>
    checkRule(
      principalKey,
      `{ "Statement": { "Principal": {
      "aws": "111122223333", "Service": "ec2.amazonaws.com"
//    ^^^^^ "aws" is no type of principal; use "AWS".
} } }`,
      RESOURCE,
    ));

  test('leaves right keys, placeholders and misplaced elements alone', () =>
    checkRule(
      principalKey,
      `{ "Statement": [
        { "Principal": { "AWS": "*", "Service": "a", "Federated": "b", "CanonicalUser": "c" } },
        { "Principal": { "{{ type }}": "*", "Action": "s3:*", "Fn::If": ["a", "b", "c"] } },
        { "Principal": "*" }, { "Principal": ["*"] }
] }`,
      RESOURCE,
    ));

  test('knows what people write, and what values look like', () => {
    const meant = {
      '"Services": "ec2.amazonaws.com"': 'Service',
      '"servcie": "ec2.amazonaws.com"': 'Service',
      '"Role": "arn:aws:iam::111122223333:role/app"': 'AWS',
      '"Federate": "accounts.google.com"': 'Federated',
      '"SAML": "arn:aws:iam::111122223333:saml-provider/corp"': 'Federated',
      '"Canonical_User": "abc"': 'CanonicalUser',
      '"Who": "lambda.amazonaws.com"': 'Service',
      '"*": "*"': 'AWS',
    };
    for (const [entry, type] of Object.entries(meant)) {
      assert.equal(fixTitles(principalKey, policyWith(entry), RESOURCE)[0], `Change to "${type}"`, entry);
    }
  });

  test('moves values to the right type where that is there', () =>
    checkFix(
      principalKey,
      policyWith('"AWS": "111122223333", "aws": ["444455556666"]'),
      'Move to "AWS"',
      policyWith('"AWS": ["111122223333", "444455556666"]'),
      RESOURCE,
    ));

  test('deletes it', () =>
    checkFix(
      principalKey,
      policyWith('"AWS": "111122223333", "Group": "Dev"'),
      'Delete "Group"',
      policyWith('"AWS": "111122223333"'),
      RESOURCE,
    ));
});

const RESOURCE = { policyType: 'resource' } as const;

const policyWith = (entries: string): string => `{ "Statement": { "Principal": { ${entries} } } }`;

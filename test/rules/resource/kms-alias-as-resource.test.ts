import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openCatalogue } from '../../../server/src/catalogue/open-catalogue.ts';
import { kmsAliasAsResource } from '../../../server/src/rules/resource/kms-alias-as-resource.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

/** The actions on aliases are those of the real data. */
const CATALOGUE = openCatalogue(readFileSync('server/data/catalogue.dat'));

describe('kms-alias-as-resource', () => {
  test('reports the alias', () =>
    checkRule(
      kmsAliasAsResource,
      `{ "Statement": [{ "Effect": "Allow", "Action": ["kms:Decrypt", "s3:GetObject"], "Resource": [
      "arn:aws:kms:us-east-1:111122223333:alias/app",
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "alias/app" is an alias, no key. "kms:Decrypt" works only on keys.
      "arn:aws:kms:us-east-1:111122223333:key/alias", "*"
] }] }`,
    ));

  test('is silent where an action on aliases is among the actions', () => {
    const policy = (action: string): string =>
      `{ "Statement": { "Action": ["kms:Decrypt", "${action}"], "Resource": "arn:aws:kms:*:*:alias/app" } }`;
    for (const action of ['kms:CreateAlias', 'kms:*', 'kms:*Alias', '*']) {
      assert.deepEqual(findings(kmsAliasAsResource, policy(action), { catalogue: CATALOGUE }), [], action);
    }
    assert.equal(findings(kmsAliasAsResource, policy('kms:Encrypt'), { catalogue: CATALOGUE }).length, 1);
    assert.equal(
      findings(kmsAliasAsResource, policy('kms:GenerateDataKey*'), { catalogue: CATALOGUE }).length,
      1,
    );
  });

  test('is silent for other actions, NotAction and NotResource', () =>
    checkRule(
      kmsAliasAsResource,
      `{ "Statement": [
        { "Action": ["s3:GetObject", "kms:Brew"], "Resource": "arn:aws:kms:*:*:alias/app" },
        { "NotAction": "kms:Decrypt", "Resource": "arn:aws:kms:*:*:alias/app" },
        { "Action": "kms:Decrypt", "NotResource": "arn:aws:kms:*:*:alias/app" }
      ] }`,
    ));

  test('tests all aliases by one condition', () =>
    checkFix(
      kmsAliasAsResource,
      `{ "Statement": { "Action": "kms:Decrypt", "Resource": ["arn:aws:kms:us-east-1:111122223333:alias/$0a", "arn:aws:kms:us-east-1:111122223333:alias/b*"] } }`,
      'Name every key that has one of these aliases',
      `{ "Statement": { "Action": "kms:Decrypt", "Resource": ["arn:aws:kms:us-east-1:111122223333:key/*"], "Condition": { "ForAnyValue:StringLike": { "kms:ResourceAliases": ["alias/a", "alias/b*"] } } } }`,
    ));

  test('only offers the ARN of a key where other resources would lose by the condition', () => {
    const policy =
      '{ "Statement": { "Action": "kms:Decrypt", "Resource": ["arn:aws:kms:*:*:key/k", "arn:aws:kms:*:*:alias/a"] } }';
    assert.deepEqual(fixTitles(kmsAliasAsResource, policy), ['Name a key']);
    checkFix(
      kmsAliasAsResource,
      policy,
      'Name a key',
      policy.replace('alias/a', 'key/1234abcd-12ab-34cd-56ef-1234567890ab'),
    );
  });
});

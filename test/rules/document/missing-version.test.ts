import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { missingVersion } from '../../../server/src/rules/document/missing-version.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

describe('missing-version', () => {
  test('reports the first key of the policy', () =>
    checkRule(
      missingVersion,
      `{
    "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }]
//  ^^^^^^^^^^^ This policy has no Version. AWS reads it by the language of 2008.
}`,
    ));

  test('names a variable that is none without it', () =>
    checkRule(
      missingVersion,
      `{
    "Statement": { "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/\${aws:username}/*" }
//  ^^^^^^^^^^^ This policy has no Version. "\${aws:username}" is plain text without it.
}`,
    ));

  test('leaves a wrong Version, a misspelt key and one that is being typed to others', () => {
    checkRule(missingVersion, '{ "Version": "2008-10-17", "Statement": [] }');
    checkRule(missingVersion, '{ "Version": { "Ref": "V" }, "Statement": [] }');
    checkRule(missingVersion, '{ "version": "2012-10-17", "Statement": [] }');
    checkRule(missingVersion, '{ "Verison": "2012-10-17", "Statement": [] }');
    checkRule(missingVersion, '{ "Versio" "Statement": [] }');
  });

  test('is an error in a resource control policy', () =>
    assert.deepEqual(
      findings(missingVersion, '{ "Statement": [] }', { policyType: 'rcp' }).map(({ severity }) => severity),
      ['error'],
    ));

  test('keeps the layout', () =>
    checkFix(
      missingVersion,
      '{\n    "Statement": []\n}',
      'Insert "Version": "2012-10-17"',
      '{\n    "Version": "2012-10-17",\n    "Statement": []\n}',
    ));

  test('keeps access only where nothing becomes a variable', () => {
    const keepsAccess = (resource: string) =>
      findings(missingVersion, `{ "Statement": { "Resource": "${resource}" } }`)[0]?.fixes()[0]?.keepsAccess;
    assert.equal(keepsAccess('arn:aws:s3:::b'), true);
    assert.equal(keepsAccess('arn:aws:s3:::${aws:username}'), false);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { missingVersion } from '../../../server/src/rules/document/missing-version.ts';
import { oldVersion } from '../../../server/src/rules/document/old-version.ts';
import { variableOldVersion } from '../../../server/src/rules/document/variable-old-version.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

const ALL = [missingVersion, oldVersion, variableOldVersion];

describe('variable-old-version', () => {
  test('reports the first variable, in place of the version', () =>
    checkRule(
      ALL,
      `{ "Version": "2008-10-17", "Statement": [{ "Resource": "*" }, {
      "Condition": { "StringLike": { "s3:prefix": "home/\${aws:username}/*" } },
//                                                      ^^^^^^^^^^^^^^^ "\${aws:username}" is plain text; only Version 2012-10-17 has variables.
      "Resource": "arn:aws:s3:::home/\${aws:username}/*" }] }`,
    ));

  test('reports it without a version, too', () => {
    const policy = `{ "Statement": [{ "Resource": "arn:aws:s3:::home/\${aws:userid}" }] }`;
    assert.deepEqual(
      findings(ALL, policy).map(({ rule }) => rule.id),
      ['variable-old-version'],
    );
  });

  test('is silent in 2012-10-17, and leaves other versions to other rules', () => {
    for (const version of ['"2012-10-17"', '"2024-01-01"', '2012', '""']) {
      const policy = `{ "Version": ${version}, "Statement": { "Resource": "arn:aws:s3:::\${aws:userid}" } }`;
      checkRule(variableOldVersion, policy);
    }
    checkRule(
      variableOldVersion,
      `{ "version": "2012-10-17", "Statement": { "Resource": "\${aws:userid}" } }`,
    );
  });

  test('is silent about placeholders, unknown keys and what is being typed', () => {
    checkRule(
      variableOldVersion,
      `{ "Statement": { "Resource": ["arn:aws:s3:::\${bucket}/\${AWS::Region}/\${brew:pot}", "\${aws:username"] } }`,
    );
    checkRule(variableOldVersion, `{ "Statement": { "Resource": "arn:aws:s3:::\${aws:username}" `);
  });

  test('counts characters that are escaped as variables', () => {
    const policy = `{ "Version": "2008-10-17", "Statement": { "Resource": "arn:aws:s3:::a/\${*}" } }`;
    assert.equal(findings(variableOldVersion, policy).length, 1);
  });

  test('puts the version in front', () =>
    checkFix(
      variableOldVersion,
      `{ "Id": "x", "Statement": { "Resource": "arn:aws:s3:::\${aws:userid}" } }`,
      'Insert "Version": "2012-10-17"',
      `{ "Version": "2012-10-17", "Id": "x", "Statement": { "Resource": "arn:aws:s3:::\${aws:userid}" } }`,
    ));
});

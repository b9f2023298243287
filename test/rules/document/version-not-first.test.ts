import { describe, test } from 'node:test';
import { versionNotFirst } from '../../../server/src/rules/document/version-not-first.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('version-not-first', () => {
  test('reports a Version behind the statements', () =>
    checkRule(
      versionNotFirst,
      `{ "Statement": [],
  "Version": "2012-10-17",
//^^^^^^^^^ Version usually stands before the statements.
  "Id": "a" }`,
    ));

  test('is silent where it comes first, behind the Id, or not at all', () => {
    checkRule(versionNotFirst, '{ "Version": "2012-10-17", "Statement": [] }');
    checkRule(versionNotFirst, '{ "Id": "a", "Version": "2012-10-17", "Statement": [] }');
    checkRule(versionNotFirst, '{ "Statement": [] }');
  });

  test('is silent where a tool has sorted all keys', () => {
    const statement = '{ "Action": "s3:*", "Effect": "Allow" }';
    checkRule(versionNotFirst, `{ "Statement": [${statement}], "Version": "2012-10-17" }`);
    checkRule(
      versionNotFirst,
      `{ "Statement": [${statement}, { "Effect": "Allow", "Action": "s3:*" }],
  "Version": "2012-10-17" }
//^^^^^^^^^ Version usually stands before the statements.`,
    );
  });

  test('waits while the policy is being typed', () =>
    checkRule(versionNotFirst, '{ "Statement": [], "Version": "20'));

  test('moves the line, in the layout of its neighbours', () =>
    checkFix(
      versionNotFirst,
      '{\n  "Id": "a",\n  "Statement": [],\n  "Version": "2012-10-17"\n}',
      'Move Version to the top',
      '{\n  "Version": "2012-10-17",\n  "Id": "a",\n  "Statement": []\n}',
    ));

  test('keeps the comments of others', () =>
    checkFix(
      versionNotFirst,
      '{\n  "Statement": [], // none yet\n  "Version": "2012-10-17",\n  // who\n  "Id": "a"\n}',
      'Move Version to the top',
      '{\n  "Version": "2012-10-17",\n  "Statement": [], // none yet\n  // who\n  "Id": "a"\n}',
    ));
});

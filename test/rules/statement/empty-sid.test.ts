import { describe, test } from 'node:test';
import { emptySid } from '../../../server/src/rules/statement/empty-sid.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('empty-sid', () => {
  test('reports an empty one, in a policy of any type', () =>
    checkRule(
      emptySid,
      `{ "Statement": [{ "Sid": "A" }, {
  "Sid": "",
//       ^^ This Sid is empty.
  "Effect": "Allow"
}] }`,
    ));

  test('is silent about a name, a blank, a wrong type and none', () =>
    checkRule(emptySid, '{ "Statement": [{ "Sid": "A" }, { "Sid": " " }, { "Sid": null }, {}] }'));

  test('deletes it with its line', () =>
    checkFix(
      emptySid,
      '{ "Statement": [{\n  "Sid": "",\n  "Effect": "Allow"\n}] }',
      'Delete the empty Sid',
      '{ "Statement": [{\n  "Effect": "Allow"\n}] }',
    ));

  test('proposes a name that no other statement has', () =>
    checkFix(
      emptySid,
      '{ "Statement": [{ "Sid": "AllowS3GetObject" }, { "Sid": "$0", "Effect": "Allow", "Action": "S3:getobject" }] }',
      'Change to "AllowS3GetObject2"',
      '{ "Statement": [{ "Sid": "AllowS3GetObject" }, { "Sid": "AllowS3GetObject2", "Effect": "Allow", "Action": "S3:getobject" }] }',
    ));
});

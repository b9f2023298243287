import { describe, test } from 'node:test';
import { accessKeyId } from '../../../server/src/rules/document/access-key-id.ts';
import { checkRule } from '../../support/check.ts';

describe('access-key-id', () => {
  test('reports the id alone, wherever a string has one', () =>
    checkRule(
      accessKeyId,
      `{ "Id":
      "key AKIAQ3EGRIPZB5W7T2LM"
//         ^^^^^^^^^^^^^^^^^^^^ "AKIAQ3EGRIPZB5W7T2LM" looks like the id of an access key; deactivate the key.
, "Statement": [{ "Sid":
      "ASIAQ3EGRIPZB5W7T2LM"
//     ^^^^^^^^^^^^^^^^^^^^ "ASIAQ3EGRIPZB5W7T2LM" looks like the id of an access key; deactivate the key.
, "Condition": { "StringLike": { "aws:userid": ["x",
      "*:AKIAQ3EGRIPZB5W7T2LM/*", "ABIAQ3EGRIPZB5W7T2LM"
//       ^^^^^^^^^^^^^^^^^^^^ "AKIAQ3EGRIPZB5W7T2LM" looks like the id of an access key; deactivate the key.
//                                 ^^^^^^^^^^^^^^^^^^^^ "ABIAQ3EGRIPZB5W7T2LM" looks like the id of an access key; deactivate the key.
] } } }] }`,
    ));

  test('is silent on the examples of the documentation and on fillers', () =>
    checkRule(
      accessKeyId,
      '{ "Statement": [{ "Resource": ["AKIAIOSFODNN7EXAMPLE", "AKIAI44QH8DHBEXAMPLE", "AKIAXXXXXXXXXXXXXXXX"] }] }',
    ));

  test('is silent on other ids, on longer words and on other letters', () =>
    checkRule(
      accessKeyId,
      '{ "Statement": [{ "Resource": ["AIDAQ3EGRIPZB5W7T2LMX", "AROAQ3EGRIPZB5W7T2LMX", "XAKIAQ3EGRIPZB5W7T2LM", "AKIAQ3EGRIPZB5W7T2LMX", "AKIAq3egripzb5w7t2lm", "AKIAQ3EGRIPZB5W7T2"] }] }',
    ));
});

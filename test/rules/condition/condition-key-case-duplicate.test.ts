import { describe, test } from 'node:test';
import { conditionKeyCase } from '../../../server/src/rules/condition/condition-key-case.ts';
import { conditionKeyCaseDuplicate } from '../../../server/src/rules/condition/condition-key-case-duplicate.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('condition-key-case-duplicate', () => {
  test('reports the second spelling, and nothing else about it', () =>
    checkRule(
      [conditionKeyCaseDuplicate, conditionKeyCase],
      `{ "Statement": { "Condition": { "StringEquals": {
      "aws:RequestTag/Team": "a", "aws:RequestTag/team": "b"
//                                ^^^^^^^^^^^^^^^^^^^^^ "aws:RequestTag/team" and "aws:RequestTag/Team" are the same key.
} } } }`,
    ));

  test('leaves equal spellings to duplicate-json-key, and keys of different operators alone', () =>
    checkRule(
      conditionKeyCaseDuplicate,
      `{ "Statement": { "Condition": {
        "StringEquals": { "aws:SourceVpc": "a", "aws:SourceVpc": "b" },
        "StringLike": { "aws:sourcevpc": "c", "aws:SourceVpce": "d" }
} } }`,
    ));

  test('merges their values', () =>
    checkFix(
      conditionKeyCaseDuplicate,
      '{ "Statement": { "Condition": { "StringEquals": { "s3:prefix": ["a", "b"], "s3:Prefix": ["b", "c"] } } } }',
      'Merge the two',
      '{ "Statement": { "Condition": { "StringEquals": { "s3:prefix": ["a", "b", "c"] } } } }',
    ));

  test('deletes the second one', () =>
    checkFix(
      conditionKeyCaseDuplicate,
      '{ "Statement": { "Condition": { "StringEquals": { "s3:prefix": "a", "s3:Prefix": "c" } } } }',
      'Delete "s3:Prefix"',
      '{ "Statement": { "Condition": { "StringEquals": { "s3:prefix": "a" } } } }',
    ));

  test('bears values of the wrong type', () =>
    checkRule(
      conditionKeyCaseDuplicate,
      '{ "Statement": { "Condition": { "StringEquals": ["a"], "Null": null } } }',
    ));
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CONDITION_OPERATORS } from '../../../server/src/iam/condition-operator.ts';
import { meantOperators } from '../../../server/src/iam/meant-operator.ts';
import { unknownConditionOperator } from '../../../server/src/rules/condition/unknown-condition-operator.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('unknown-condition-operator', () => {
  test('reports each operator that does not exist', () =>
    checkRule(
      unknownConditionOperator,
      `{ "Statement": { "Condition": {
  "StringEquals": { "aws:username": "a" },
  "StringEqual": { "aws:userid": "b" },
//^^^^^^^^^^^^^ There is no condition operator "StringEqual".
  "ForAnyValues:StringLike": { "aws:TagKeys": "c" }
//^^^^^^^^^^^^^^^^^^^^^^^^^ There is no condition operator "ForAnyValues:StringLike".
} } }`,
    ));

  test('knows set operators and suffixes, whatever the case', () =>
    checkRule(
      unknownConditionOperator,
      '{ "Statement": { "Condition": { "ForAllValues:StringLikeIfExists": {}, "stringequals": {}, "Null": {} } } }',
    ));

  test('leaves to other rules what they explain better', () =>
    checkRule(
      unknownConditionOperator,
      `{ "Statement": { "Condition": {
        "NullIfExists": { "aws:username": "true" },
        "StringEquals ": { "aws:username": "a" },
        "aws:username": { "StringEquals": "a" },
        "StringEqual": "a",
        "Resource": {},
        "{{ operator }}": { "aws:username": "a" }
      } } }`,
    ));

  test('renames the operator, or merges its keys into the block that is there', () => {
    checkFix(
      unknownConditionOperator,
      '{ "Statement": { "Condition": { "StringLkie": { "aws:userid": "b" } } } }',
      'Change to "StringLike"',
      '{ "Statement": { "Condition": { "StringLike": { "aws:userid": "b" } } } }',
    );
    checkFix(
      unknownConditionOperator,
      `{ "Statement": { "Condition": {
        "StringEquals": {
          "aws:username": "a"
        },
        "StringIn": {
          "aws:userid": ["b", "c"]
        }
      } } }`,
      'Change to "StringEquals"',
      `{ "Statement": { "Condition": {
        "StringEquals": {
          "aws:username": "a",
          "aws:userid": ["b", "c"]
        }
      } } }`,
    );
  });

  test('fills a block that is empty', () =>
    checkFix(
      unknownConditionOperator,
      '{ "Statement": { "Condition": { "Null": {}, "Nul": { "aws:userid": "true", "aws:username": "true" } } } }',
      'Change to "Null"',
      '{ "Statement": { "Condition": { "Null": { "aws:userid": "true", "aws:username": "true" } } } }',
    ));

  test('makes no operator and no key twice', () => {
    assert.deepEqual(
      fixTitles(unknownConditionOperator, '{ "Statement": { "Condition": { "Null": {}, "Nul": {} } } }'),
      [],
    );
    assert.deepEqual(
      fixTitles(
        unknownConditionOperator,
        '{ "Statement": { "Condition": { "Null": { "aws:userid": "true" }, "Nul": { "AWS:UserId": "true" } } } }',
      ),
      [],
    );
  });

  test('takes names from elsewhere by their meaning, in doubt by the type of the key', () => {
    const first = (operator: string, key: string): string | undefined =>
      fixTitles(
        unknownConditionOperator,
        `{ "Statement": { "Condition": { "${operator}": { "${key}": "1" } } } }`,
      )[0];
    assert.equal(first('StringContains', 'aws:username'), 'Change to "StringLike"');
    assert.equal(first('StringEqualsExists', 'aws:username'), 'Change to "StringEqualsIfExists"');
    assert.equal(first('NumericLessThanOrEqualTo', 's3:max-keys'), 'Change to "NumericLessThanEquals"');
    assert.equal(first('NotEquals', 'aws:SourceArn'), 'Change to "ArnNotEquals"');
    assert.equal(first('ForAllValues', 'aws:TagKeys'), 'Change to "ForAllValues:StringEquals"');
    assert.equal(first('IpAddressNotEquals', 'aws:SourceIp'), 'Change to "NotIpAddress"');
    assert.equal(first('Brew', 'aws:username'), undefined);
  });

  test('turns the value round for NotBool', () =>
    checkFix(
      unknownConditionOperator,
      '{ "Statement": { "Condition": { "NotBool": { "aws:SecureTransport": ["true"] } } } }',
      'Change to "Bool" with the opposite value',
      '{ "Statement": { "Condition": { "Bool": { "aws:SecureTransport": "false" } } } }',
    ));

  test('lists the right operator first for every letter that may be missing', () => {
    const wrong = CONDITION_OPERATORS.flatMap(({ name }) =>
      [...name].flatMap((_, at) => {
        const typed = name.slice(0, at) + name.slice(at + 1);
        return meantOperators(typed, [])[0] === name ? [] : [typed];
      }),
    );
    assert.deepEqual(wrong, []);
  });
});

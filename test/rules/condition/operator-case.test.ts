import { describe, test } from 'node:test';
import { operatorCase } from '../../../server/src/rules/condition/operator-case.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('operator-case', () => {
  test('reports another case, also of set operator and suffix', () =>
    checkRule(
      operatorCase,
      `{ "Statement": { "Condition": {
  "stringEquals": { "aws:username": "a" },
//^^^^^^^^^^^^^^ AWS writes "stringEquals" as "StringEquals".
  "ForAnyvalue:StringLikeIfexists": { "aws:TagKeys": "b" }
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AWS writes "ForAnyvalue:StringLikeIfexists" as "ForAnyValue:StringLikeIfExists".
} } }`,
    ));

  test('is silent on the usual spelling and on what is no operator', () =>
    checkRule(
      operatorCase,
      '{ "Statement": { "Condition": { "StringEquals": { "aws:username": "a" }, "stringEqual": { "aws:userid": "b" } } } }',
    ));

  test('joins the operator that is there already', () =>
    checkFix(
      operatorCase,
      '{ "Statement": { "Condition": { "bool": { "aws:ViaAWSService": "true" }, "Bool": { "aws:SecureTransport": "true" } } } }',
      'Change to "Bool"',
      '{ "Statement": { "Condition": { "Bool": { "aws:SecureTransport": "true", "aws:ViaAWSService": "true" } } } }',
    ));
});

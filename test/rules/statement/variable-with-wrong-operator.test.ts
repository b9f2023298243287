import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { variableWithWrongOperator } from '../../../server/src/rules/statement/variable-with-wrong-operator.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('variable-with-wrong-operator', () => {
  test('reports the variable', () =>
    checkRule(
      variableWithWrongOperator,
      `{ "Statement": [{ "Condition": { "DateLessThan": { "aws:CurrentTime": [
      "\${aws:PrincipalTag/until}",
//     ^^^^^^^^^^^^^^^^^^^^^^^^^ DateLessThan fills in no variables; "\${aws:PrincipalTag/until}" is plain text here.
      "2030-01-01"
] } } }] }`,
    ));

  test('accepts operators for text, ARNs and Booleans, and leaves unknown ones alone', () =>
    checkRule(
      variableWithWrongOperator,
      `{ "Statement": { "Condition": {
        "ForAnyValue:StringLikeIfExists": { "aws:TagKeys": "\${aws:username}" },
        "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::*:user/\${aws:username}" },
        "Bool": { "aws:SecureTransport": "\${aws:PrincipalTag/tls}" },
        "NumericIs": { "s3:max-keys": "\${aws:PrincipalTag/keys}" },
        "NumericEquals": { "s3:max-keys": ["\${keys}", 10] }
      } } }`,
    ));

  test('keeps negation, set operator and suffix', () =>
    checkFix(
      variableWithWrongOperator,
      `{ "Statement": { "Condition": { "ForAllValues:NumericNotEqualsIfExists": { "aws:TagKeys": "\${aws:userid}" } } } }`,
      'Change to "ForAllValues:StringNotEqualsIfExists"',
      `{ "Statement": { "Condition": { "ForAllValues:StringNotEqualsIfExists": { "aws:TagKeys": "\${aws:userid}" } } } }`,
    ));

  test('moves only the key with the variable', () =>
    checkFix(
      variableWithWrongOperator,
      `{ "Statement": { "Condition": { "IpAddress": { "aws:SourceIp": "\${aws:PrincipalTag/ip}", "aws:VpcSourceIp": "10.0.0.0/8" } } } }`,
      'Change to "StringEquals"',
      `{ "Statement": { "Condition": { "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" }, "StringEquals": { "aws:SourceIp": "\${aws:PrincipalTag/ip}" } } } }`,
    ));

  test('has nothing to offer for comparisons by size and for Null', () => {
    for (const operator of ['NumericLessThan', 'Null']) {
      const policy = `{ "Statement": { "Condition": { "${operator}": { "s3:max-keys": "\${aws:userid}" } } } }`;
      assert.deepEqual(fixTitles(variableWithWrongOperator, policy), []);
    }
  });
});

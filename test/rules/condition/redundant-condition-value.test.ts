import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { redundantConditionValue } from '../../../server/src/rules/condition/redundant-condition-value.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

const where = (condition: string): string => `{ "Statement": { "Condition": { ${condition} } } }`;
const silent = (condition: string): void => checkRule(redundantConditionValue, where(condition));

describe('redundant-condition-value', () => {
  test('reports values that stand twice, as the operator compares', () =>
    checkRule(
      redundantConditionValue,
      `{ "Statement": { "Condition": {
  "StringEquals": { "aws:PrincipalTag/team": ["a", "b", "a", "A"] },
//                                                      ^^^ "a" is listed already.
  "StringEqualsIgnoreCase": { "aws:PrincipalTag/team": ["a", "A"] },
//                                                           ^^^ "A" is listed already, as "a".
  "NumericNotEquals": { "s3:max-keys": ["1", 1.0, "2"] }
//                                           ^^^ "1" is listed already.
} } }`,
    ));

  test('reports what a pattern or a range covers, also of negated operators', () =>
    checkRule(
      redundantConditionValue,
      `{ "Statement": { "Condition": {
  "StringNotLike": { "aws:PrincipalTag/team": ["blue-one", "blue-*"] },
//                                             ^^^^^^^^^^ "blue-*" matches "blue-one" already.
  "ArnLike": { "aws:PrincipalArn": ["arn:aws:iam::*:role/app", "arn:aws:iam::111122223333:role/app"] },
//                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "arn:aws:iam::*:role/app" matches "arn:aws:iam::111122223333:role/app" already.
  "NotIpAddress": { "aws:SourceIp": ["2001:db8::7", "203.0.113.9", "203.0.113.0/28", "2001:db8::/32", "203.0.113.0/28"] }
//                                   ^^^^^^^^^^^^^ "2001:db8::7" lies in "2001:db8::/32", which is listed, too.
//                                                  ^^^^^^^^^^^^^ "203.0.113.9" lies in "203.0.113.0/28", which is listed, too.
//                                                                                                    ^^^^^^^^^^^^^^^^ "203.0.113.0/28" is listed already.
} } }`,
    ));

  test('is silent about what only looks alike', () => {
    silent('"StringEquals": { "aws:username": ["a*", "ab"] }');
    silent('"StringLike": { "aws:username": ["a*", "*b"] }');
    silent(
      '"ArnLike": { "aws:PrincipalArn": ["arn:aws:iam:*:role/app", "arn:aws:iam::111122223333:role/app"] }',
    );
    silent('"IpAddress": { "aws:SourceIp": ["10.0.0.0/9", "10.128.0.0/9", "::/8"] }');
    silent('"StringLike": { "aws:username": "a", "aws:userid": "a" }');
  });

  test('leaves bounds, Booleans and values that match everything to other rules', () => {
    silent('"NumericLessThan": { "s3:max-keys": ["1", "1"] }');
    silent('"Bool": { "aws:SecureTransport": ["true", "true"] }');
    silent('"StringLike": { "aws:username": ["*", "a"] }');
    silent('"IpAddress": { "aws:SourceIp": ["0.0.0.0/0", "203.0.113.9"] }');
  });

  test('is silent where a variable decides, and about placeholders', () => {
    silent('"StringNotLike": { "aws:userid": ["a-*", "a-${aws:username}"] }');
    silent('"StringLike": { "aws:userid": ["${aws:username}", "a"] }');
    silent(
      '"ArnLike": { "aws:PrincipalArn": ["arn:aws:iam::*:role/a", "arn:aws:iam::${aws:PrincipalAccount}:role/a"] }',
    );
    silent('"StringEquals": { "aws:username": ["${user}", "${user}"] }');
    checkRule(
      redundantConditionValue,
      `{ "Statement": { "Condition": { "StringLike": { "s3:prefix": ["home/*", "home/\${aws:username}"] } } } }
//                                                                      ^^^^^^^^^^^^^^^^^^^^^^ "home/*" matches "home/\${aws:username}" already.
`,
    );
  });

  test('removes it, which changes no access', () => {
    const text = where('"StringEquals": { "aws:username": ["a", "b", "a$0"] }');
    checkFix(
      redundantConditionValue,
      text,
      'Remove "a"',
      where('"StringEquals": { "aws:username": ["a", "b"] }'),
    );
    const [finding] = findings(redundantConditionValue, text.replace('$0', ''));
    assert.ok(finding?.fixes().every(({ keepsAccess }) => keepsAccess));
  });

  test('looks at a long list of addresses in little time', () => {
    const list = Array.from({ length: 5000 }, (_, i) => `"10.${i >> 8}.${i & 255}.1"`);
    const start = performance.now();
    assert.deepEqual(
      findings(redundantConditionValue, where(`"IpAddress": { "aws:SourceIp": [${list.join()}] }`)),
      [],
    );
    assert.ok(performance.now() - start < 2000);
  });
});

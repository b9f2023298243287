import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { contradictoryConditions } from '../../../server/src/rules/condition/contradictory-conditions.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';
import { outcomes, type RequestKeys } from '../../support/conditions-hold.ts';

const policy = (condition: string, effect = 'Deny'): string =>
  `{ "Statement": [{ "Effect": "${effect}", "Action": "s3:*", "Resource": "*", "Condition": ${condition} }] }`;

const isReported = (condition: string): boolean =>
  findings(contradictoryConditions, policy(condition)).length > 0;

describe('contradictory-conditions', () => {
  test('reports the second of two tests that no value passes', () =>
    checkRule(
      contradictoryConditions,
      `{ "Statement": [
  { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {
      "StringEquals": { "aws:PrincipalTag/team": "blue" },
      "StringNotLike": { "AWS:principaltag/Team": ["red", "b*"] }
//                       ^^^^^^^^^^^^^^^^^^^^^^^ No value of "AWS:principaltag/Team" passes this test and "StringEquals" as well. The statement never applies.
  } },
  { "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": {
      "Null": { "aws:SourceVpce": "true" },
      "StringEquals": { "aws:SourceVpce": "vpce-1" }
//                      ^^^^^^^^^^^^^^^^ One test wants "aws:SourceVpce" absent, another one needs it. The statement never applies.
  } },
  { "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": {
      "IpAddress": { "aws:SourceIp": "203.0.113.0/24" },
      "StringEquals": { "aws:SourceVpc": "vpc-1" }
//                      ^^^^^^^^^^^^^^^ No request has both "aws:SourceIp" and "aws:SourceVpc". The statement never applies.
  } }
] }`,
    ));

  test('reports what is certain, of each kind of value', () => {
    for (const condition of [
      '{ "StringEquals": { "aws:PrincipalTag/a": "x" }, "StringLike": { "aws:PrincipalTag/a": ["y*", "?"] } }'.replace(
        '"?"',
        '"z"',
      ),
      '{ "StringEquals": { "aws:PrincipalTag/a": "x" }, "StringEqualsIfExists": { "aws:PrincipalTag/a": "y" } }',
      '{ "StringEqualsIgnoreCase": { "aws:PrincipalTag/a": "X" }, "StringEquals": { "aws:PrincipalTag/a": "y" } }',
      '{ "ArnLike": { "aws:SourceArn": "arn:aws:s3:::a*" }, "StringEquals": { "aws:SourceArn": "arn:aws:s3:::b" } }',
      '{ "ArnLike": { "aws:SourceArn": "arn:aws:s3:::a" }, "ArnNotEquals": { "aws:SourceArn": ["arn:aws:s3:::a", "arn:aws:s3:::b"] } }',
      '{ "Bool": { "aws:SecureTransport": "true" }, "BoolIfExists": { "aws:SecureTransport": "False" } }',
      '{ "NumericGreaterThan": { "s3:max-keys": "5" }, "NumericLessThan": { "s3:max-keys": 3 } }',
      '{ "NumericGreaterThan": { "s3:max-keys": "5" }, "NumericLessThanEquals": { "s3:max-keys": "5" } }',
      '{ "NumericEquals": { "s3:max-keys": ["2.0", "3"] }, "NumericNotEquals": { "s3:max-keys": ["2", "3", "4"] } }',
      '{ "DateGreaterThan": { "aws:TokenIssueTime": "2027-01-01T00:00:00Z" }, "DateLessThan": { "aws:TokenIssueTime": "2026-01-01T00:00:00Z" } }',
      '{ "IpAddress": { "aws:SourceIp": "203.0.113.0/25" }, "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" } }',
      '{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }, "IpAddressIfExists": { "aws:SourceIp": "2001:db8::/32" } }',
      '{ "ForAnyValue:StringEquals": { "aws:TagKeys": "a" }, "ForAllValues:StringNotEquals": { "aws:TagKeys": ["a", "b"] } }',
      '{ "Null": { "aws:TagKeys": "true" }, "ForAnyValue:StringEquals": { "aws:TagKeys": "a" } }',
      '{ "Null": { "s3:prefix": "true" }, "null": { "s3:prefix": "false" } }',
      '{ "StringEqualsIfExists": { "aws:RequestedRegion": "eu-west-1" }, "StringNotEquals": { "aws:RequestedRegion": "eu-west-1" } }',
      '{ "StringEquals": { "aws:PrincipalTag/a": "${aws:username}" }, "StringNotEquals": { "aws:PrincipalTag/a": "${aws:username}" } }',
    ]) {
      assert.ok(isReported(condition), condition);
    }
  });

  test('is silent where some request passes', () => {
    for (const condition of [
      // Both hold without the key.
      '{ "StringEqualsIfExists": { "aws:PrincipalTag/a": "x" }, "StringNotEquals": { "aws:PrincipalTag/a": "x" } }',
      '{ "Null": { "aws:SourceVpce": "true" }, "StringNotEquals": { "aws:SourceVpce": "vpce-1" } }',
      '{ "Null": { "aws:TagKeys": "true" }, "ForAllValues:StringEquals": { "aws:TagKeys": "a" } }',
      '{ "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" }, "StringNotEquals": { "aws:SourceVpce": "vpce-1" } }',
      '{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }, "StringNotEquals": { "aws:SourceVpce": "vpce-1" } }',
      // Some value passes both.
      '{ "StringEquals": { "aws:PrincipalTag/a": ["x", "y"] }, "StringNotEquals": { "aws:PrincipalTag/a": "x" } }',
      '{ "StringLike": { "aws:PrincipalTag/a": "a*" }, "StringNotEquals": { "aws:PrincipalTag/a": "a*" } }',
      '{ "StringLike": { "aws:PrincipalTag/a": "a*" }, "StringLikeIfExists": { "aws:PrincipalTag/a": "*b" } }',
      '{ "StringEqualsIgnoreCase": { "aws:PrincipalTag/a": "X" }, "StringNotEquals": { "aws:PrincipalTag/a": "X" } }',
      '{ "NumericGreaterThan": { "s3:max-keys": "3" }, "NumericLessThan": { "s3:max-keys": "5" } }',
      '{ "NumericGreaterThanEquals": { "s3:max-keys": "5" }, "NumericLessThanEquals": { "s3:max-keys": "5" } }',
      '{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }, "NotIpAddress": { "aws:SourceIp": "203.0.113.0/25" } }',
      // Several values of one request.
      '{ "ForAnyValue:StringEquals": { "aws:TagKeys": "a" }, "ForAnyValue:StringEqualsIfExists": { "aws:TagKeys": "b" } }',
      '{ "ForAnyValue:StringEquals": { "aws:TagKeys": "a" }, "ForAnyValue:StringNotEquals": { "aws:TagKeys": "a" } }',
      // Nobody knows.
      '{ "StringEquals": { "aws:PrincipalTag/a": "${a}" }, "StringNotEquals": { "aws:PrincipalTag/a": "${a}" } }',
      '{ "StringEquals": { "aws:PrincipalTag/a": "x" }, "StringLike": { "aws:PrincipalTag/a": "${aws:username}" } }',
      '{ "StringEquals": { "brew:tea": "x" }, "StringLike": { "brew:tea": "y" } }',
      '{ "StringEquals": { "aws:PrincipalTag/a": { "Ref": "X" } }, "StringLike": { "aws:PrincipalTag/a": "y" } }',
      '{ "NumericLessThan": { "s3:max-keys": "five" }, "NumericGreaterThan": { "s3:max-keys": "9" } }',
    ]) {
      assert.ok(!isReported(condition), condition);
    }
  });

  test('leaves windows of the current time to the rule about those', () =>
    assert.ok(
      !isReported(
        '{ "DateGreaterThan": { "aws:CurrentTime": "2027-01-01T00:00:00Z" }, "DateLessThan": { "aws:CurrentTime": "2026-01-01T00:00:00Z" } }',
      ),
    ));

  test('is right whenever it speaks: no request passes both tests', () => {
    const kinds = [
      {
        key: 'aws:PrincipalTag/a',
        operators: [
          'StringEquals',
          'StringNotEquals',
          'StringLike',
          'StringNotLike',
          'StringEqualsIgnoreCase',
          'StringNotEqualsIgnoreCase',
        ],
        values: ['a', 'b', 'A', 'ab', 'a*', '*b', '?', '*', ''],
        requests: ['', 'a', 'b', 'A', 'ab', 'AB', 'a*', 'abb', '?', 'x', '*'],
      },
      {
        key: 's3:max-keys',
        operators: [
          'Equals',
          'NotEquals',
          'LessThan',
          'LessThanEquals',
          'GreaterThan',
          'GreaterThanEquals',
        ].map((name) => `Numeric${name}`),
        values: ['1', '2', '2.0', '3'],
        requests: ['0', '1', '1.5', '2', '2.5', '3', '4'],
      },
      {
        key: 'aws:SourceIp',
        operators: ['IpAddress', 'NotIpAddress'],
        values: ['203.0.113.0/24', '203.0.113.0/25', '203.0.113.128/25', '203.0.113.7', '198.51.100.0/24'],
        requests: ['203.0.113.7', '203.0.113.9', '203.0.113.200', '198.51.100.1', '192.0.2.1'],
      },
    ] as const;
    const prefixes = ['', 'ForAllValues:', 'ForAnyValue:'];
    const test = (kind: (typeof kinds)[number]) =>
      fc.record({
        operator: fc
          .tuple(
            fc.constantFrom(...prefixes),
            fc.constantFrom(...kind.operators),
            fc.constantFrom('', 'IfExists'),
          )
          .map((parts) => parts.join('')),
        values: fc.array(fc.constantFrom(...kind.values), { minLength: 1, maxLength: 3 }),
      });
    const pair = fc
      .constantFrom(...kinds)
      .chain((kind) => fc.tuple(fc.constant(kind), test(kind), test(kind)));
    let spoken = 0;
    fc.assert(
      fc.property(pair, ([{ key, requests }, first, second]) => {
        if (first.operator === second.operator) return;
        const condition = JSON.stringify({
          [first.operator]: { [key]: first.values },
          [second.operator]: { [key]: second.values },
        });
        if (!isReported(condition)) return;
        spoken++;
        const all: readonly RequestKeys[] = [
          {},
          ...requests.map((value) => ({ [key.toLowerCase()]: value })),
        ];
        assert.ok(!outcomes(condition, all).includes(true), condition);
      }),
      { numRuns: 4000, seed: 7 },
    );
    assert.ok(spoken > 200, `it spoke ${spoken} times`);
  });

  test('is right about several values of one key, too', () => {
    const sets = [[], ['a'], ['b'], ['a', 'b'], ['b', 'c'], ['a', 'b', 'c']];
    const operators = [
      'ForAllValues:StringEquals',
      'ForAllValues:StringNotEquals',
      'ForAnyValue:StringEquals',
      'ForAnyValue:StringNotEquals',
    ];
    let spoken = 0;
    for (const first of operators) {
      for (const second of operators.filter((operator) => operator !== first)) {
        for (const [x, y] of sets.flatMap((one) => sets.map((other) => [one, other] as const))) {
          if (x.length === 0 || y.length === 0) continue;
          const condition = JSON.stringify({ [first]: { 'aws:TagKeys': x }, [second]: { 'aws:TagKeys': y } });
          if (!isReported(condition)) continue;
          spoken++;
          const requests = [{}, ...sets.map((values) => ({ 'aws:tagkeys': values }))];
          assert.ok(!outcomes(condition, requests).includes(true), condition);
        }
      }
    }
    assert.ok(spoken > 10, `it spoke ${spoken} times`);
  });

  test('deletes the statement, or either test', () => {
    const dead = policy('{ "Null": { "s3:prefix": "true" }, "StringLike": { "s3:prefix": "a*" } }');
    assert.deepEqual(fixTitles(contradictoryConditions, dead), [
      'Delete the test with "StringLike"',
      'Delete the test with "Null"',
    ]);
    checkFix(
      contradictoryConditions,
      dead,
      'Delete the test with "Null"',
      policy('{ "StringLike": { "s3:prefix": "a*" } }'),
    );
    const allow = '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }';
    checkFix(
      contradictoryConditions,
      dead.replace('[{', `[${allow}, {`),
      'Delete the statement',
      `{ "Statement": [${allow}] }`,
    );
  });

  test('splits an Allow by address and endpoint', () =>
    checkFix(
      contradictoryConditions,
      policy(
        '{ "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }, "StringEquals": { "aws:SourceVpce": "vpce-1" } }',
        'Allow',
      ),
      'Split into two statements, of which either suffices',
      '{ "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } } }, { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceVpce": "vpce-1" } } }] }',
    ));
});

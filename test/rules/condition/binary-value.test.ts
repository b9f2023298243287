import { describe, test } from 'node:test';
import { binaryValue } from '../../../server/src/rules/condition/binary-value.ts';
import { operatorKeyTypeMismatch } from '../../../server/src/rules/condition/operator-key-type-mismatch.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const condition = (tests: string): string => `{ "Statement": { "Condition": ${tests} } }`;

describe('binary-value', () => {
  test('reports what is no Base64', () =>
    checkRule(
      binaryValue,
      `{ "Statement": [{
  "Condition": { "BinaryEquals": { "a:key": ["QUJD", "not binary", "QUJDR"] } }
//                                                   ^^^^^^^^^^^^ "not binary" is no Base64, as which "BinaryEquals" reads its values.
//                                                                 ^^^^^^^ "QUJDR" is no Base64, as which "BinaryEquals" reads its values.
}] }`,
    ));

  test('is silent on Base64 and on other operators', () =>
    checkRule(
      binaryValue,
      condition(
        '{ "BinaryEquals": { "a:key": ["QUI=", "QQ==", ""] }, "StringEquals": { "b:key": "not binary" } }',
      ),
    ));

  test('leaves keys that hold no bytes to the rule about their operator', () => {
    checkRule(
      [binaryValue, operatorKeyTypeMismatch],
      `{ "Statement": { "Condition": { "BinaryEquals": { "aws:username": "not binary" } } } }
//                              ^^^^^^^^^^^^^^ "aws:username" holds text, but "BinaryEquals" compares bytes.
`,
    );
  });

  test('changes the alphabet for URLs', () =>
    checkFix(
      binaryValue,
      condition('{ "BinaryEquals": { "a:key": "-_-_" } }'),
      'Change to "+/+/"',
      condition('{ "BinaryEquals": { "a:key": "+/+/" } }'),
    ));
});

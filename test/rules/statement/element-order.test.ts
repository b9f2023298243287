import { describe, test } from 'node:test';
import { elementOrder } from '../../../server/src/rules/statement/element-order.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('element-order', () => {
  test('reports the first element that stands too late', () =>
    checkRule(
      elementOrder,
      `{ "Statement": [
  { "Effect": "Allow", "Sid": "A", "Resource": "*", "Action": "s3:GetObject" },
//                     ^^^^^ Sid usually stands before Effect.
  { "Sid": "B", "Effect": "Allow", "Condition": {}, "NotResource": "*", "NotAction": "s3:GetObject" }
//                                                  ^^^^^^^^^^^^^ NotResource usually stands before Condition.
] }`,
    ));

  test('is silent about the usual order and the order of names', () => {
    for (const members of [
      '"Sid": "A", "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {}',
      '"Action": "s3:*", "Condition": {}, "Effect": "Allow", "Resource": "*", "Sid": "A"',
      '"Effect": "Allow", "NotAction": "s3:*", "NotResource": "*"',
    ]) {
      checkRule(elementOrder, `{ "Statement": { ${members} } }`);
    }
  });

  test('leaves statements with unknown elements or errors alone', () => {
    checkRule(elementOrder, '{ "Statement": { "Effect": "Allow", "Note": "x", "Sid": "A" } }');
    checkRule(elementOrder, '{ "Statement": { "Effect": "Allow", "Sid": } }');
  });

  test('puts them in order where they stand, comments with them', () => {
    checkFix(
      elementOrder,
      `{ "Statement": {
  "Resource": "*",
  "Act$0ion": ["s3:GetObject",
             "s3:PutObject"],
  "Effect": "Allow"
} }`,
      'Put the elements in the usual order',
      `{ "Statement": {
  "Effect": "Allow",
  "Action": ["s3:GetObject",
             "s3:PutObject"],
  "Resource": "*"
} }`,
    );
    checkFix(
      elementOrder,
      `{ "Statement": {
  "Resource": "*", // all of it
  "Effe$0ct": "Allow"
} }`,
      'Put the elements in the usual order',
      `{ "Statement": {
  "Effect": "Allow",
  "Resource": "*" // all of it
} }`,
    );
  });
});

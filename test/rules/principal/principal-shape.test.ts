import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { principalShape } from '../../../server/src/rules/principal/principal-shape.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('principal-shape', () => {
  test('reports a string without its type', () =>
    checkRule(
      principalShape,
      `{ "Statement": { "Principal":
      "arn:aws:iam::111122223333:root"
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "arn:aws:iam::111122223333:root" cannot stand alone; put it under "AWS".
} }`,
      TRUST,
    ));

  test('reports a list, a number and what is no string under a type', () =>
    checkRule(
      principalShape,
      `{ "Statement": [{
      "Principal": ["*"]
//    ^^^^^^^^^^^ "Principal" must be "*" or an object with types, not an array.
}, {
      "NotPrincipal": 111122223333
//    ^^^^^^^^^^^^^^ "NotPrincipal" must be "*" or an object with types, not a number.
}, {  "Principal": {
      "AWS": 111122223333,
//           ^^^^^^^^^^^^ "AWS" must hold a string or a list of strings, not a number.
      "Service": ["ec2.amazonaws.com", ["lambda.amazonaws.com"], null],
//                                     ^ A list under "Service" holds strings, not an array.
//                                                               ^^^^ A list under "Service" holds strings, not null.
      "Federated": { "AWS": "*" }
//    ^^^^^^^^^^^ "Federated" must hold a string or a list of strings, not an object.
} }] }`,
      TRUST,
    ));

  test('leaves what is right, filled in later, half typed, or null to others', () => {
    for (const principal of [
      '"*"',
      '{ "AWS": "*" }',
      '{ "AWS": ["111122223333"], "Service": "ec2.amazonaws.com" }',
      '"${var.principal}"',
      '{ "Ref": "Principal" }',
      '{ "AWS": { "Fn::GetAtt": ["Role", "Arn"] } }',
      '{}',
      'null',
    ]) {
      checkRule(principalShape, policyWith(principal), TRUST);
    }
    checkRule(principalShape, '{ "Statement": { "Principal": "arn:aws', TRUST);
  });

  test('leaves policies that cannot have one to unexpected-principal', () =>
    checkRule(principalShape, policyWith('"arn:aws:iam::111122223333:root"'), { policyType: 'identity' }));

  test('finds the type by the look', () => {
    const types = {
      'ec2.amazonaws.com': 'Service',
      'accounts.google.com': 'Federated',
      'arn:aws:iam::111122223333:saml-provider/corp': 'Federated',
      'token.actions.githubusercontent.com': 'Federated',
      '111122223333': 'AWS',
      ['79a59df900b949e55d96a1e698fbaced'.repeat(2)]: 'CanonicalUser',
    };
    for (const [text, type] of Object.entries(types)) {
      assert.deepEqual(fixTitles(principalShape, policyWith(`"${text}"`), TRUST), [`Put it under "${type}"`]);
    }
  });

  test('sorts a list by type', () =>
    checkFix(
      principalShape,
      policyWith('["arn:aws:iam::111122223333:root", "ec2.amazonaws.com", "444455556666"]'),
      'Put them under "AWS" and "Service"',
      policyWith(
        '{ "AWS": ["arn:aws:iam::111122223333:root", "444455556666"], "Service": "ec2.amazonaws.com" }',
      ),
      TRUST,
    ));

  test('joins a list of objects, and takes the brackets of "*" away', () => {
    checkFix(
      principalShape,
      policyWith('[{ "AWS": "111122223333" }, { "Service": "ec2.amazonaws.com", "AWS": ["444455556666"] }]'),
      'Make it one object',
      policyWith('{ "AWS": ["111122223333", "444455556666"], "Service": "ec2.amazonaws.com" }'),
      TRUST,
    );
    checkFix(principalShape, policyWith('["*"]'), 'Change to "*"', policyWith('"*"'), TRUST);
  });

  test('gives an account id its quotes and its zeros back', () => {
    checkFix(
      principalShape,
      policyWith('{ "AWS": ["444455556666", 11122223333] }'),
      'Change to "011122223333"',
      policyWith('{ "AWS": ["444455556666", "011122223333"] }'),
      TRUST,
    );
    checkFix(
      principalShape,
      policyWith('111122223333'),
      'Change to "111122223333"',
      policyWith('{ "AWS": "111122223333" }'),
      TRUST,
    );
  });

  test('takes inner brackets and braces away', () => {
    checkFix(
      principalShape,
      policyWith('{ "AWS": [["444455556666", "111122223333"]] }'),
      'Take the inner brackets away',
      policyWith('{ "AWS": ["444455556666", "111122223333"] }'),
      TRUST,
    );
    checkFix(
      principalShape,
      policyWith('{ "AWS": { "AWS": "444455556666" } }'),
      'Take the inner braces away',
      policyWith('{ "AWS": "444455556666" }'),
      TRUST,
    );
  });
});

const TRUST = { policyType: 'trust' } as const;

const policyWith = (principal: string): string => `{ "Statement": { "Principal": ${principal} } }`;

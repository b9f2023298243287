import { describe, test } from 'node:test';
import { notprincipalAllow } from '../../../server/src/rules/principal/notprincipal-allow.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('notprincipal-allow', () => {
  test('reports the element', () =>
    checkRule(
      notprincipalAllow,
      `{ "Statement": { "Effect": "Allow",
      "NotPrincipal": { "AWS": "arn:aws:iam::111122223333:user/Bob" }
//    ^^^^^^^^^^^^^^ An Allow with NotPrincipal lets in everyone who is not listed, with an account or without.
} }`,
      RESOURCE,
    ));

  test('leaves Deny, Principal, both together and other types of policies to others', () => {
    for (const members of [
      '"Effect": "Deny", "NotPrincipal": "*"',
      '"Effect": "Allow", "Principal": "*"',
      '"Effect": "Allow", "Principal": "*", "NotPrincipal": { "AWS": "111122223333" }',
    ]) {
      checkRule(notprincipalAllow, `{ "Statement": { ${members} } }`, RESOURCE);
    }
    checkRule(notprincipalAllow, '{ "Statement": { "Effect": "Allow", "NotPrincipal": {} } }', {
      policyType: 'trust',
    });
  });

  test('says the same with a condition', () =>
    checkFix(
      notprincipalAllow,
      '{ "Statement": { "Effect": "Allow", "NotPrincipal": { "AWS": ["arn:aws:iam::111122223333:user/Bob", "arn:aws:iam::111122223333:user/Eve"] } } }',
      'Except them in the condition instead',
      '{ "Statement": { "Effect": "Allow", "Principal": "*", "Condition": { "ArnNotEquals": { "aws:PrincipalArn": ["arn:aws:iam::111122223333:user/Bob", "arn:aws:iam::111122223333:user/Eve"] } } } }',
      RESOURCE,
    ));
});

const RESOURCE = { policyType: 'resource' } as const;

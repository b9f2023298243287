import { describe, test } from 'node:test';
import { principalConfiguredList } from '../../../server/src/rules/principal/principal-configured-list.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const TRUST = { policyType: 'trust', trustedAccounts: ['111122223333'] } as const;

const trust = (principal: string, effect = 'Allow'): string =>
  `{ "Statement": [{ "Effect": "${effect}", "Action": "sts:AssumeRole", "Principal": ${principal} }] }`;

const STRANGER = '{ "AWS": "arn:aws:iam::444455556666:role/app" }';

describe('principal-configured-list', () => {
  test('reports the account of every principal that is not listed', () =>
    checkRule(
      principalConfiguredList,
      trust(`{ "AWS": [
      "111122223333", "arn:aws:iam::111122223333:root",
      "444455556666",
//    ^^^^^^^^^^^^^^ "444455556666" is none of the trusted accounts.
      "arn:aws:sts::777788889999:assumed-role/app/nightly"
//                  ^^^^^^^^^^^^ "777788889999" is none of the trusted accounts.
], "Federated":
      "arn:aws:iam::444455556666:oidc-provider/login.example.com"
//                  ^^^^^^^^^^^^ "444455556666" is none of the trusted accounts.
}`),
      TRUST,
    ));

  test('is silent about principals without an account, exceptions and Denies', () => {
    checkRule(principalConfiguredList, trust('{ "Service": "ec2.amazonaws.com", "AWS": "AROA1234" }'), TRUST);
    checkRule(principalConfiguredList, trust('"*"'), TRUST);
    checkRule(principalConfiguredList, trust('{ "AWS": "arn:aws:iam::${Account}:root" }'), TRUST);
    checkRule(principalConfiguredList, trust(STRANGER).replace('Principal', 'NotPrincipal'), TRUST);
    checkRule(principalConfiguredList, trust(STRANGER, 'Deny'), TRUST);
  });

  test('is silent where no accounts are listed, and knows an empty list from none', () => {
    checkRule(principalConfiguredList, trust(STRANGER), { policyType: 'trust' });
    checkRule(
      principalConfiguredList,
      trust(`{ "AWS":
      "111122223333"
//    ^^^^^^^^^^^^^^ "111122223333" is none of the trusted accounts.
}`),
      { policyType: 'trust', trustedAccounts: [] },
    );
  });

  test('deletes the principal where another one is left', () =>
    checkFix(
      principalConfiguredList,
      trust('{ "AWS": ["111122223333", "444455556666"] }'),
      'Delete "444455556666"',
      trust('{ "AWS": ["111122223333"] }'),
      TRUST,
    ));
});

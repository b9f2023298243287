import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openCatalogue } from '../../../server/src/catalogue/open-catalogue.ts';
import { unknownProviderClaim } from '../../../server/src/rules/condition/unknown-provider-claim.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const REAL = { catalogue: openCatalogue(readFileSync('server/data/catalogue.dat')) };

const policy = (key: string, principal = ''): string =>
  `{ "Statement": { "Effect": "Deny", ${principal}"Action": "*", "Resource": "*", "Condition": { "StringEquals": { "${key}": "x" } } } }`;

describe('unknown-provider-claim', () => {
  test('reports a misspelt claim, of a provider that is known or not', () =>
    checkRule(
      unknownProviderClaim,
      `{ "Statement": { "Condition": { "StringEquals": {
      "gitlab.com:subb": "x",
//    ^^^^^^^^^^^^^^^^^ AWS knows no condition key "gitlab.com:subb".
      "git.example.org:adu": "x",
//    ^^^^^^^^^^^^^^^^^^^^^ AWS knows no condition key "git.example.org:adu".
      "token.actions.githubusercontent.com:repositry": "x"
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AWS knows no condition key "token.actions.githubusercontent.com:repositry".
} } } }`,
      REAL,
    ));

  test('changes the claim, or the provider where the statement names none', () => {
    checkFix(
      unknownProviderClaim,
      policy('gitlab.com:sbu'),
      'Change to "gitlab.com:sub"',
      policy('gitlab.com:sub'),
      REAL,
    );
    checkFix(
      unknownProviderClaim,
      policy('token.action.githubusercontent.com:sub'),
      'Change to "token.actions.githubusercontent.com:sub"',
      policy('token.actions.githubusercontent.com:sub'),
      REAL,
    );
  });

  test('is silent about what exists, what resembles nothing, and what is compared with the principal', () => {
    for (const text of [
      policy('gitlab.com:sub'),
      policy('gitlab.com:mood'),
      policy('git.example.org:sub'),
      policy('git.example.org:azp'),
      policy('git.example.org:email'),
      policy('accounts.google.com:oaud'),
      policy(
        'gitlap.com:sub',
        '"Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/gitlap.com" }, ',
      ),
    ]) {
      checkRule(unknownProviderClaim, text, REAL);
    }
  });
});

import { describe, test } from 'node:test';
import { federatedPrincipalOutsideTrust } from '../../../server/src/rules/principal/federated-principal-outside-trust.ts';
import { checkRule } from '../../support/check.ts';

describe('federated-principal-outside-trust', () => {
  test('reports each provider', () =>
    checkRule(
      federatedPrincipalOutsideTrust,
      `{ "Statement": { "Action": "sqs:SendMessage", "Resource": "*", "Principal": { "AWS": "111122223333",
      "Federated": ["cognito-identity.amazonaws.com", "\${provider}"]
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Only a role can trust an identity provider; name that role here.
} } }`,
    ));

  test('leaves alone what may become a trust policy', () => {
    for (const members of [
      '"Action": "sts:AssumeRoleWithSAML", "Resource": "*"',
      '"Action": ["s3:GetObject", "sts:*"], "Resource": "*"',
      '"Action": "*", "Resource": "*"',
      '"Resource": "*"',
      '"Action": "s3:GetObject"',
    ]) {
      checkRule(
        federatedPrincipalOutsideTrust,
        `{ "Statement": { "Principal": { "Federated": "accounts.google.com" }, ${members} } }`,
        { policyType: 'resource' },
      );
    }
  });

  test('leaves trust policies alone', () =>
    checkRule(
      federatedPrincipalOutsideTrust,
      '{ "Statement": { "Principal": { "Federated": "accounts.google.com" }, "Action": "s3:*", "Resource": "*" } }',
      { policyType: 'trust' },
    ));
});

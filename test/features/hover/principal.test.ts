import { describe, test } from 'node:test';
import { checkHover } from '../../support/check-hover.ts';

const withPrincipal = (type: string, text: string, effect = 'Allow', action = 's3:GetObject'): string =>
  `{ "Statement": { "Effect": "${effect}", "Principal": { "${type}": ["${text}$0"] }, "Action": "${action}" } }`;

describe('hover on a principal', () => {
  test('says that an account only delegates', () => {
    for (const account of ['111122223333', 'arn:aws:iam::111122223333:root']) {
      checkHover(
        withPrincipal('AWS', account),
        `\`${account}\` is **an account**.
- The account, not only its root user.
- An Allow delegates: the identity-based policies of the account must allow, too.

[Reference](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html)`,
      );
    }
  });

  test('says what still limits a role, and what does not limit a session or user', () => {
    checkHover(withPrincipal('AWS', 'arn:aws:iam::111122223333:role/a/b'), [
      '**a role**',
      'the boundary of the role and session policies still limit',
    ]);
    checkHover(withPrincipal('AWS', 'arn:aws:sts::111122223333:assumed-role/r/s'), [
      '**a session of a role**',
      'no identity-based policy, boundary or session policy limits it',
    ]);
    checkHover(withPrincipal('AWS', 'arn:aws:iam::111122223333:user/u'), ['**a user**', 'limits it']);
  });

  test('says who everyone is', () => {
    checkHover(withPrincipal('AWS', '*'), ['**everyone**', 'unless a condition limits it']);
    checkHover('{ "Statement": { "Effect": "Allow", "Principal": "*$0", "Action": "s3:*" } }', [
      '**everyone**',
    ]);
  });

  test('knows services, identity providers and the rest', () => {
    checkHover(withPrincipal('Service', 'ec2.amazonaws.com'), ['**an AWS service**', '`aws:SourceArn`']);
    checkHover(withPrincipal('Federated', 'arn:aws:iam::111122223333:saml-provider/p'), [
      '`sts:AssumeRoleWithSAML`',
    ]);
    checkHover(withPrincipal('Federated', 'accounts.google.com'), ['`sts:AssumeRoleWithWebIdentity`']);
    checkHover(withPrincipal('CanonicalUser', '79a5'.repeat(16)), ['**a canonical user**']);
    checkHover(withPrincipal('AWS', 'AROAEXAMPLEEXAMPLE123'), ['has been deleted']);
    checkHover(withPrincipal('AWS', 'arn:aws:iam::111122223333:group/g'), ['a group cannot be a principal']);
    checkHover(withPrincipal('AWS', 'arn:aws:iam::111122223333:role/*'), ['AWS refuses it']);
    checkHover(withPrincipal('AWS', 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1'), [
      'origin access identity',
    ]);
  });

  test('speaks of assuming the role in a trust policy', () => {
    checkHover(withPrincipal('AWS', '111122223333', 'Allow', 'sts:AssumeRole'), [
      'Everyone in the account whose own policies allow `sts:AssumeRole` on this role.',
    ]);
    checkHover(withPrincipal('Service', 'ec2.amazonaws.com', 'Allow', 'sts:AssumeRole'), [
      'The service may assume the role',
    ]);
  });

  test('says nothing of what an Allow would give where the statement denies', () =>
    checkHover(
      withPrincipal('AWS', '111122223333', 'Deny'),
      `\`111122223333\` is **an account**.
- The account, not only its root user.

[Reference](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html)`,
    ));

  test('turns NotPrincipal around and says how it must be used', () =>
    checkHover('{ "Statement": { "Effect": "Deny", "NotPrincipal": { "AWS": "111122223333$0" } } }', [
      'is **an account**. All others match.',
      'It always denies principals that have a permissions boundary.',
    ]));

  test('explains the types, and is silent at unknown ones and at placeholders', () => {
    checkHover('{ "Statement": { "Principal": { "Service$0": "x" } } }', ['**Service**: AWS services']);
    checkHover('{ "Statement": { "Principal": { "Foo$0": "x" } } }', undefined);
    checkHover(withPrincipal('AWS', '${account}'), undefined);
    checkHover(withPrincipal('Service', 'nonsense'), undefined);
  });
});

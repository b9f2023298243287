import { describe, test } from 'node:test';
import { CONDITION_OPERATORS } from '../../../server/src/iam/condition-operator.ts';
import { checkHover } from '../../support/check-hover.ts';

const withOperator = (operator: string): string =>
  `{ "Statement": { "Effect": "Allow", "Condition": { "${operator}$0": { "aws:username": "x" } } } }`;

describe('hover on a condition operator', () => {
  test('says what it compares, how, and what an absent key does', () =>
    checkHover(
      withOperator('StringLike'),
      `\`StringLike\`: The whole text matches a pattern: \`*\` any characters, \`?\` one; case counts.
- Compares text; case counts; \`*\` and \`?\` are wildcards; policy variables are filled in
- Several values in the policy: one of them must match
- Key absent from the request: does not hold

[Reference](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html)`,
    ));

  test('knows every operator', () => {
    for (const { name, summary } of CONDITION_OPERATORS) {
      checkHover(withOperator(name), [`\`${name}\`: ${summary}`]);
    }
  });

  test('tells case and wildcards from each other', () => {
    checkHover(withOperator('StringEqualsIgnoreCase'), ['case does not count; no wildcards']);
    checkHover(withOperator('ArnEquals'), [
      'each of the six parts by itself; case counts; `*` and `?` are wildcards',
    ]);
    checkHover(withOperator('NumericLessThan'), ['- Compares numbers, whole or decimal\n']);
  });

  test('says what an absent key does, by negation, IfExists and set operator', () => {
    const absent = 'Key absent from the request:';
    checkHover(withOperator('StringNotEquals'), [`${absent} holds, as for all negated operators`]);
    checkHover(withOperator('StringEqualsIfExists'), [`${absent} holds, because of \`IfExists\``]);
    checkHover(withOperator('StringNotEqualsIfExists'), [
      `${absent} holds, but so it does without \`IfExists\``,
    ]);
    checkHover(withOperator('ForAllValues:StringEquals'), [
      `${absent} **holds**, and also if the key is empty`,
    ]);
    checkHover(withOperator('ForAnyValue:StringNotEquals'), [
      `${absent} does not hold, nor if the key is empty`,
    ]);
    checkHover(withOperator('ForAnyValue:StringEqualsIfExists'), [
      `${absent} holds, because of \`IfExists\``,
    ]);
  });

  test('explains the set operator and how values combine', () => {
    checkHover(withOperator('ForAllValues:StringLike'), [
      '`ForAllValues`: every value of the key in the request must pass',
      'one of them must match',
      'an Allow needs `"Null": { "key": "false" }` beside it',
    ]);
    checkHover(withOperator('ForAnyValue:StringNotLike'), [
      '`ForAnyValue`: at least one value of the key in the request must pass',
      'none of them may match',
    ]);
    checkHover(withOperator('ForAllValues:Null'), ['makes it hold always']);
    checkHover(withOperator('ForAnyValue:Null'), ['makes it hold never']);
  });

  test('says that there is no such operator', () => {
    checkHover(withOperator('StringLikes'), ['`StringLikes` is no condition operator of AWS.']);
    checkHover(withOperator('NullIfExists'), ['`NullIfExists` is no condition operator of AWS.']);
  });
});

const withKey = (key: string, actions: string, operator = 'StringEquals', effect = 'Allow'): string =>
  `{ "Statement": { "Effect": "${effect}", "Action": [${actions}], "Condition": { "${operator}": { "${key}$0": "x" } } } }`;

describe('hover on a condition key', () => {
  test('says what a global key holds and when it is there', () =>
    checkHover(
      withKey('aws:PrincipalOrgID', '"s3:*"'),
      `\`aws:PrincipalOrgID\` · **String**, single-valued

ID of the caller's organization. Use it instead of listing every account in a resource policy.
- In the request context when the caller belongs to an organization.

[Reference](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html)`,
    ));

  test('says which actions of the statement send the key of a service', () =>
    checkHover(
      withKey('s3:prefix', '"s3:ListBucket", "s3:GetB*", "s3:PutObject"'),
      `\`s3:prefix\` · **String**, single-valued · Amazon S3

Filters access by prefix
- Sent by \`s3:ListBucket\`
- Not by \`s3:GetBucketLocation\`, \`s3:PutObject\`

[Service reference](https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html) · data of 2026-01-31`,
    ));

  test('counts keys of the resource types among those of an action', () =>
    checkHover(withKey('s3:DataAccessPointArn', '"s3:ListBucket"'), ['- Sent by `s3:ListBucket`']));

  test('says that no action of the statement sends it', () => {
    checkHover(withKey('s3:prefix', '"s3:PutObject"'), ['- Sent by **none** of `s3:PutObject`']);
    checkHover(withKey('aws:TagKeys', '"s3:GetObject"'), ['- Sent by **none** of `s3:GetObject`']);
  });

  test('finds tag keys and other names with a placeholder, whatever the case', () => {
    checkHover(withKey('AWS:requesttag/team', '"ec2:RunInstances", "ec2:StartInstances"'), [
      '`AWS:requesttag/team` (`aws:RequestTag/${TagKey}`) · **String**',
      '- Sent by `ec2:RunInstances`\n- Not by `ec2:StartInstances`',
    ]);
    checkHover(withKey('kms:EncryptionContext:App', '"kms:Decrypt"'), ['Sent by `kms:Decrypt`']);
  });

  test('says how to test several values', () =>
    checkHover(withKey('aws:CalledVia', '"s3:*"'), [
      '**String**, multivalued: test it with `ForAnyValue:` or `ForAllValues:`',
    ]));

  test('says nothing of senders where the actions cannot be listed', () =>
    checkHover(
      '{ "Statement": { "Effect": "Allow", "NotAction": "s3:*", "Condition": { "Bool": { "s3:prefix$0": "x" } } } }',
      `\`s3:prefix\` · **String**, single-valued · Amazon S3

Filters access by prefix

[Service reference](https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html) · data of 2026-01-31`,
    ));

  test('warns where access keys slip through a test for MFA', () => {
    const mfa = (operator: string, effect: string): string =>
      withKey('aws:MultiFactorAuthPresent', '"s3:*"', operator, effect);
    checkHover(mfa('Bool', 'Deny'), ['this Deny does not stop them: use `BoolIfExists`']);
    checkHover(mfa('BoolIfExists', 'Allow'), ['this Allow lets them through without MFA: use `Bool`']);
    checkHover(mfa('Bool', 'Allow'), ['long-term access keys lack it.\n\n[Reference]']);
    checkHover(withKey('aws:MultiFactorAuthAge', '"s3:*"', 'NumericGreaterThan', 'Deny'), [
      '`…IfExists` form',
    ]);
  });

  test('takes the claims of identity providers apart', () => {
    checkHover(withKey('token.actions.githubusercontent.com:sub', '"sts:AssumeRoleWithWebIdentity"'), [
      'AWS Security Token Service',
      'Sent by `sts:AssumeRoleWithWebIdentity`',
    ]);
    checkHover(
      withKey('oidc.eks.eu-west-1.amazonaws.com/id/1A:sub', '"sts:AssumeRoleWithWebIdentity"'),
      '`oidc.eks.eu-west-1.amazonaws.com/id/1A:sub` is the claim `sub` of the identity provider `oidc.eks.eu-west-1.amazonaws.com/id/1A`.\n- In the request context of `sts:AssumeRoleWithWebIdentity`.',
    );
  });

  test('says that a key is not known, and nothing of a placeholder', () => {
    checkHover(withKey('s3:prefx', '"s3:*"'), 'The data of 2026-01-31 knows no condition key `s3:prefx`.');
    checkHover(withKey('${issuer}:sub', '"s3:*"'), undefined);
  });
});

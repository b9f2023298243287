import { describe, test } from 'node:test';
import { principalAwsValue } from '../../../server/src/rules/principal/principal-aws-value.ts';
import { principalUniqueId } from '../../../server/src/rules/principal/principal-unique-id.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('principal-unique-id', () => {
  test('reports ids of roles, users, groups and instance profiles, once', () =>
    checkRule(
      [principalUniqueId, principalAwsValue],
      `{ "Statement": { "Principal": { "AWS": [
      "AROADBQP57FF2AEXAMPLE",
//    ^^^^^^^^^^^^^^^^^^^^^^^ "AROADBQP57FF2AEXAMPLE" is the id of a deleted role; name it by its ARN.
      "AIDACKCEVSQ6C2EXAMPLE",
//    ^^^^^^^^^^^^^^^^^^^^^^^ "AIDACKCEVSQ6C2EXAMPLE" is the id of a deleted user; name it by its ARN.
      "AGPACKCEVSQ6C2EXAMPLE",
//    ^^^^^^^^^^^^^^^^^^^^^^^ "AGPACKCEVSQ6C2EXAMPLE" is the id of a group, which is no principal.
      "AIPACKCEVSQ6C2EXAMPLE"
//    ^^^^^^^^^^^^^^^^^^^^^^^ "AIPACKCEVSQ6C2EXAMPLE" is the id of an instance profile, which is no principal.
] } } }`,
      RESOURCE,
    ));

  test('leaves roles that are called so, and other types alone', () =>
    checkRule(
      principalUniqueId,
      `{ "Statement": { "Principal": {
        "AWS": ["arn:aws:iam::111122223333:role/AROADBQP57FF2AEXAMPLE", "AROA", "*"],
        "CanonicalUser": "AIDACKCEVSQ6C2EXAMPLE"
} } }`,
      RESOURCE,
    ));

  test('names a user in place of the id of one', () =>
    checkFix(
      principalUniqueId,
      '{ "Statement": { "Principal": { "AWS": "AIDACKCEVSQ6C2EXAMPLE" } } }',
      'Name a user instead',
      '{ "Statement": { "Principal": { "AWS": "arn:aws:iam::111122223333:user/user-name" } } }',
      RESOURCE,
    ));

  test('deletes it where somebody else is left', () => {
    checkFix(
      principalUniqueId,
      '{ "Statement": { "Principal": { "AWS": ["111122223333", "AROADBQP57FF2AEXAMPLE"] } } }',
      'Delete "AROADBQP57FF2AEXAMPLE"',
      '{ "Statement": { "Principal": { "AWS": ["111122223333"] } } }',
      RESOURCE,
    );
    checkFix(
      principalUniqueId,
      '{ "Statement": { "Principal": { "AWS": ["AROADBQP57FF2AEXAMPLE"], "Service": "ec2.amazonaws.com" } } }',
      'Delete "AROADBQP57FF2AEXAMPLE"',
      '{ "Statement": { "Principal": { "Service": "ec2.amazonaws.com" } } }',
      RESOURCE,
    );
  });
});

const RESOURCE = { policyType: 'resource' } as const;

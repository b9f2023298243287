import { describe, test } from 'node:test';
import { permissionOnlyAction } from '../../../server/src/rules/action/permission-only-action.ts';
import { checkRule } from '../../support/check.ts';

describe('permission-only-action', () => {
  test('reports it by name, in any case', () =>
    checkRule(
      permissionOnlyAction,
      `{ "Statement": { "Action": [
      "s3:GetObject", "IAM:passrole"
//                    ^^^^^^^^^^^^^^ "IAM:passrole" corresponds to no API operation (data of 2025-12-31).
] } }`,
    ));

  test('is silent about operations, patterns and unknown names', () =>
    checkRule(
      permissionOnlyAction,
      '{ "Statement": { "Action": ["iam:GetUser", "iam:Pass*", "iam:PassRoles", "*", "iam:", 7] } }',
    ));
});

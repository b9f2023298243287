import { describe, test } from 'node:test';
import { orgIdValue } from '../../../server/src/rules/condition/org-id-value.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('org-id-value', () => {
  test('reports what is no organization', () =>
    checkRule(
      orgIdValue,
      `{ "Statement": [{
  "Condition": { "StringEquals": { "aws:PrincipalOrgID": ["o-a1b2c3d4e5", "o-123", "O-A1B2C3D4E5"] } }
//                                                                        ^^^^^^^ "o-123" is no organization ID; it is "o-" and 10 to 32 small letters and digits.
//                                                                                 ^^^^^^^^^^^^^^ "O-A1B2C3D4E5" is no organization ID; it is "o-" and 10 to 32 small letters and digits.
}] }`,
    ));

  test('reports paths that are not closed, and what is no path', () =>
    checkRule(
      orgIdValue,
      `{ "Statement": [{
  "Condition": { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["o-a1b2c3d4e5/r-ab12/ou-ab12-11111111", "ou-ab12-11111111/*"] } }
//                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111" matches no path; each part of one ends in a slash.
//                                                                                                             ^^^^^^^^^^^^^^^^^^^^ "ou-ab12-11111111/*" is no path like "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/".
}] }`,
    ));

  test('is silent on organizations and paths', () =>
    checkRule(
      orgIdValue,
      `{ "Statement": [{
  "Condition": {
    "StringEquals": { "aws:ResourceOrgID": "o-a1b2c3d4e5", "aws:SourceOrgID": "\${aws:PrincipalOrgID}" },
    "ForAnyValue:StringEquals": { "aws:PrincipalOrgPaths": ["o-a1b2c3d4e5/r-ab12/", "o-a1b2c3d4e5/r-f6g7h8i9j0example/ou-ghi0-awsccccc/ou-jkl0-awsddddd/"] },
    "ForAllValues:StringLike": { "aws:ResourceOrgPaths": ["o-a1b2c3d4e5/*", "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111*", "o-a1b2c3d4e5/*/ou-ab12-11111111/*"] }
  }
}] }`,
    ));

  test('leaves a wildcard without Like to its own rule, and what is filled in later alone', () =>
    checkRule(
      orgIdValue,
      `{ "Statement": [{
  "Condition": {
    "ForAnyValue:StringEquals": { "aws:PrincipalOrgPaths": ["o-a1b2c3d4e5/r-ab12/*", "\${org_path}", "\${aws:ResourceOrgPaths}"] },
    "StringEquals": { "aws:PrincipalOrgID": ["\${org}", { "Ref": "Org" }] }
  }
}] }`,
    ));

  test('adds the units below where wildcards count', () =>
    checkFix(
      orgIdValue,
      '{ "Statement": { "Condition": { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12" } } } }',
      'Change to "o-a1b2c3d4e5/r-ab12/*"',
      '{ "Statement": { "Condition": { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/*" } } } }',
    ));

  test('takes the organization out of a path', () =>
    checkFix(
      orgIdValue,
      '{ "Statement": { "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5/r-ab12/" } } } }',
      'Change to "o-a1b2c3d4e5"',
      '{ "Statement": { "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } } }',
    ));

  test('tests the account if all values are one', () =>
    checkFix(
      orgIdValue,
      '{ "Statement": { "Condition": { "StringEquals": { "aws:PrincipalOrgID": ["111122223333"] } } } }',
      'Test "aws:PrincipalAccount"',
      '{ "Statement": { "Condition": { "StringEquals": { "aws:PrincipalAccount": ["111122223333"] } } } }',
    ));

  test('puts the prefix back', () => {
    const policy = (id: string): string =>
      `{ "Statement": { "Condition": { "StringEquals": { "aws:PrincipalOrgID": "${id}" } } } }`;
    checkFix(orgIdValue, policy('a1b2c3d4e5'), 'Change to "o-a1b2c3d4e5"', policy('o-a1b2c3d4e5'));
  });
});

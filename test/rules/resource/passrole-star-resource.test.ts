import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { adminStarStar } from '../../../server/src/rules/action/admin-star-star.ts';
import { passroleStarResource } from '../../../server/src/rules/resource/passrole-star-resource.ts';
import { resourceStar } from '../../../server/src/rules/resource/resource-star.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

const allow = (actions: string, more = '', resource = '"*"'): string =>
  `{ "Effect": "Allow", "Action": ${actions}, "Resource": ${resource}${more} }`;

const policy = (...statements: readonly string[]): string => `{ "Statement": [${statements.join(', ')}] }`;

const found = (text: string): readonly string[] =>
  findings(passroleStarResource, text).map(({ severity, message }) => `${severity}: ${message}`);

const when = (operator: string, key: string, value: string): string =>
  `, "Condition": { "${operator}": { "${key}": "${value}" } }`;

describe('passrole-star-resource', () => {
  test('reports the string that covers every role, whatever reaches the action', () =>
    checkRule(
      passroleStarResource,
      `{ "Statement": [
  { "Effect": "Allow", "Action": "iam:passrole", "Resource": ["arn:aws:iam::111122223333:role/app",
      "arn:aws:iam::*:role/*"]
//    ^^^^^^^^^^^^^^^^^^^^^^^ "arn:aws:iam::*:role/*" passes every role to every service. An administrator's role is among them.
  },
  { "Effect": "Allow", "Action": ["s3:*", "iam:*"], "Resource":
      "*"
//    ^^^ "*" passes every role to every service. "iam:*" includes iam:PassRole.
  },
  { "Effect": "Allow", "NotAction": "s3:*", "Resource":
      "*"
//    ^^^ "*" passes every role to every service. NotAction leaves iam:PassRole open.
  },
  { "Effect": "Allow", "Action": "iam:Pass*", "NotResource":
      ["arn:aws:iam::111122223333:role/admin"]
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NotResource passes every role but those listed to every service. "iam:Pass*" includes iam:PassRole.
  }
] }`,
    ));

  test('is milder where the services or the use are named', () => {
    const mild = [
      'information: "*" passes every role; only its use is limited. An administrator\'s role is among them.',
    ];
    for (const condition of [
      when('StringEquals', 'iam:PassedToService', 'ec2.amazonaws.com'),
      when('StringLikeIfExists', 'iam:passedtoservice', 'ec2.amazonaws.com*'),
      when('ArnLike', 'iam:AssociatedResourceArn', 'arn:aws:ec2:*:111122223333:instance/*'),
    ]) {
      assert.deepEqual(found(policy(allow('"iam:PassRole"', condition))), mild, condition);
    }
  });

  test('is not softened by conditions that limit nothing', () => {
    const strong = [
      'warning: "*" passes every role to every service. An administrator\'s role is among them.',
    ];
    for (const condition of [
      when('StringLike', 'iam:PassedToService', '*'),
      when('StringNotEquals', 'iam:PassedToService', 'ec2.amazonaws.com'),
      when('Null', 'iam:PassedToService', 'false'),
      when('StringEquals', 'aws:ResourceTag/team', 'blue'),
    ]) {
      assert.deepEqual(found(policy(allow('"iam:PassRole"', condition))), strong, condition);
    }
  });

  test('is silent where a path or a beginning chooses the roles, and on what is no role', () => {
    for (const resource of [
      '"arn:aws:iam::111122223333:role/app"',
      '"arn:aws:iam::*:role/service-role/*"',
      '"arn:aws:iam::111122223333:role/app-*"',
      '"arn:aws:iam::111122223333:role/${aws:PrincipalTag/team}-*"',
      '"arn:aws:s3:::*"',
      '"arn:aws:iam::*:user/*"',
    ]) {
      checkRule(passroleStarResource, policy(allow('"iam:PassRole"', '', resource)));
    }
    checkRule(
      passroleStarResource,
      policy('{ "Effect": "Allow", "Action": "iam:PassRole", "NotResource": "arn:aws:iam::*:role/*" }'),
    );
  });

  test('is silent on Deny, on other actions, and where NotAction names it', () => {
    checkRule(passroleStarResource, policy(allow('"iam:PassRole"').replace('Allow', 'Deny')));
    checkRule(passroleStarResource, policy(allow('["iam:Get*", "s3:*"]')));
    checkRule(passroleStarResource, policy(allow('"iam:*"').replace('Action', 'NotAction')));
    checkRule(passroleStarResource, policy(allow('"iam:PassRole"')), { policyType: 'boundary' });
    checkRule(passroleStarResource, policy(allow('"iam:PassRole"')), { policyType: 'scp' });
  });

  test('a Deny of the same policy takes it back, or limits it', () => {
    const deny = (more = ''): string => allow('"iam:Pass*"', more).replace('Allow', 'Deny');
    checkRule(passroleStarResource, policy(allow('"iam:*"'), deny()));
    const others = when('StringNotEquals', 'iam:PassedToService', 'ec2.amazonaws.com');
    assert.deepEqual(found(policy(allow('"iam:PassRole"'), deny(others))), [
      'information: "*" passes every role; only its use is limited. An administrator\'s role is among them.',
    ]);
    const unrelated = when('Bool', 'aws:SecureTransport', 'false');
    assert.deepEqual(found(policy(allow('"iam:PassRole"'), deny(unrelated))), [
      'warning: "*" passes every role to every service. An administrator\'s role is among them.',
    ]);
  });

  test('leaves an administrator to admin-star-star, and wins over the general advice on the star', () => {
    checkRule(passroleStarResource, policy(allow('["*", "iam:PassRole"]')));
    assert.deepEqual(
      findings([adminStarStar, passroleStarResource], policy(allow('"*"'))).map(({ rule }) => rule.id),
      ['admin-star-star'],
    );
    assert.deepEqual(
      findings(
        [passroleStarResource, resourceStar],
        policy(allow('["ec2:RunInstances", "iam:PassRole"]')),
      ).map(({ rule }) => rule.id),
      ['passrole-star-resource'],
    );
  });

  test('names role and service in place', () =>
    checkFix(
      passroleStarResource,
      policy(allow('["iam:PassRole"]', when('Bool', 'aws:SecureTransport', 'true'))),
      'Limit to one role and its service',
      policy(
        allow(
          '["iam:PassRole"]',
          ', "Condition": { "Bool": { "aws:SecureTransport": "true" }, "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } }',
          '"arn:aws:iam::111122223333:role/role-name-with-path"',
        ),
      ),
    ));

  test('names only the role where the service is known', () => {
    const service = when('StringEquals', 'iam:PassedToService', 'ec2.amazonaws.com');
    assert.deepEqual(fixTitles(passroleStarResource, policy(allow('"iam:PassRole"', service))), [
      'Limit to one role',
    ]);
  });

  test('moves the action out of a list, with the services that need it', () =>
    checkFix(
      passroleStarResource,
      policy(allow('["lambda:CreateFunction", "iam:PassRole", "ec2:RunInstances"]')),
      'Move "iam:PassRole" to a statement for one role and its service',
      policy(
        allow('["lambda:CreateFunction", "ec2:RunInstances"]'),
        allow(
          '"iam:PassRole"',
          ', "Condition": { "StringEquals": { "iam:PassedToService": ["ec2.amazonaws.com", "lambda.amazonaws.com"] } }',
          '"arn:aws:iam::111122223333:role/role-name-with-path"',
        ),
      ),
    ));

  test('limits the services beside a wildcard, and offers to narrow it', () => {
    const before = policy(allow('"iam:*"'));
    checkFix(
      passroleStarResource,
      before,
      'Limit the services that receive roles',
      policy(allow('"iam:*"', when('StringEqualsIfExists', 'iam:PassedToService', 'ec2.amazonaws.com'))),
    );
    assert.deepEqual(fixTitles(passroleStarResource, before), [
      'Limit the services that receive roles',
      'Narrow to Read and List actions (2 of 6)',
      'Narrow to List actions (1 of 6)',
    ]);
  });

  test('adds it to NotAction', () => {
    const title = 'Add "iam:PassRole" to NotAction';
    const not = (actions: string): string => policy(allow(actions).replace('Action', 'NotAction'));
    checkFix(passroleStarResource, not('"s3:*"'), title, not('["s3:*", "iam:PassRole"]'));
    checkFix(passroleStarResource, not('["s3:*"]'), title, not('["s3:*", "iam:PassRole"]'));
  });

  test('puts Resource in the place of NotResource', () =>
    checkFix(
      passroleStarResource,
      policy(
        '{ "Effect": "Allow", "Action": "iam:PassRole", "NotResource": ["arn:aws:iam::111122223333:role/a"] }',
      ),
      'Limit to one role and its service',
      policy(
        '{ "Effect": "Allow", "Action": "iam:PassRole", "Resource": ["arn:aws:iam::111122223333:role/role-name-with-path"], "Condition": { "StringEquals": { "iam:PassedToService": "ec2.amazonaws.com" } } }',
      ),
    ));
});

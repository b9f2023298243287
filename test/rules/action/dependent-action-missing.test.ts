import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openCatalogue } from '../../../server/src/catalogue/open-catalogue.ts';
import { dependentActionMissing } from '../../../server/src/rules/action/dependent-action-missing.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

describe('dependent-action-missing', () => {
  test('reports it once, at the first action that depends on it', () =>
    checkRule(
      dependentActionMissing,
      `{ "Statement": [{ "Effect": "Allow", "Resource": "*", "Action": [
      "s3:GetObject", "LAMBDA:createFunction", "ec2:RunInstances"
//                    ^^^^^^^^^^^^^^^^^^^^^^^ "LAMBDA:createFunction" may also need iam:PassRole, which no statement allows.
] }, { "Effect": "Allow", "Action": "lambda:CreateFunction", "Resource": "*" }] }`,
    ));

  test('is silent where any Allow matches it, by name, pattern or NotAction', () => {
    for (const other of [
      '"Effect": "Allow", "Action": "iam:passrole"',
      '"Effect": "Allow", "Action": ["iam:Get*", "iam:P?ss*"], "Resource": "arn:aws:iam::111122223333:role/r"',
      '"Effect": "Allow", "Action": "*", "Condition": { "Bool": { "aws:SecureTransport": "true" } }',
      '"Effect": "Allow", "NotAction": ["s3:*", "iam:Create*"]',
    ]) {
      checkRule(dependentActionMissing, withStatement(other));
    }
  });

  test('is silent where that is not known: placeholders, functions and texts that are being typed', () => {
    for (const other of [
      '"Effect": "Allow", "Action": ["{{ more }}"]',
      '"Effect": "Allow", "Action": { "Ref": "Actions" }',
      '"Effect": "${effect}", "Action": "iam:PassRole"',
      '"Effect": "Allow", "Action": "iam:',
    ]) {
      checkRule(dependentActionMissing, withStatement(other));
    }
    checkRule(dependentActionMissing, `{ "Policies": [${withStatement('"Effect": "Deny"')}] }`);
  });

  test('is not satisfied by a Deny, or a NotAction that leaves it out', () => {
    for (const other of [
      '"Effect": "Deny", "Action": "iam:PassRole"',
      '"Effect": "Allow", "NotAction": ["s3:*", "iam:*"]',
      '"Effect": "Allow", "Action": ["iam:Get*", "sns:PassRole"]',
    ]) {
      assert.equal(findings(dependentActionMissing, withStatement(other)).length, 1, other);
    }
  });

  test('looks at named actions of an Allow in an identity-based policy only', () => {
    checkRule(
      dependentActionMissing,
      '{ "Statement": { "Effect": "Allow", "Action": ["lambda:*", "lambda:Create*"] } }',
    );
    checkRule(
      dependentActionMissing,
      '{ "Statement": { "Effect": "Deny", "Action": "lambda:CreateFunction" } }',
    );
    checkRule(
      dependentActionMissing,
      '{ "Statement": { "Effect": "Allow", "NotAction": "lambda:CreateFunction" } }',
    );
    for (const policyType of ['boundary', 'scp', 'resource', 'session'] as const) {
      checkRule(
        dependentActionMissing,
        '{ "Statement": { "Effect": "Allow", "Action": "lambda:CreateFunction" } }',
        {
          policyType,
        },
      );
    }
  });

  test('makes a list of a single statement', () =>
    checkFix(
      dependentActionMissing,
      '{ "Statement": {\n  "Effect": "Allow",\n  "Action": "lambda:CreateFunction"\n} }',
      'Allow "iam:PassRole" for one role and its service',
      `{ "Statement": [{
  "Effect": "Allow",
  "Action": "lambda:CreateFunction"
},
{
  "Effect": "Allow",
  "Action": "iam:PassRole",
  "Resource": "arn:aws:iam::111122223333:role/role-name-with-path",
  "Condition": {
    "StringEquals": {
      "iam:PassedToService": "lambda.amazonaws.com"
    }
  }
}] }`,
    ));

  describe('with the real data', () => {
    test('allows actions of other services on what they need', () =>
      checkFix(
        dependentActionMissing,
        '{ "Statement": [{ "Effect": "Allow", "Action": "drs:CreateSourceNetwork" }] }',
        'Allow "ec2:DescribeInstances" and "ec2:DescribeVpcs"',
        '{ "Statement": [{ "Effect": "Allow", "Action": "drs:CreateSourceNetwork" }, { "Effect": "Allow", "Action": ["ec2:DescribeInstances", "ec2:DescribeVpcs"], "Resource": "*" }] }',
        { catalogue },
      ));

    test('knows who receives the role', () => {
      const [finding] = findings(dependentActionMissing, allow('ecs:RunTask'), { catalogue });
      assert.equal(finding?.message, '"ecs:RunTask" may also need iam:PassRole, which no statement allows.');
      assert.match(
        finding
          ?.fixes()[0]
          ?.edits.map(({ newText }) => newText)
          .join() ?? '',
        /ecs-tasks\.amazonaws\.com/,
      );
    });

    test('is silent about the role of an instance, which most go without', () => {
      assert.deepEqual(findings(dependentActionMissing, allow('ec2:RunInstances'), { catalogue }), []);
      assert.equal(
        findings(dependentActionMissing, allow('ec2:AssociateIamInstanceProfile'), { catalogue }).length,
        1,
      );
    });

    test('is silent about a bucket where the document may come with the request', () => {
      assert.deepEqual(
        findings(dependentActionMissing, allow('textract:AnalyzeDocument'), { catalogue }),
        [],
      );
      assert.equal(
        findings(dependentActionMissing, allow('textract:StartDocumentAnalysis'), { catalogue }).length,
        1,
      );
    });

    test('is silent about tags, keys, secrets and service-linked roles', () => {
      for (const action of [
        'kms:CreateKey',
        'ec2:CreateVolume',
        'ec2:CreateLaunchTemplate',
        'deadline:GetFarm',
      ]) {
        assert.deepEqual(findings(dependentActionMissing, allow(action), { catalogue }), [], action);
      }
    });
  });
});

const catalogue = openCatalogue(readFileSync('server/data/catalogue.dat'));

const allow = (action: string): string => `{ "Statement": { "Effect": "Allow", "Action": "${action}" } }`;

const withStatement = (members: string): string =>
  `{ "Statement": [{ "Effect": "Allow", "Action": "lambda:CreateFunction" }, { ${members} }] }`;

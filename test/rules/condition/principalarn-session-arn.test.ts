import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { principalarnSessionArn } from '../../../server/src/rules/condition/principalarn-session-arn.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

const condition = (tests: string): string => `{ "Statement": { "Condition": ${tests} } }`;

describe('principalarn-session-arn', () => {
  test('reports the ARN of a session', () =>
    checkRule(
      principalarnSessionArn,
      `{ "Statement": [{
  "Condition": { "StringLike": { "aws:principalarn": ["arn:aws:iam::111122223333:role/a", "arn:aws:sts::*:assumed-role/a/*"] } }
//                                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "aws:principalarn" holds the ARN of the role, so that of a session never matches.
}] }`,
    ));

  test('is silent on other principals, federated users included', () =>
    checkRule(
      principalarnSessionArn,
      condition(
        '{ "ArnLike": { "aws:PrincipalArn": ["arn:aws:iam::111122223333:user/a", "arn:aws:sts::111122223333:federated-user/a", "*", { "Ref": "Role" }] } }',
      ),
    ));

  describe('beside the role of the session', () => {
    const values = (texts: string) => condition(`{ "StringNotEquals": { "aws:PrincipalArn": [${texts}] } }`);
    const session = '"arn:aws:sts::111122223333:assumed-role/scan/Scanner"';
    const severityOf = (role: string) =>
      findings(principalarnSessionArn, values(`${session}, "${role}"`))[0]?.severity;

    test('only informs', () => {
      assert.equal(severityOf('arn:aws:iam::111122223333:role/scan'), 'information');
      assert.equal(severityOf('arn:aws:iam::111122223333:role/service-role/scan'), 'information');
      assert.equal(severityOf('arn:aws:iam::111122223333:role/other'), 'error');
      assert.equal(severityOf('arn:aws:iam::444455556666:role/scan'), 'error');
    });

    test('removes the session', () =>
      checkFix(
        principalarnSessionArn,
        values(`${session}, "arn:aws:iam::111122223333:role/scan"`),
        'Remove the session',
        values('"arn:aws:iam::111122223333:role/scan"'),
      ));
  });

  test('is silent on keys that hold sessions', () =>
    checkRule(
      principalarnSessionArn,
      condition('{ "ArnLike": { "aws:SourceArn": "arn:aws:sts::111122223333:assumed-role/a/b" } }'),
    ));

  test('finds roles of IAM Identity Center on their path', () =>
    checkFix(
      principalarnSessionArn,
      condition(
        '{ "ArnLike": { "aws:PrincipalArn": "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_*/*" } }',
      ),
      'Change to "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Admin_*"',
      condition(
        '{ "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Admin_*" } }',
      ),
    ));
});

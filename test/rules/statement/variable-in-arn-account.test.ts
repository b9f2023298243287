import { describe, test } from 'node:test';
import { variableInArnAccount } from '../../../server/src/rules/statement/variable-in-arn-account.ts';
import { checkRule } from '../../support/check.ts';

describe('variable-in-arn-account', () => {
  test('reports a variable before the last field', () =>
    checkRule(
      variableInArnAccount,
      `{ "Statement": [{ "Resource": [
      "arn:aws:sns:us-east-1:\${aws:username}:alerts",
//                           ^^^^^^^^^^^^^^^ AWS fills in variables only in the last field of an ARN, not in its account.
      "arn:aws:sns:\${aws:RequestedRegion}:111122223333:alerts",
//                 ^^^^^^^^^^^^^^^^^^^^^^ AWS fills in variables only in the last field of an ARN, not in its Region.
      "arn:aws:\${aws:PrincipalTag/service}:::alerts"
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ AWS fills in variables only in the last field of an ARN, not in its service.
] }] }`,
    ));

  test('accepts the account of the caller, the last field, and values of conditions', () =>
    checkRule(
      variableInArnAccount,
      `{ "Statement": { "Resource": ["arn:aws:sns:*:\${aws:PrincipalAccount}:alerts", "arn:aws:sns:*:*:\${aws:username}",
        "arn:aws:sns:*:\${AWS::AccountId}:alerts", "\${aws:username}"],
        "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:sns:*:\${aws:username}:*" } } } }`,
    ));
});

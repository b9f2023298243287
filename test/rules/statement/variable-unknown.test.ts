import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { variableInArnAccount } from '../../../server/src/rules/statement/variable-in-arn-account.ts';
import { variableUnknown } from '../../../server/src/rules/statement/variable-unknown.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('variable-unknown', () => {
  test('reports the name', () =>
    checkRule(
      variableUnknown,
      `{ "Statement": [{ "Resource": [
      "arn:aws:s3:::home/\${aws:usrname}/*",
//                         ^^^^^^^^^^^ "aws:usrname" is no condition key.
      "arn:aws:s3:::home/\${aws:UserName}/*", "arn:aws:s3:::\${aws:PrincipalTag/any}", "arn:aws:s3:::\${s3:prefix}"
] }] }`,
    ));

  test('takes a global key that resembles none for one that may be newer than the data', () => {
    const policy = `{ "Statement": { "Resource": "arn:aws:s3:::\${aws:MoonPhase}" } }`;
    const [finding] = findings(variableUnknown, policy);
    assert.equal(finding?.severity, 'warning');
    assert.equal(finding?.message, '"aws:MoonPhase" is no condition key as of 2026-01-31.');
  });

  test('is silent about keys of identity providers and services that it may not know', () =>
    checkRule(
      variableUnknown,
      `{ "Statement": { "Resource": ["\${graph.facebook.com:id}", "\${oidc.eks.us-east-1.amazonaws.com/id/A:sub}",
        "\${iot:Connection.Thing.ThingName}", "\${transfer:UserName}", "\${credentials-iot:ThingName}", "\${s3:moon-phase}", "\${brew:pot}", "\${*}",
        "\${bucket}", "\${ aws:username }", "\${}", "\${aws:usrname"] } }`,
    ));

  test('offers what is meant', () => {
    assert.deepEqual(
      titles("${aws:PrincipleTag/team, 'x'}")[0],
      `Change to "\${aws:PrincipalTag/team, 'x'}"`,
    );
    assert.deepEqual(titles('${aws:accountId}'), ['Change to "${aws:PrincipalAccount}"']);
    assert.deepEqual(titles('${awss:username}')[0], 'Change to "${aws:username}"');
    assert.deepEqual(titles('${iam:username}'), ['Change to "${aws:username}"']);
    assert.deepEqual(titles('${s:prefix}')[0], 'Change to "${s3:prefix}"');
    assert.deepEqual(titles('${transfer:HomeBukcet}'), ['Change to "${transfer:HomeBucket}"']);
    assert.deepEqual(titles('${tranfer:UserName}'), ['Change to "${transfer:UserName}"']);
    assert.deepEqual(titles('${s3:prefx}')[0], 'Change to "${s3:prefix}"');
  });

  test('tells a field of an ARN that takes no variable from an account that is misnamed', () =>
    checkRule(
      [variableUnknown, variableInArnAccount],
      `{ "Statement": [{ "Resource": [
      "arn:aws:sns:us-east-1:\${aws:AccountId}:alerts",
//                             ^^^^^^^^^^^^^ "aws:AccountId" is no condition key.
      "arn:aws:sns:us-east-1:\${s3:prefx}:alerts",
//                           ^^^^^^^^^^^ AWS fills in variables only in the last field of an ARN, not in its account.
      "arn:aws:sns:\${aws:Region}:111122223333:alerts"
//                 ^^^^^^^^^^^^^ AWS fills in variables only in the last field of an ARN, not in its Region.
] }] }`,
    ));

  test('changes only the name', () =>
    checkFix(
      variableUnknown,
      `{ "Statement": { "Resource": "arn:aws:s3:::home/\${aws:usernmae}/\${aws:userid}" } }`,
      'Change to "arn:aws:s3:::home/${aws:username}/${aws:userid}"',
      `{ "Statement": { "Resource": "arn:aws:s3:::home/\${aws:username}/\${aws:userid}" } }`,
    ));
});

const titles = (resource: string): readonly string[] =>
  fixTitles(variableUnknown, `{ "Statement": { "Resource": "${resource}" } }`);

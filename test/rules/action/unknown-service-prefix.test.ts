import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unknownServicePrefix } from '../../../server/src/rules/action/unknown-service-prefix.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('unknown-service-prefix', () => {
  test('reports the prefix alone', () =>
    checkRule(
      unknownServicePrefix,
      `{ "Statement": [{
      "Action": ["s3:PutObject", "dynmodb:GetItem"]
//                                ^^^^^^^ "dynmodb" is no service prefix.
}] }`,
    ));

  test('ignores case, as IAM does', () =>
    checkRule(unknownServicePrefix, '{ "Statement": { "Action": ["S3:GetObject", "DynamoDB:GetItem"] } }'));

  test('leaves patterns in the prefix, placeholders and malformed actions alone', () =>
    checkRule(
      unknownServicePrefix,
      `{ "Statement": { "Action": ["*", "s*:GetObject", "\${service}:GetObject", "GetObject", ":GetObject"] } }`,
    ));

  test('knows other names of a service', () =>
    checkRule(
      unknownServicePrefix,
      `{ "Statement": { "Action":
      "cloudwatch-logs:PutLogEvents"
//     ^^^^^^^^^^^^^^^ "cloudwatch-logs" is no service prefix; use "logs".
} }`,
    ));

  test('is milder about a prefix that is close to none', () => {
    const [finding] = findings(unknownServicePrefix, '{ "Statement": { "Action": "quantumtea:Brew" } }');
    assert.equal(finding?.severity, 'warning');
    assert.equal(finding?.message, '"quantumtea" is no service prefix as of 2026-01-31.');
  });

  test('takes a short prefix for a slip only where the other service has the action', () => {
    const severityOf = (action: string) =>
      findings(unknownServicePrefix, `{ "Statement": { "Action": "${action}" } }`)[0]?.severity;
    assert.equal(severityOf('s4:GetObject'), 'error');
    assert.equal(severityOf('s4:Get*'), 'error');
    assert.equal(severityOf('s4:Brew'), 'warning');
    assert.equal(severityOf('s4:*'), 'warning');
  });

  test('says that a service is retired, and offers to take the action out', () => {
    const before = '{ "Statement": { "Action": ["s3:GetObject", "deep$0racer:ListTracks"] } }';
    const [finding] = findings(unknownServicePrefix, before.replace('$0', ''));
    assert.equal(finding?.message, 'Service "deepracer" (AWS DeepRacer) is retired.');
    assert.equal(finding?.severity, 'information');
    checkFix(
      unknownServicePrefix,
      before,
      'Remove "deepracer:ListTracks"',
      '{ "Statement": { "Action": ["s3:GetObject"] } }',
    );
  });

  test('offers the service that has the action first, spelled as AWS spells it', () =>
    assert.deepEqual(fixTitles(unknownServicePrefix, '{ "Statement": { "Action": "s33:invokefunction" } }'), [
      'Change to "lambda:InvokeFunction"',
      'Change to "s3:invokefunction"',
    ]));

  test('offers the action that authorises an API operation of the service', () =>
    assert.deepEqual(
      fixTitles(unknownServicePrefix, '{ "Statement": { "Action": "s3control:ListBuckets" } }'),
      ['Change to "s3:ListAllMyBuckets"'],
    ));
});

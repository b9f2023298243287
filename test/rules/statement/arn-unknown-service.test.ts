import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { arnUnknownService } from '../../../server/src/rules/statement/arn-unknown-service.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

describe('arn-unknown-service', () => {
  test('reports a misspelling, another name and what is not there', () =>
    checkRule(
      arnUnknownService,
      `{ "Statement": [{
      "Resource": [
        "arn:aws:dynmodb:us-east-1:111122223333:table/Books",
//               ^^^^^^^ "dynmodb" is no service of AWS.
        "arn:aws:cloudwatch-logs:us-east-1:111122223333:log-group:app",
//               ^^^^^^^^^^^^^^^ "cloudwatch-logs" is no service in an ARN; use "logs".
        "arn:aws::us-east-1:111122223333:topic"
//              ^^ This ARN names no service.
      ]
}] }`,
    ));

  test('is silent about known services in any case, patterns, variables and placeholders', () =>
    checkRule(
      arnUnknownService,
      `{ "Statement": { "Resource": ["arn:aws:s3:::b", "arn:aws:S3:::b", "arn:aws:*:::b", "arn:aws:brew*:::b",
        "arn:aws:\${service}:::b", "arn:aws:<service>:::b", "*"] } }`,
    ));

  test('is milder about what may be newer than the data, and about retired services', () => {
    assert.deepEqual(judged('quantumtea'), ['warning', '"quantumtea" is no service as of 2026-01-31.']);
    assert.deepEqual(judged('deepracer'), ['information', 'Service "deepracer" (AWS DeepRacer) is retired.']);
  });

  test('takes a short name for a slip only if the actions are of that service', () => {
    const severityWith = (action: string) =>
      findings(
        arnUnknownService,
        `{ "Statement": { "Action": "${action}", "Resource": "arn:aws:s4:::b" } }`,
      )[0]?.severity;
    assert.equal(severityWith('s3:GetObject'), 'error');
    assert.equal(severityWith('iam:GetUser'), 'warning');
  });

  test('reports it in conditions, with the service that has such ARNs', () => {
    const text = (service: string): string =>
      `{ "Statement": { "Action": "*", "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:${service}::*:role/app" } } } }`;
    const [finding] = findings(arnUnknownService, text('ima'));
    assert.equal(finding?.severity, 'warning');
    checkFix(arnUnknownService, text('ima'), 'Change to "arn:aws:iam::*:role/app"', text('iam'));
    assert.deepEqual(findings(arnUnknownService, text('iam')), []);
  });

  test('takes the service of the actions where the ARN names none', () =>
    checkFix(
      arnUnknownService,
      '{ "Statement": { "Action": "sns:Publish", "Resource": "arn:aws::us-east-1:111122223333:topic" } }',
      'Change to "arn:aws:sns:us-east-1:111122223333:topic"',
      '{ "Statement": { "Action": "sns:Publish", "Resource": "arn:aws:sns:us-east-1:111122223333:topic" } }',
    ));

  test('takes a resource of a retired service out of its list', () => {
    checkFix(
      arnUnknownService,
      '{ "Statement": { "Resource": ["arn:aws:s3:::b", "arn:aws:deepracer:*:*:track/x"] } }',
      'Remove "arn:aws:deepracer:*:*:track/x"',
      '{ "Statement": { "Resource": ["arn:aws:s3:::b"] } }',
    );
    assert.deepEqual(
      fixTitles(arnUnknownService, '{ "Statement": { "Resource": "arn:aws:deepracer:*:*:track/x" } }'),
      [],
    );
  });
});

function judged(service: string): readonly (string | undefined)[] {
  const [finding] = findings(arnUnknownService, `{ "Statement": { "Resource": "arn:aws:${service}:::x" } }`);
  return [finding?.severity, finding?.message];
}

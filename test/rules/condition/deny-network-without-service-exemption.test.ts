import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { denyNetworkWithoutServiceExemption } from '../../../server/src/rules/condition/deny-network-without-service-exemption.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';
import { outcomes } from '../../support/conditions-hold.ts';

const policy = (condition: string, members = '"Effect": "Deny"'): string =>
  `{ "Statement": [{ ${members}, "Action": "s3:*", "Resource": "*", "Condition": ${condition} }] }`;

const ADDRESS = '{ "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" } }';
const ENDPOINT = '{ "StringNotEquals": { "aws:SourceVpce": "vpce-1" } }';
const identity = { policyType: 'identity' } as const;
const resource = { policyType: 'resource' } as const;

const also = (condition: string, test: string): string => condition.replace(/ }$/, `, ${test} }`);

describe('deny-network-without-service-exemption', () => {
  test('reports the first network key', () =>
    checkRule(
      denyNetworkWithoutServiceExemption,
      `{ "Statement": { "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {
      "NotIpAddressIfExists": { "aws:SourceIp": "203.0.113.0/24" },
//                              ^^^^^^^^^^^^^^ AWS services that call for somebody come from other networks and are denied, too.
      "StringNotEquals": { "aws:SourceVpc": "vpc-1" }
} } }`,
      identity,
    ));

  test('is true of a caller inside, one outside, and a service that calls for the one inside', () => {
    const requests = [
      { 'aws:sourceip': '203.0.113.7', 'aws:viaawsservice': 'false' },
      { 'aws:sourceip': '198.51.100.7', 'aws:viaawsservice': 'false' },
      { 'aws:sourceip': '198.51.100.99', 'aws:viaawsservice': 'true' },
    ];
    assert.deepEqual(outcomes(ADDRESS, requests), [false, true, true]);
    assert.deepEqual(outcomes(also(ADDRESS, '"BoolIfExists": { "aws:ViaAWSService": "false" }'), requests), [
      false,
      true,
      false,
    ]);
  });

  test('is silent on APIs of API Gateway, which services do not call for somebody', () =>
    checkRule(
      denyNetworkWithoutServiceExemption,
      `{ "Statement": { "Effect": "Deny", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*", "Condition": ${ADDRESS} } }`,
      resource,
    ));

  test('is silent where services are spared, in whatever way', () => {
    for (const test of [
      '"Bool": { "aws:ViaAWSService": "false" }',
      '"BoolIfExists": { "aws:PrincipalIsAWSService": "false" }',
      '"StringNotEquals": { "aws:PrincipalServiceName": "cloudtrail.amazonaws.com" }',
      '"Null": { "aws:CalledVia": "true" }',
    ]) {
      checkRule(denyNetworkWithoutServiceExemption, policy(also(ADDRESS, test)), identity);
    }
  });

  test('is not fooled by an exemption of callers', () => {
    const text = policy(also(ADDRESS, '"ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/Admin" }'));
    assert.equal(findings(denyNetworkWithoutServiceExemption, text, identity).length, 1);
  });

  test('is silent on Allow, on a Deny of listed networks, on particular callers, and on further tests', () => {
    checkRule(denyNetworkWithoutServiceExemption, policy(ADDRESS, '"Effect": "Allow"'), identity);
    checkRule(denyNetworkWithoutServiceExemption, policy(ADDRESS.replace('Not', '')), identity);
    checkRule(
      denyNetworkWithoutServiceExemption,
      policy(ADDRESS, '"Effect": "Deny", "Principal": { "AWS": "arn:aws:iam::111122223333:user/a" }'),
      resource,
    );
    checkRule(
      denyNetworkWithoutServiceExemption,
      policy(also(ADDRESS, '"StringEquals": { "aws:PrincipalTag/kind": "person" }')),
      identity,
    );
  });

  test('is milder on a resource that is for one endpoint only, and silent on trust policies', () => {
    const text = policy(ENDPOINT, '"Effect": "Deny", "Principal": "*"');
    assert.equal(findings(denyNetworkWithoutServiceExemption, text, resource)[0]?.severity, 'information');
    assert.equal(
      findings(denyNetworkWithoutServiceExemption, policy(ENDPOINT), identity)[0]?.severity,
      'warning',
    );
    checkRule(denyNetworkWithoutServiceExemption, text, { policyType: 'trust' });
  });

  test('spares calls on behalf of somebody, and on a resource services themselves', () => {
    checkFix(
      denyNetworkWithoutServiceExemption,
      policy(ADDRESS),
      'Spare calls by AWS services',
      policy(also(ADDRESS, '"BoolIfExists": { "aws:ViaAWSService": "false" }')),
      { policyType: 'scp' },
    );
    checkFix(
      denyNetworkWithoutServiceExemption,
      policy(ADDRESS, '"Effect": "Deny", "Principal": "*"'),
      'Spare calls by AWS services',
      policy(
        also(
          ADDRESS,
          '"BoolIfExists": { "aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false" }',
        ),
        '"Effect": "Deny", "Principal": "*"',
      ),
      resource,
    );
  });
});

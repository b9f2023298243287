import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { GLOBAL_ACTIONS } from '../../../server/src/iam/global-action.ts';
import { regionDenyGlobalServices } from '../../../server/src/rules/condition/region-deny-global-services.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';
import { outcomes } from '../../support/conditions-hold.ts';

const REGION = '{ "StringNotEquals": { "aws:RequestedRegion": "eu-west-1" } }';
const CORE = '["iam:*", "organizations:*", "route53:*", "cloudfront:*", "support:*"]';
const scp = { policyType: 'scp' } as const;

const policy = (actions: string, condition = REGION, resource = '"Resource": "*"'): string =>
  `{ "Statement": [{ "Effect": "Deny", ${actions}, ${resource}, "Condition": ${condition} }] }`;

const isReported = (text: string): boolean => findings(regionDenyGlobalServices, text, scp).length > 0;

describe('region-deny-global-services', () => {
  test('reports the key and what is locked out', () =>
    checkRule(
      regionDenyGlobalServices,
      `{ "Statement": [
  { "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": {
      "aws:requestedRegion": ["eu-west-1", "eu-central-1"]
//    ^^^^^^^^^^^^^^^^^^^^^ This denies iam, organizations and 3 more in all Regions. Global services answer from us-east-1.
  } } },
  { "Effect": "Deny", "NotAction": ["i*:*", "route53:*", "cloudfront:*", "support:*"], "Resource": "*", "Condition": { "StringNotLike": {
      "aws:RequestedRegion": "eu-*"
//    ^^^^^^^^^^^^^^^^^^^^^ This denies organizations in all Regions. Global services answer from us-east-1.
  } } }
] }`,
      scp,
    ));

  test('is true of requests to global services, which are in us-east-1', () => {
    const requests = ['eu-west-1', 'us-east-1'].map((region) => ({ 'aws:requestedregion': region }));
    assert.deepEqual(outcomes(REGION, requests), [false, true]);
    assert.deepEqual(outcomes(REGION.replace('"eu-west-1"', '["eu-west-1", "us-east-1"]'), requests), [
      false,
      false,
    ]);
  });

  test('reports a Deny of us-east-1 itself', () => {
    const positive = '{ "StringEquals": { "aws:RequestedRegion": ["us-east-1", "us-west-2"] } }';
    assert.ok(isReported(policy('"Action": "*"', positive)));
    assert.ok(!isReported(policy('"Action": "*"', positive.replace('"us-east-1", ', ''))));
  });

  test('is silent where us-east-1 is listed, as such or by a pattern', () => {
    assert.ok(
      !isReported(policy('"Action": "*"', REGION.replace('"eu-west-1"', '["eu-west-1", "us-east-1"]'))),
    );
    assert.ok(
      !isReported(
        policy('"Action": "*"', '{ "StringNotLike": { "aws:RequestedRegion": ["eu-*", "us-*"] } }'),
      ),
    );
  });

  test('is silent where global services are exempt, or particular services or resources meant', () => {
    assert.ok(!isReported(policy(`"NotAction": ${CORE}`)));
    assert.ok(!isReported(policy('"Action": ["ec2:*", "rds:*"]')));
    assert.ok(!isReported(policy('"Action": "*"', REGION, '"Resource": "arn:aws:ec2:*:*:instance/*"')));
    assert.ok(!isReported(policy('"Action": "*"', REGION, '"NotResource": "*"')));
  });

  test('is silent on further tests of the request, but not on an exemption of callers', () => {
    const also = (test: string): string => REGION.replace(/ }$/, `, ${test} }`);
    assert.ok(!isReported(policy('"Action": "*"', also('"Null": { "aws:RequestTag/a": "false" }'))));
    assert.ok(
      isReported(
        policy('"Action": "*"', also('"ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/Admin" }')),
      ),
    );
  });

  test('is silent on other partitions and on values or actions that are not known', () => {
    assert.ok(!isReported(policy('"Action": "*"', REGION.replace('eu-west-1', 'us-gov-west-1'))));
    assert.ok(!isReported(policy('"Action": "*"', REGION.replace('eu-west-1', 'cn-north-1'))));
    assert.ok(!isReported(policy('"Action": "*"', REGION.replace('eu-west-1', '${region}'))));
    assert.ok(!isReported(policy('"NotAction": ["ec2:*", "${more}"]')));
    assert.ok(!isReported(policy('"NotAction": { "Ref": "Exempt" }')));
  });

  test('is silent on Allow and in policies that deny nobody else', () => {
    assert.ok(!isReported(policy('"Action": "*"').replace('Deny', 'Allow')));
    checkRule(regionDenyGlobalServices, policy('"Action": "*"'), { policyType: 'resource' });
  });

  test('exempts global services, adding to NotAction what it lacks', () => {
    checkFix(
      regionDenyGlobalServices,
      policy('"Action": "*"'),
      'Exempt global services',
      policy(`"NotAction": ["${GLOBAL_ACTIONS.join('", "')}"]`),
      scp,
    );
    checkFix(
      regionDenyGlobalServices,
      policy('"NotAction": "iam:*"'),
      'Exempt global services',
      policy(`"NotAction": ${CORE}`),
      scp,
    );
  });

  test('adds the Region, where it is a list of those allowed', () => {
    checkFix(
      regionDenyGlobalServices,
      policy('"Action": "*"'),
      'Add "us-east-1"',
      policy('"Action": "*"', REGION.replace('"eu-west-1"', '["eu-west-1", "us-east-1"]')),
      scp,
    );
  });
});

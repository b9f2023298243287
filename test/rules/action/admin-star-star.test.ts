import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { adminStarStar } from '../../../server/src/rules/action/admin-star-star.ts';
import { serviceStar } from '../../../server/src/rules/action/service-star.ts';
import { resourceStar } from '../../../server/src/rules/resource/resource-star.ts';
import { checkRule, findings } from '../../support/check.ts';

const allow = (action: string, more = ''): string =>
  `{ "Statement": [{ "Effect": "Allow", "Action": ${action}, "Resource": "*"${more} }] }`;

describe('admin-star-star', () => {
  test('reports the action, with or without a colon', () =>
    checkRule(
      adminStarStar,
      `{ "Statement": [
  { "Effect": "Allow", "Resource": ["arn:aws:s3:::b", "*"], "Action":
      ["s3:GetObject", "*"]
//                     ^^^ "*" on every resource makes an administrator of whoever has this policy.
  },
  { "Effect": "Allow", "Resource": "*", "Condition": {}, "Action":
      "*:*"
//    ^^^^^ "*:*" on every resource makes an administrator of whoever has this policy.
  }
] }`,
    ));

  test('takes the place of other advice about breadth', () =>
    checkRule(
      [adminStarStar, resourceStar, serviceStar],
      `{ "Statement": { "Effect": "Allow", "Resource": "*", "Action":
      ["*", "s3:*"]
//     ^^^ "*" on every resource makes an administrator of whoever has this policy.
} }`,
    ));

  test('is silent with a condition, on named resources, on one service, on Deny', () => {
    checkRule(adminStarStar, allow('"*"', ', "Condition": { "Bool": { "aws:SecureTransport": "true" } }'));
    checkRule(adminStarStar, allow('"*"', ', "Condition": { "Ref": "Condition" }'));
    checkRule(adminStarStar, allow('"*"').replace('"Resource": "*"', '"Resource": "arn:aws:s3:::b"'));
    checkRule(adminStarStar, allow('"*"').replace('"Resource"', '"NotResource"'));
    checkRule(adminStarStar, allow('"*"').replace('"Action"', '"NotAction"'));
    checkRule(adminStarStar, allow('"iam:*"'));
    checkRule(adminStarStar, allow('"*"').replace('Allow', 'Deny'));
  });

  test('waits while a condition may still be typed', () =>
    checkRule(adminStarStar, '{ "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*", '));

  test('says of a boundary only that it limits nothing, of other ceilings nothing', () => {
    const [finding, ...others] = findings(adminStarStar, allow('"*"'), { policyType: 'boundary' });
    assert.equal(finding?.severity, 'information');
    assert.equal(finding?.message, '"*" on every resource limits nothing; as a boundary it has no effect.');
    assert.deepEqual(others, []);
    for (const policyType of ['scp', 'rcp', 'session', 'endpoint'] as const) {
      checkRule(adminStarStar, allow('"*"'), { policyType });
    }
  });

  test('of a resource-based policy speaks of the resource, and leaves everyone to public-principal', () => {
    const principal = (text: string): string => allow('"*"', `, "Principal": ${text}`);
    const named = principal('{ "AWS": "arn:aws:iam::111122223333:user/u" }');
    assert.deepEqual(
      findings(adminStarStar, named).map(({ message }) => message),
      ['"*" allows every action of the resource, and those that AWS adds later.'],
    );
    checkRule(adminStarStar, principal('"*"'));
  });
});

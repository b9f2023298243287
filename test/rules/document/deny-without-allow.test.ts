import { describe, test } from 'node:test';
import { denyWithoutAllow } from '../../../server/src/rules/document/deny-without-allow.ts';
import { checkRule } from '../../support/check.ts';

const DENY = '{ "Effect": "Deny", "Action": "iam:*", "Resource": "*" }';
const ALLOW = '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }';

describe('deny-without-allow', () => {
  test('reports a policy of denials once, on the first', () =>
    checkRule(
      denyWithoutAllow,
      `{ "Statement": [${DENY}, ${DENY}] }
//                          ^^^^^^ This policy has no Allow; access has to come from another policy.
`,
    ));

  test('says more of a boundary', () =>
    checkRule(
      denyWithoutAllow,
      `{ "Statement": ${DENY} }
//                         ^^^^^^ This boundary has no Allow, so nothing is allowed within it.
`,
      { policyType: 'boundary' },
    ));

  test('is silent with an Allow, where one may not be typed yet, and about other types', () => {
    checkRule(denyWithoutAllow, `{ "Statement": [${DENY}, ${ALLOW}] }`);
    checkRule(denyWithoutAllow, `{ "Statement": [${DENY}, { "Effect": "alow" }] }`);
    checkRule(denyWithoutAllow, `{ "Statement": [${DENY}, { "Effect": ] }`);
    checkRule(denyWithoutAllow, `{ "Statement": [${DENY}, { "Ref": "A" }, "x"] }`);
    checkRule(denyWithoutAllow, '{ "Statement": [] }');
    for (const policyType of ['scp', 'resource', 'session'] as const) {
      checkRule(denyWithoutAllow, `{ "Statement": [${DENY}] }`, { policyType });
    }
  });
});

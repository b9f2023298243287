import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { missingActionForConditionKey } from '../../../server/src/rules/condition/missing-action-for-condition-key.ts';
import { checkFix, checkRule, findings } from '../../support/check.ts';

const TRUST = { policyType: 'trust' } as const;

const trust = (actions: string, condition: string, effect = 'Allow'): string =>
  `{ "Statement": [{ "Effect": "${effect}", "Principal": { "AWS": "111122223333" }, "Action": ${actions}, "Condition": { ${condition} } }] }`;

describe('missing-action-for-condition-key', () => {
  test('reports session tags and source identities that nobody may pass', () => {
    checkRule(
      missingActionForConditionKey,
      `{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ["sts:AssumeRole"], "Condition": {
      "StringEquals": { "sts:ExternalId": "abc", "sts:SourceIdentity": "alice" }
//                                               ^^^^^^^^^^^^^^^^^^^^ "sts:SourceIdentity" comes only with sts:SetSourceIdentity, which is not allowed. So the role cannot be assumed here.
} }] }`,
      TRUST,
    );
    checkRule(
      missingActionForConditionKey,
      `{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ["sts:AssumeRole", "sts:SetSourceIdentity"], "Condition": {
      "ForAnyValue:StringEquals": { "sts:TransitiveTagKeys": "team" }
//                                  ^^^^^^^^^^^^^^^^^^^^^^^ "sts:TransitiveTagKeys" comes only with sts:TagSession, which is not allowed. So the role cannot be assumed here.
} }] }`,
      TRUST,
    );
  });

  test('is silent where the action is allowed here or in another statement', () => {
    const condition = '"StringLike": { "aws:RequestTag/team": "*" }';
    checkRule(missingActionForConditionKey, trust('["sts:AssumeRole", "sts:TagSession"]', condition), TRUST);
    checkRule(missingActionForConditionKey, trust('["sts:AssumeRole", "sts:Tag*"]', condition), TRUST);
    const other =
      '{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:TagSession" }, {';
    checkRule(
      missingActionForConditionKey,
      trust('"sts:AssumeRole"', condition).replace('{ "Effect"', `${other} "Effect"`),
      TRUST,
    );
  });

  test('is silent where the key may be absent, in a Deny, and for other actions', () => {
    for (const text of [
      trust('"sts:AssumeRole"', '"StringLikeIfExists": { "aws:RequestTag/team": "*" }'),
      trust('"sts:AssumeRole"', '"StringNotLike": { "sts:SourceIdentity": "a*" }'),
      trust('"sts:AssumeRole"', '"StringLike": { "aws:RequestTag/team": "*" }', 'Deny'),
      trust('"sts:AssumeRole"', '"StringLike": { "sts:RoleSessionName": "a*" }'),
      trust('"ec2:RunInstances"', '"StringLike": { "aws:RequestTag/team": "*" }'),
    ]) {
      checkRule(missingActionForConditionKey, text, TRUST);
    }
  });

  test('is milder in a policy of an identity', () => {
    const text = trust('"sts:AssumeRole"', '"StringLike": { "aws:RequestTag/team": "*" }');
    assert.equal(
      findings(missingActionForConditionKey, text, { policyType: 'identity' })[0]?.severity,
      'warning',
    );
    assert.equal(findings(missingActionForConditionKey, text, TRUST)[0]?.severity, 'error');
  });

  test('adds the action to the list', () =>
    checkFix(
      missingActionForConditionKey,
      trust('["sts:AssumeRole"]', '"StringEquals": { "sts:SourceIdentity": "alice" }'),
      'Add "sts:SetSourceIdentity"',
      trust(
        '["sts:AssumeRole", "sts:SetSourceIdentity"]',
        '"StringEquals": { "sts:SourceIdentity": "alice" }',
      ),
      TRUST,
    ));
});

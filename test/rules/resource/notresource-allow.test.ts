import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { notresourceAllow } from '../../../server/src/rules/resource/notresource-allow.ts';
import { checkFix, checkRule, fixTitles } from '../../support/check.ts';

describe('notresource-allow', () => {
  test('reports the key, with what it opens', () =>
    checkRule(
      notresourceAllow,
      `{ "Statement": [{ "Effect": "Allow", "Action": ["iam:*", "s3:GetObject"],
      "NotResource": "arn:aws:iam::111122223333:role/admin"
//    ^^^^^^^^^^^^^ NotResource allows 7 actions on every resource that is not listed. The actions include some of iam.
}, { "Effect": "Allow", "Action": "unknown:*",
      "NotResource": []
//    ^^^^^^^^^^^^^ NotResource allows the actions on every resource that is not listed.
}] }`,
    ));

  test('is silent on Deny, on Resource and in ceilings', () => {
    const text = '{ "Statement": { "Effect": "Allow", "Action": "s3:*", "NotResource": "arn:aws:s3:::b" } }';
    checkRule(notresourceAllow, text.replace('Allow', 'Deny'));
    checkRule(notresourceAllow, text.replace('NotResource', 'Resource'));
    checkRule(notresourceAllow, text.replace('"NotResource"', '"Resource": "*", "NotResource"'));
    checkRule(notresourceAllow, text, { policyType: 'scp' });
    checkRule(notresourceAllow, text, { policyType: 'boundary' });
  });

  test('leaves passing roles to the rule about it, unless more is allowed', () =>
    checkRule(
      notresourceAllow,
      `{ "Statement": [{ "Effect": "Allow", "Action": "iam:PassR*", "NotResource": "arn:aws:iam::111122223333:role/a" },
        { "Effect": "Allow", "Action": ["iam:PassRole", "iam:CreateRole"],
      "NotResource": "arn:aws:iam::111122223333:role/a" }] }
//    ^^^^^^^^^^^^^ NotResource allows 2 actions on every resource that is not listed. The actions include some of iam.
`,
    ));

  test('writes the pair of Allow and Deny, conditions and principals kept', () =>
    checkFix(
      notresourceAllow,
      `{
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "111122223333" },
      "Action": "s3:GetObject",
      "NotResource": [
        "arn:aws:s3:::b/secret/*"
      ],
      "Condition": { "Bool": { "aws:SecureTransport": "true" } }
    }
  ]
}`,
      'Allow "*" and deny the listed resources',
      `{
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "111122223333" },
      "Action": "s3:GetObject",
      "Resource": "*",
      "Condition": { "Bool": { "aws:SecureTransport": "true" } }
    },
    {
      "Effect": "Deny",
      "Principal": { "AWS": "111122223333" },
      "Action": "s3:GetObject",
      "Resource": [
        "arn:aws:s3:::b/secret/*"
      ],
      "Condition": { "Bool": { "aws:SecureTransport": "true" } }
    }
  ]
}`,
    ));

  test('names the resources that the actions take', () =>
    checkFix(
      notresourceAllow,
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", "s3:GetBucketLocation"], "NotResource": "arn:aws:s3:::b" } }',
      'Limit to bucket and object ARNs',
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", "s3:GetBucketLocation"], "Resource": ["arn:aws:s3:::amzn-s3-demo-bucket", "arn:aws:s3:::amzn-s3-demo-bucket/*"] } }',
    ));

  test('offers only the pair where the actions are not named', () =>
    assert.deepEqual(
      fixTitles(
        notresourceAllow,
        '{ "Statement": { "Effect": "Allow", "NotAction": "iam:*", "NotResource": "arn:aws:s3:::b" } }',
      ),
      ['Allow "*" and deny the listed resources'],
    ));
});

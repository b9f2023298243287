import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sensitiveKeyWildcard } from '../../../server/src/rules/condition/sensitive-key-wildcard.ts';
import { untrustworthyKey } from '../../../server/src/rules/condition/untrustworthy-key.ts';
import { publicPrincipal } from '../../../server/src/rules/principal/public-principal.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

const RESOURCE = { policyType: 'resource' } as const;

/** A statement on the objects of a bucket; `more` begins with a comma. */
const allow = (more = '', action = 's3:GetObject'): string =>
  `{ "Effect": "Allow", "Principal": "*", "Action": "${action}", "Resource": "arn:aws:s3:::b/*"${more} }`;

const policy = (...statements: readonly string[]): string => `{ "Statement": [${statements.join(', ')}] }`;

const messages = (text: string): readonly string[] =>
  findings(publicPrincipal, text, RESOURCE).map(({ severity, message }) => `${severity}: ${message}`);

describe('public-principal', () => {
  test('reports the star, bare, in a list, or as the root of every account', () =>
    checkRule(
      publicPrincipal,
      `{ "Statement": [
  { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Principal":
      "*"
//    ^^^ "*" lets anyone read the resource. No condition limits who calls.
  },
  { "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*", "Principal": { "AWS":
      ["111122223333", "*"]
//                     ^^^ "*" lets anyone write to the resource. No condition limits who calls.
  } },
  { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Principal": { "AWS":
      "arn:aws:iam::*:root"
//    ^^^^^^^^^^^^^^^^^^^^^ "arn:aws:iam::*:root" lets anyone change who has access to the resource. No condition limits who calls.
  } }
] }`,
      RESOURCE,
    ));

  test('names the condition that does not help', () => {
    assert.deepEqual(
      messages(policy(allow(', "Condition": { "Bool": { "aws:SecureTransport": "true" } }'))),
      [
        'warning: "*" lets anyone read the resource. The condition on "aws:SecureTransport" does not limit who calls.',
      ],
    );
    assert.deepEqual(
      messages(
        policy(allow(', "Condition": { "StringLike": { "s3:prefix": "x", "aws:PrincipalOrgID": "*" } }')),
      ),
      ['warning: "*" lets anyone read the resource. None of its conditions limits who calls.'],
    );
  });

  test('speaks of such a condition where the rule about its key is off', () => {
    const text = policy(allow(', "Condition": { "StringLike": { "aws:Referer": "https://example.com/*" } }'));
    assert.deepEqual(
      findings(publicPrincipal, text, RESOURCE).map(({ rule }) => rule.id),
      ['public-principal'],
    );
  });

  test('leaves a condition that was meant to help to the rule about its key', () => {
    const both = [publicPrincipal, untrustworthyKey, sensitiveKeyWildcard];
    const found = (condition: string): readonly string[] =>
      findings(both, policy(allow(`, "Condition": ${condition}`)), RESOURCE).map(({ rule }) => rule.id);
    assert.deepEqual(found('{ "StringLike": { "aws:Referer": "https://example.com/*" } }'), [
      'untrustworthy-key',
    ]);
    assert.deepEqual(found('{ "StringLike": { "aws:PrincipalOrgID": "o-a1*" } }'), [
      'sensitive-key-wildcard',
    ]);
    assert.deepEqual(found('{ "Null": { "aws:Referer": "false" } }'), ['public-principal']);
    assert.deepEqual(found('{ "StringLike": { "aws:PrincipalOrgID": "*" } }'), ['public-principal']);
    assert.deepEqual(found('{ "StringLike": { "aws:ResourceAccount": "1111*" } }'), [
      'public-principal',
      'sensitive-key-wildcard',
    ]);
    assert.deepEqual(found('{ "StringLikeIfExists": { "aws:PrincipalOrgID": "o-a1*" } }'), [
      'public-principal',
      'sensitive-key-wildcard',
    ]);
  });

  test('is milder where a key may tell callers apart', () =>
    assert.deepEqual(
      messages(
        policy(
          allow(
            ', "Condition": { "StringEquals": { "events:source": "com.example" } }',
            'lambda:InvokeFunction',
          ),
        ),
      ),
      [
        'information: "*" lets anyone write to the resource. The condition on "events:source" may not limit who calls.',
      ],
    ));

  test('is silent where a condition bounds the caller', () =>
    checkRule(
      publicPrincipal,
      policy(allow(', "Condition": { "StringEquals": { "aws:SourceVpce": "vpce-0123456789abcdef0" } }')),
      RESOURCE,
    ));

  test('is silent on Deny, named principals, services and identity providers', () =>
    checkRule(
      publicPrincipal,
      policy(
        allow().replace('Allow', 'Deny'),
        allow().replace('"*"', '{ "AWS": "111122223333" }'),
        allow().replace('"*"', '{ "Service": "*" }'),
        allow().replace('"*"', '{ "Federated": "*" }'),
        allow().replace('"Principal"', '"NotPrincipal"'),
        allow().replace('"*"', '7'),
      ),
      RESOURCE,
    ));

  test('is silent in trust policies and endpoint policies', () => {
    checkRule(publicPrincipal, policy(allow()), { policyType: 'trust' });
    checkRule(publicPrincipal, policy(allow()), { policyType: 'endpoint' });
  });

  test('waits while the statement is being typed', () =>
    checkRule(publicPrincipal, '{ "Statement": [{ "Effect": "Allow", "Principal": "*", "Acti', RESOURCE));

  describe('with a Deny in the same policy', () => {
    const outside = '"Condition": { "StringNotEquals": { "aws:SourceVpce": "vpce-0123456789abcdef0" } }';
    const deny = (action: string, resource: string, condition = outside): string =>
      `{ "Effect": "Deny", "Principal": "*", "Action": "${action}", "Resource": "${resource}", ${condition} }`;

    test('is silent where it spares known callers only and covers the Allow', () => {
      checkRule(publicPrincipal, policy(allow(), deny('s3:*', '*')), RESOURCE);
      checkRule(publicPrincipal, policy(deny('s3:Get*', 'arn:aws:s3:::b/*'), allow()), RESOURCE);
      checkRule(
        publicPrincipal,
        policy(allow(), deny('*', '*').replace('"Principal": "*"', '"Principal": { "AWS": ["*"] }')),
        RESOURCE,
      );
      checkRule(
        publicPrincipal,
        policy(
          allow(),
          '{ "Effect": "Deny", "NotPrincipal": { "AWS": "111122223333" }, "Action": "*", "Resource": "*" }',
        ),
        RESOURCE,
      );
      checkRule(
        publicPrincipal,
        policy(allow(), deny('s3:PutObject', '*').replace('Action', 'NotAction')),
        RESOURCE,
      );
    });

    test('reports where it covers too little, spares anyone, or is addressed to some', () => {
      const open = 'warning: "*" lets anyone read the resource. No condition limits who calls.';
      const tls = '"Condition": { "Bool": { "aws:SecureTransport": "false" } }';
      for (const other of [
        deny('s3:PutObject', '*'),
        deny('s3:*', 'arn:aws:s3:::b'),
        deny('s3:*', '*', tls),
        deny('s3:*', '*').replace('"Principal": "*"', '"Principal": { "AWS": "111122223333" }'),
        deny('s3:GetObject', '*').replace('Action', 'NotAction'),
        deny('s3:*', 'arn:aws:s3:::c/*').replace('Resource', 'NotResource'),
      ]) {
        assert.deepEqual(messages(policy(allow(), other)), [open], other);
      }
    });
  });

  test('limits to one organization', () =>
    checkFix(
      publicPrincipal,
      policy(allow(', "Condition": { "Bool": { "aws:SecureTransport": "true" } }')),
      'Limit to one organization',
      policy(
        allow(
          ', "Condition": { "Bool": { "aws:SecureTransport": "true" }, "StringEquals": { "aws:PrincipalOrgID": "o-exampleorgid" } }',
        ),
      ),
      RESOURCE,
    ));

  test('limits to one account', () => {
    const account = '"arn:aws:iam::111122223333:root"';
    const title = 'Limit to one account';
    checkFix(
      publicPrincipal,
      policy(allow()),
      title,
      policy(allow().replace('"*"', `{ "AWS": ${account} }`)),
      RESOURCE,
    );
    checkFix(
      publicPrincipal,
      policy(allow().replace('"*"', '{ "AWS": ["*"] }')),
      title,
      policy(allow().replace('"*"', `{ "AWS": [${account}] }`)),
      RESOURCE,
    );
  });

  test('offers no condition where the element cannot take one', () =>
    assert.deepEqual(fixTitles(publicPrincipal, policy(allow(', "Condition": 7')), RESOURCE), [
      'Limit to one account',
    ]));

  test('does not speak of a condition that is only misspelt or has no form: other rules do', () => {
    for (const condition of [
      '{ "StringEquals": [{ "aws:PrincipalOrgID": "o-a1b2c3d4e5" }] }',
      '[{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }]',
      '{ "aws:PrincipalOrgID": "o-a1b2c3d4e5" }',
    ]) {
      checkRule(publicPrincipal, policy(allow(`, "Condition": ${condition}`)), RESOURCE);
    }
    const misspelt = '{ "StringEquals": { "aws:PrincipalOgrID": "o-a1b2c3d4e5" } }';
    const [finding] = findings(publicPrincipal, policy(allow(`, "Condition": ${misspelt}`)), RESOURCE);
    assert.equal(finding?.severity, 'information');
  });
});

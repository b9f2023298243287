import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkHover, hoverAt } from '../../support/check-hover.ts';

/** A policy of statements, each written as its members. */
const policy = (...statements: readonly string[]): string =>
  `{ "Version": "2012-10-17", "Statement": [\n${statements.map((members) => `{ ${members} }`).join(',\n')}\n] }`;

const allow = (sid: string, rest: string): string => `"Sid": "${sid}", "Effect": "Allow", ${rest}`;
const deny = (sid: string, rest: string): string => `"Sid": "${sid}", "Effect": "Deny", ${rest}`;

const READ = '"Action": ["s3:GetObject", "s3:GetObjectAcl"], "Resource": "arn:aws:s3:::b/*"';
const TLS = '"Condition": { "Bool": { "aws:SecureTransport": "false" } }';

/** The lines about this policy. */
function lines(text: string, part: string): readonly string[] {
  const markdown = hoverAt(text, text.indexOf(part))?.markdown ?? '';
  return markdown.split('\n').flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : []));
}

describe('hover on Effect: an Allow', () => {
  const said = (...denies: readonly string[]): readonly string[] =>
    lines(policy(allow('Read', READ), ...denies), 'Allow"');

  test('is overridden by a Deny without conditions that contains it, and nothing else matters then', () =>
    assert.deepEqual(
      said(
        deny('NoS3', '"Action": "s3:*", "Resource": "*"'),
        deny('Tls', `"Action": "*", "Resource": "*", ${TLS}`),
      ),
      ['`NoS3` overrides it: every request that this statement matches is denied.'],
    ));

  test('can be overridden in part, on the actions that both name', () =>
    assert.deepEqual(said(deny('NoAcl', '"Action": "s3:*Acl", "Resource": "*"')), [
      '`NoAcl` can override it on `s3:GetObjectAcl`.',
    ]));

  test('can be overridden in part, on known actions where no pattern says which', () =>
    assert.deepEqual(
      lines(
        policy(
          allow('All', '"Action": "s3:Get*", "Resource": "*"'),
          deny('NoAcl', '"Action": "s3:*Acl", "Resource": "*"'),
        ),
        'Allow"',
      ),
      ['`NoAcl` can override it on `s3:GetObjectAcl`.'],
    ));

  test('can be overridden where conditions decide', () =>
    assert.deepEqual(said(deny('Tls', `"Action": "*", "Resource": "*", ${TLS}`)), [
      '`Tls` can override it; `Bool` on `aws:SecureTransport` decides.',
    ]));

  test('may be overridden where nothing is proven', () => {
    assert.deepEqual(said(deny('Later', '"Action": "*", "Resource": "arn:aws:s3:::${bucket}/*"')), [
      '`Later` may override it; how far is not known, because of `Resource`.',
    ]);
    assert.deepEqual(
      lines(
        policy(allow('Read', `${READ}, ${TLS}`), deny('Tls', `"Action": "*", "Resource": "*", ${TLS}`)),
        'Allow"',
      ),
      ['`Tls` may override it; both test `aws:SecureTransport`.'],
    );
  });

  test('is not touched by a Deny of other actions or resources', () => {
    assert.deepEqual(said(deny('NoPut', '"Action": "s3:Put*", "Resource": "*"')), [
      'No Deny of this policy overrides it.',
    ]);
    assert.deepEqual(said(), []);
  });

  test('calls statements without a Sid by their number', () =>
    assert.deepEqual(
      lines(policy(allow('Read', READ), '"Effect": "Deny", "Action": "*", "Resource": "*"'), 'Allow"'),
      ['Statement 2 overrides it: every request that this statement matches is denied.'],
    ));
});

describe('hover on Effect: a Deny', () => {
  const said = (members: string, ...allows: readonly string[]): readonly string[] =>
    lines(policy(...allows, deny('Guard', members)), 'Deny"');

  test('names what it overrides and what it can override', () =>
    assert.deepEqual(
      said(
        '"Action": "s3:Get*", "Resource": "*"',
        allow('Read', READ),
        allow('All', '"Action": "s3:*", "Resource": "*"'),
        allow('Write', '"Action": "s3:Put*", "Resource": "*"'),
      ),
      ['It overrides `Read`: every request matched there is denied.', 'It can override `All` on `s3:Get*`.'],
    ));

  test('says in brackets what it takes of several', () =>
    assert.deepEqual(
      said(
        '"Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*"',
        allow('Read', READ),
        allow('All', '"Action": "s3:*", "Resource": "*"'),
      ),
      ['It can override `Read` (`s3:GetObject`), `All` (`s3:GetObject` and 1 more).'],
    ));

  test('names the conditions once', () =>
    assert.deepEqual(
      said(
        `"Action": "*", "Resource": "*", ${TLS}`,
        allow('Read', READ),
        allow('Write', '"Action": "s3:Put*", "Resource": "*"'),
      ),
      ['It can override `Read`, `Write`; `Bool` on `aws:SecureTransport` decides.'],
    ));

  test('that overrides nothing says so', () =>
    assert.deepEqual(said('"Action": "iam:*", "Resource": "*"', allow('Read', READ)), [
      'It overrides no Allow of this policy.',
    ]));
});

describe('hover on Effect in a policy of many statements', () => {
  const many = Array.from({ length: 30 }, (_, i) =>
    deny(`D${i}`, `"Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${i}/*", ${TLS}`),
  );

  test('stays within twelve lines, for every effect and type of policy', () => {
    const text = policy(allow('Read', READ), ...many, allow('Write', '"Action": "s3:*", "Resource": "*"'));
    for (const policyType of ['identity', 'boundary', 'scp', 'session', 'endpoint', 'resource'] as const) {
      for (const part of ['Allow"', 'Deny"']) {
        const markdown = hoverAt(text, text.indexOf(part), { policyType })?.markdown ?? '';
        assert.ok(markdown.split('\n').length <= 12, markdown);
        assert.match(markdown, /this statement/);
      }
    }
    assert.equal(lines(text, 'Allow"').at(-1), '`D2`, `D3`, `D4` and 25 more may override it, too.');
  });

  test('is said once more in short without the order of evaluation', () =>
    checkHover(
      policy(
        allow('Read', READ).replace('Allow', 'Al$0low'),
        deny('NoS3', '"Action": "s3:*", "Resource": "*"'),
      ),
      `**Allow** in an identity-based policy grants to the user, group or role it is attached to, unless a Deny matches or a limit below does not allow.
- \`NoS3\` overrides it: every request that this statement matches is denied.`,
      { evaluationOrder: false },
    ));

  test('keeps every step of the evaluation, the last ones in one line', () =>
    checkHover(
      policy(
        allow('Read', READ).replace('Allow', 'Al$0low'),
        deny('NoS3', '"Action": "s3:*", "Resource": "*"'),
      ),
      [
        `1. Default: what nothing allows is denied.
2. Explicit deny: one matching Deny, in any policy that applies, ends it.
3. Resource control policies, Service control policies: must allow, at every level of the organization.
4. Resource-based policy: `,
        '5. **Identity-based policies (this statement)**: must allow',
        '6. Permissions boundary, Session policy, VPC endpoint policy: each must allow, where there is one.',
      ],
    ));
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PolicyType } from '../../server/src/iam/policy-type.ts';
import { RULES } from '../../server/src/rules/registry.generated.ts';
import type { LocatedFinding } from '../../server/src/rules/run-rules.ts';
import { allFindings } from '../support/all-findings.ts';
import { exampleDocument } from '../support/example-document.ts';

/*
 * Checks of other linters that are wrong, noisy or blind, each with what is right. Every test runs all rules as they are
 * shipped on the real catalogue.
 */

const BUCKET = 'arn:aws:s3:::reports-of-sales';
const OBJECTS = `${BUCKET}/*`;
const ROLE = { AWS: 'arn:aws:iam::111122223333:role/app' };
const INSTANCES = 'arn:aws:ec2:eu-west-1:111122223333:instance/*';
const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: OBJECTS };
const DENY = { Effect: 'Deny', Action: 's3:*', Resource: '*' };

describe('keys that a request lacks', () => {
  test('are reached by IfExists in a Deny, and escape without it (boogy)', () => {
    const condition = { 'aws:SourceVpce': 'vpce-0a1b2c3d' };
    assert.deepEqual(rules('identity', { ...DENY, Condition: { StringEqualsIfExists: condition } }), []);
    assert.deepEqual(rules('identity', { ...DENY, Condition: { StringEquals: condition } }), [
      'deny-positive-condition-key-absent',
    ]);
  });

  test('are reached by negated operators in a Deny, with or without IfExists (boogy)', () => {
    const condition = { 'aws:PrincipalTag/team': 'reports' };
    assert.deepEqual(rules('identity', { ...DENY, Condition: { StringNotEquals: condition } }), []);
    assert.deepEqual(rules('identity', { ...DENY, Condition: { StringNotEqualsIfExists: condition } }), []);
  });

  test('are no danger in the documented Deny without MFA (boogy)', () => {
    const condition = { 'aws:MultiFactorAuthPresent': 'false' };
    assert.deepEqual(rules('identity', { ...DENY, Condition: { BoolIfExists: condition } }), []);
    assert.deepEqual(rules('identity', { ...DENY, Condition: { Bool: condition } }), ['mfa-bool-false']);
  });

  test('are not caught by Null with "false" beside ForAnyValue (boogy)', () => {
    const condition = { 'ForAnyValue:StringNotLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/*' } };
    const found = findings('identity', { ...DENY, Condition: condition });
    assert.deepEqual(found.map(idOf), ['foranyvalue-deny-without-null']);
    const texts = newTexts(found);
    assert.ok(texts.length > 0);
    for (const text of texts) assert.doesNotMatch(text, /"Null".*"false"/s);
  });

  test('are not told from MFA by Null (parliament)', () => {
    const present = { 'aws:MultiFactorAuthPresent': 'false' };
    assert.deepEqual(rules('identity', { ...READ, Condition: { Null: present } }), ['mfa-null']);
    const absent = { 'aws:MultiFactorAuthPresent': 'true' };
    assert.deepEqual(rules('identity', { ...DENY, Condition: { Null: absent } }), ['mfa-null']);
  });

  test('are demanded by Null beside ForAllValues, and always there for rows of a table (aws-iam-language-server)', () => {
    const paths = { 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/*' } };
    assert.deepEqual(rules('identity', { ...READ, Condition: paths }), ['forallvalues-allow-without-null']);
    const guarded = { ...paths, Null: { 'aws:PrincipalOrgPaths': 'false' } };
    assert.deepEqual(rules('identity', { ...READ, Condition: guarded }), []);
    const ownRows = { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['${aws:username}'] } };
    assert.deepEqual(
      rules('identity', {
        Effect: 'Allow',
        Action: ['dynamodb:GetItem', 'dynamodb:Query'],
        Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
        Condition: ownRows,
      }),
      [],
    );
  });
});

describe('suggestions', () => {
  test('hold no private addresses that the policy does not have (boogy)', () => {
    for (const { examples } of RULES) {
      for (const { bad, policyType } of examples) {
        const document = exampleDocument(bad);
        for (const text of newTexts(allFindings(document, { isPolicyFile: true, policyType })))
          for (const [address] of text.matchAll(PRIVATE)) assert.ok(document.includes(address), text);
      }
    }
  });

  test('a prefix in a condition on objects is no example to follow (boogy)', () =>
    assert.deepEqual(rules('identity', { ...READ, Condition: { StringLike: { 's3:prefix': '2026/*' } } }), [
      'condition-key-unsupported-by-any-action',
    ]));
});

describe('principals', () => {
  test('may be sessions, deleted users and providers that speak OpenID Connect (parliament)', () => {
    const session = { AWS: 'arn:aws:sts::111122223333:assumed-role/app/nightly' };
    assert.deepEqual(rules('resource', { ...READ, Principal: session }), []);
    assert.deepEqual(rules('resource', { ...READ, Principal: { AWS: 'AIDA2B3C4D5E6F7G8H9IJ' } }), [
      'principal-unique-id',
    ]);
    assert.deepEqual(
      rules('trust', trusting(['arn:aws:iam::111122223333:oidc-provider/login.example.com'])),
      [],
    );
  });

  test('are no groups, and live in isolated partitions, too (cfn-lint)', () => {
    const group = { AWS: 'arn:aws:iam::111122223333:group/readers' };
    assert.deepEqual(rules('resource', { ...READ, Principal: group }), ['principal-aws-value']);
    const isolated = { ...READ, Resource: 'arn:aws-iso-b:s3:::reports-of-sales/*' };
    const caller = { AWS: 'arn:aws-iso-b:iam::111122223333:role/app' };
    assert.deepEqual(rules('resource', { ...isolated, Principal: caller }), []);
  });

  test('of an account are no mistake in a trust policy (checkov)', () => {
    const account = { AWS: 'arn:aws:iam::111122223333:root' };
    assert.deepEqual(rules('trust', { Effect: 'Allow', Principal: account, Action: 'sts:AssumeRole' }), []);
  });

  test('are limited by keys in any case, and by no exception (checkov)', () => {
    const everyone = { ...READ, Principal: '*' };
    const excepting = { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/guest' } };
    assert.deepEqual(rules('resource', { ...everyone, Condition: excepting }), ['public-principal']);
    const organization = { StringEquals: { 'AWS:principalorgid': 'o-a1b2c3d4e5' } };
    assert.deepEqual(rules('resource', { ...everyone, Condition: organization }), ['condition-key-case']);
  });

  test('of the account may use an interface endpoint (cloud-copilot)', () => {
    const queue = 'arn:aws:sqs:eu-west-1:111122223333:orders';
    const send = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: queue };
    assert.deepEqual(rules('endpoint', { ...send, Principal: ROLE }), []);
  });
});

describe('later statements and later entries', () => {
  const own = { Effect: 'Allow', Principal: ROLE, Action: 'sts:AssumeRole' };

  test('are checked behind a statement without conditions (parliament)', () => {
    const condition = { 'ForAllValues:StringEquals': { 'aws:PrincipalTag/team': ['red', 'blue'] } };
    const start = {
      Effect: 'Allow',
      Action: 'ec2:StartInstances',
      Resource: INSTANCES,
      Condition: condition,
    };
    assert.deepEqual(rules('identity', READ, start), ['single-valued-key-with-qualifier']);
  });

  test('are checked behind a statement and a provider other than GitHub (checkov)', () => {
    const mismatch = 'oidc-key-provider-mismatch';
    assert.deepEqual(rules('trust', own, trusting([GITHUB])), [
      'oidc-github-sub-missing',
      mismatch,
      mismatch,
    ]);
    const other = 'arn:aws:iam::111122223333:oidc-provider/login.example.com';
    assert.deepEqual(rules('trust', trusting([other, GITHUB])), ['oidc-github-sub-missing']);
  });

  test('are checked behind a subject of one repository (checkov)', () => {
    const subject = {
      'token.actions.githubusercontent.com:sub': ['repo:octo-org/app:environment:live', '*'],
    };
    assert.deepEqual(rules('trust', { ...trusting([GITHUB]), Condition: { StringLike: subject } }), [
      'oidc-github-sub-wildcard',
    ]);
    const all = { 'token.actions.githubusercontent.com:sub': 'repo:octo-org/*' };
    assert.deepEqual(rules('trust', { ...trusting([GITHUB]), Condition: { StringLike: all } }), [
      'oidc-github-sub-org-wide',
    ]);
  });

  test('are checked for actions of all kinds, in lists, too (checkov)', () => {
    const everyone = { Principal: { AWS: ['*'] }, Action: ['s3:*'], Resource: [BUCKET, OBJECTS] };
    const tls = { Effect: 'Deny', ...everyone, Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    const found = findings('resource', tls, { Effect: 'Allow', ...everyone });
    assert.deepEqual(found.map(idOf), ['public-principal', 'service-star']);
  });

  const run = {
    Effect: 'Allow',
    Action: 'ecs:RunTask',
    Resource: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly:*',
  };
  const role = 'arn:aws:iam::111122223333:role/nightly';

  test('that deny, or except, allow no action that another one needs (aws-iam-language-server)', () => {
    const deny = { Effect: 'Deny', Action: 'iam:PassRole', Resource: role };
    assert.deepEqual(rules('identity', run, deny), ['dependent-action-missing']);
    const except = { Effect: 'Deny', NotAction: ['iam:PassRole', 'ecs:*'], Resource: '*' };
    assert.deepEqual(rules('identity', run, except), ['dependent-action-missing']);
  });

  test('that pass one role to one service are as they should be; patterns are not (trivy)', () => {
    const toTasks = { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } };
    const pass = { Effect: 'Allow', Action: 'iam:PassRole', Resource: role, Condition: toTasks };
    assert.deepEqual(rules('identity', run, pass), []);
    assert.deepEqual(rules('identity', { Effect: 'Allow', Action: 'iam:*Role', Resource: '*' }).slice(-1), [
      'passrole-star-resource',
    ]);
  });
});

describe('the language of policies', () => {
  test('has no operator with half a suffix (cfn-lint)', () => {
    const organization = { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' };
    assert.deepEqual(rules('identity', { ...READ, Condition: { StringEqualsExists: organization } }), [
      'unknown-condition-operator',
    ]);
    const range = { 'aws:SourceIp': '203.0.113.0/24' };
    assert.deepEqual(rules('identity', { ...READ, Condition: { IpAddressExists: range } }), [
      'unknown-condition-operator',
    ]);
    const absent = { 'aws:SourceIp': 'true' };
    assert.deepEqual(rules('identity', { ...READ, Condition: { NullIfExists: absent } }), [
      'null-with-ifexists',
    ]);
  });

  test('is that of 2008 where no Version is given, and policies are found without it (Access Analyzer, aws-iam-language-server)', () => {
    const found = allFindings(JSON.stringify({ Statement: [{ ...READ, Action: 's3:GetObjects' }] }));
    assert.deepEqual(found.map(idOf).sort(), ['missing-version', 'unknown-action']);
    assert.match(found.find((finding) => idOf(finding) === 'missing-version')?.message ?? '', /2008/);
  });

  test('lets service control policies have wildcards anywhere in an action (Access Analyzer)', () =>
    assert.deepEqual(
      rules('scp', { Effect: 'Deny', Action: ['s3:Delete*Policy', 'ec2:*Vpc'], Resource: '*' }),
      [],
    ));

  test('wants a Resource in a resource control policy, even in a published example (aws-samples)', () =>
    // FIXME: such a policy cannot allow anything either.
    assert.deepEqual(
      rules('rcp', {
        Effect: 'Allow',
        Principal: '*',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { 'accounts.google.com:aud': 'reports' } },
      }),
      ['missing-resource'],
    ));
});

const GITHUB = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';

const PRIVATE = /\b(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+){2,3}(?:\/\d+)?/g;

function trusting(providers: readonly string[]): object {
  return {
    Effect: 'Allow',
    Principal: { Federated: providers },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: { 'login.example.com:aud': 'reports', 'login.example.com:sub': 'nightly' },
    },
  };
}

function rules(policyType: PolicyType, ...statements: readonly object[]): readonly string[] {
  return findings(policyType, ...statements).map(idOf);
}

function findings(policyType: PolicyType, ...statements: readonly object[]): readonly LocatedFinding[] {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  return allFindings(text, { policyType });
}

function idOf({ rule }: LocatedFinding): string {
  return rule.id;
}

function newTexts(found: readonly LocatedFinding[]): readonly string[] {
  return found
    .flatMap((finding) => finding.fixes())
    .flatMap(({ edits }) => edits.map(({ newText }) => newText));
}

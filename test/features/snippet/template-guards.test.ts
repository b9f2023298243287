import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { StatementSketch } from '../../../server/src/features/snippet/template.ts';
import { TEMPLATES } from '../../../server/src/features/snippet/templates.ts';

const STATEMENTS = TEMPLATES.flatMap(({ id, statements }) =>
  statements.map((statement) => ({ id, ...statement })),
);

/** Compute services do not say for whom they assume a role. */
const WITHOUT_SOURCE = /^(ec2|lambda)\.amazonaws\.com$/;

describe('templates guard', () => {
  test('what a service may do in the name of others', () => {
    const guarded = STATEMENTS.filter(
      ({ Effect, Principal }) =>
        Effect === 'Allow' && !WITHOUT_SOURCE.test(service(Principal) ?? 'ec2.amazonaws.com'),
    );
    assert.ok(guarded.length >= 6);
    for (const statement of guarded) {
      const keys = keysOf(statement);
      assert.ok(keys.includes('aws:SourceArn') || keys.includes('aws:SourceAccount'), statement.id);
    }
  });

  test('against buckets that change hands: their ARN names no account', () => {
    const fromBucket = STATEMENTS.filter(({ Principal }) => service(Principal) === 's3.amazonaws.com');
    assert.ok(fromBucket.length >= 2);
    for (const statement of fromBucket)
      assert.ok(keysOf(statement).includes('aws:SourceAccount'), statement.id);
  });

  test('against other repositories: audience and subject are compared exactly', () => {
    const federated = STATEMENTS.filter(({ Action }) => Action === 'sts:AssumeRoleWithWebIdentity');
    assert.ok(federated.length >= 2);
    for (const { id, Condition } of federated) {
      assert.deepEqual(Object.keys(Condition ?? {}), ['StringEquals'], id);
      const claims = Object.entries(Condition?.['StringEquals'] ?? {});
      assert.deepEqual(
        claims.map(([key]) => key.replace(/^.*:/, '')),
        ['aud', 'sub'],
      );
      for (const [, value] of claims) assert.doesNotMatch(String(value), /[*?]/);
    }
  });

  test('what everyone may do by naming an organization or account', () => {
    const open = STATEMENTS.filter(({ Effect, Principal }) => Effect === 'Allow' && Principal === '*');
    assert.ok(open.length >= 2);
    for (const statement of open) {
      assert.ok(
        keysOf(statement).some((key) => /^aws:Principal(OrgID|Account)$/.test(key)),
        statement.id,
      );
    }
  });

  test('AWS services from a Deny to all outside the organization', () => {
    const perimeter = STATEMENTS.filter((statement) =>
      keysOf(statement).includes('aws:PrincipalOrgID'),
    ).filter(({ Effect }) => Effect === 'Deny');
    assert.ok(perimeter.length >= 2);
    for (const { id, Condition } of perimeter) {
      assert.deepEqual(Condition?.['BoolIfExists'], { 'aws:PrincipalIsAWSService': 'false' }, id);
    }
  });
});

function service(principal: StatementSketch['Principal']): string | undefined {
  return typeof principal === 'object' && principal.Service !== undefined
    ? String(principal.Service)
    : undefined;
}

function keysOf({ Condition }: StatementSketch): readonly string[] {
  return Object.values(Condition ?? {}).flatMap((entries) => Object.keys(entries));
}

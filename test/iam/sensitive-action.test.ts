import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expandActionPattern } from '../../server/src/catalogue/action-pattern.ts';
import { SENSITIVE_KINDS, sensitiveKind } from '../../server/src/catalogue/sensitive-kind.ts';
import {
  CREDENTIAL_ACTIONS,
  ESCALATING_ACTIONS,
  isDestructiveName,
} from '../../server/src/iam/sensitive-action.ts';
import { realCatalogue } from '../catalogue/compiler.ts';

const kindOf = (action: string) => sensitiveKind(realCatalogue(), action);

describe('the tables of sensitive actions', () => {
  const listed = [CREDENTIAL_ACTIONS, ESCALATING_ACTIONS].flatMap((table) =>
    Object.entries(table).flatMap(([prefix, names]) =>
      names.split(' ').map((name) => [prefix, name] as const),
    ),
  );

  test('name only actions that exist, as AWS spells them', () => {
    for (const [prefix, name] of listed) {
      const names = realCatalogue().service(prefix)?.actionNames();
      assert.ok(names?.includes(name), `${prefix}:${name}`);
    }
  });

  test('are sorted and name nothing twice', () => {
    assert.equal(new Set(listed.map((entry) => entry.join(':'))).size, listed.length);
    for (const table of [CREDENTIAL_ACTIONS, ESCALATING_ACTIONS]) {
      assert.deepEqual(Object.keys(table), Object.keys(table).sort());
      for (const names of Object.values(table)) {
        assert.deepEqual(names.split(' '), names.split(' ').sort());
      }
    }
  });

  test('list no action as escalating whose level says so already', () => {
    for (const [prefix, names] of Object.entries(ESCALATING_ACTIONS)) {
      for (const name of names.split(' ')) {
        const level = realCatalogue().service(prefix)?.accessLevel(name);
        assert.notEqual(level, 'Permissions management', name);
      }
    }
  });
});

describe('sensitiveKind', () => {
  test('tells the kinds apart, without regard to case', () => {
    assert.equal(kindOf('IAM:passrole'), 'permissions');
    assert.equal(kindOf('s3:PutBucketPolicy'), 'permissions');
    assert.equal(kindOf('sts:AssumeRole'), 'credentials');
    assert.equal(kindOf('rds-db:connect'), 'credentials');
    assert.equal(kindOf('s3:DeleteObject'), 'destructive');
    assert.equal(kindOf('kms:ScheduleKeyDeletion'), 'destructive');
    assert.equal(kindOf('ec2:TerminateInstances'), 'destructive');
  });

  test('is undefined for what is harmless by comparison, and for what does not exist', () => {
    for (const action of ['s3:GetObject', 's3:PutObject', 'ec2:CancelImportTask', 's3:Nope', 'nope']) {
      assert.equal(kindOf(action), undefined, action);
    }
  });

  test('finds each kind in the real data about as often as it should', () => {
    const kinds = expandActionPattern(realCatalogue(), '*').map(kindOf);
    const counts = SENSITIVE_KINDS.map((kind) => kinds.filter((own) => own === kind).length);
    const [permissions = 0, credentials = 0, destructive = 0] = counts;
    assert.ok(permissions > 350 && permissions < 700, `${permissions}`);
    assert.ok(credentials > 60 && credentials < 120, `${credentials}`);
    assert.ok(destructive > 2000 && destructive < 4000, `${destructive}`);
  });
});

describe('isDestructiveName', () => {
  test('goes by whole words', () => {
    assert.ok(isDestructiveName('BatchDeleteImage'));
    assert.ok(!isDestructiveName('DeletedThings'));
    assert.ok(!isDestructiveName('Deletes'));
    assert.ok(!isDestructiveName('CancelKeyDeletion'));
    assert.ok(!isDestructiveName('GetDeleteMarker'));
  });
});

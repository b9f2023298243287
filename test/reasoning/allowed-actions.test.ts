import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expandActionPattern } from '../../server/src/catalogue/action-pattern.ts';
import { parseStatement } from '../../server/src/policy/statement.ts';
import { allowedActions } from '../../server/src/reasoning/allowed-actions.ts';
import { TINY } from '../support/tiny-catalogue.ts';

function actionsOf(element: 'Action' | 'NotAction', patterns: string | readonly string[]) {
  const statement = parseStatement(JSON.stringify({ [element]: patterns }));
  assert.ok(statement);
  return allowedActions(statement, TINY);
}

const ALL = expandActionPattern(TINY, '*');

describe('allowedActions', () => {
  test('counts an action that several patterns match once, without regard to case', () => {
    const actions = actionsOf('Action', [
      's3:GetObject*',
      'S3:getobject',
      'dynamodb:Query',
      's3:Unknown',
      's3:PutObject:x',
    ]);
    assert.deepEqual(actions.names, [
      'dynamodb:Query',
      's3:GetObject',
      's3:GetObjectAcl',
      's3:GetObjectTagging',
    ]);
    assert.equal(actions.size, 4);
    assert.equal(actions.byLevel.Read, 4);
    assert.deepEqual(actions.servicePrefixes, ['dynamodb', 's3']);
    assert.equal(actions.countIn('s3'), 3);
    assert.equal(actions.countIn('iam'), 0);
    assert.deepEqual(
      actions.infos.map(({ servicePrefix, name }) => `${servicePrefix}:${name}`).sort(),
      actions.names,
    );
  });

  test('NotAction leaves over all the rest, of services partly named and not named at all', () => {
    const actions = actionsOf('NotAction', ['s3:*', 'iam:Create*']);
    assert.equal(actions.size, ALL.length - 12 - 2);
    assert.equal(actions.size, actions.names.length);
    assert.equal(actions.countIn('s3'), 0);
    assert.equal(actions.countIn('iam'), 4);
    assert.ok(!actions.servicePrefixes.includes('s3'));
    assert.ok(actions.servicePrefixes.includes('iam'));
    assert.ok(!actions.names.includes('iam:CreateUser'));
    assert.equal(actions.infos.length, actions.size);
  });

  test('a star, with or without a colon, is everything', () => {
    for (const star of ['*', '*:*']) {
      const actions = actionsOf('Action', star);
      assert.deepEqual([...actions.names].sort(), [...ALL].sort());
      assert.equal(actions.size, ALL.length);
      assert.equal(actions.countIn('kms'), 1);
    }
  });

  test('is computed once for a statement', () => {
    const statement = parseStatement('{ "Action": "s3:*" }');
    assert.ok(statement);
    assert.equal(allowedActions(statement, TINY), allowedActions(statement, TINY));
  });

  test('is empty without actions', () => assert.equal(actionsOf('Action', []).size, 0));
});

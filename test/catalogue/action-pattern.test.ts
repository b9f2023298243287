import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countActionsByAccessLevel, expandActionPattern } from '../../server/src/catalogue/action-pattern.ts';
import { TINY } from '../support/tiny-catalogue.ts';
import { realCatalogue } from './compiler.ts';

const expand = (pattern: string): readonly string[] => expandActionPattern(TINY, pattern);

describe('expandActionPattern', () => {
  test('matches without regard to case and answers in the spelling of AWS', () =>
    assert.deepEqual(expand('S3:getobject*'), ['s3:GetObject', 's3:GetObjectAcl', 's3:GetObjectTagging']));

  test('takes ? for exactly one character', () => {
    assert.deepEqual(expand('s3:?etObject'), ['s3:GetObject']);
    assert.deepEqual(expand('s3:GetObject?'), []);
  });

  test('takes wildcards in the prefix', () => {
    assert.deepEqual(expand('*:Get*er*'), ['iam:GetUser', 'sts:GetCallerIdentity']);
    assert.deepEqual(expand('s?s:*Publish'), ['sns:Publish']);
  });

  test('gives a literal name back', () => assert.deepEqual(expand('iam:passrole'), ['iam:PassRole']));

  test('is empty for what matches nothing', () => {
    for (const pattern of ['s3:Nope*', 'nope:*', 's3', 's3*', '', ':', 's3:GetObject:', 's3:Get*:x']) {
      assert.deepEqual(expand(pattern), [], pattern);
    }
  });

  test('gives every action for a lone star', () => {
    const all = TINY.servicePrefixes().flatMap((prefix) =>
      (TINY.service(prefix)?.actionNames() ?? []).map((name) => `${prefix}:${name}`),
    );
    assert.deepEqual(expand('*'), all);
    assert.deepEqual(expand('*:*'), all);
  });

  test('agrees with a plain search through the real catalogue', () => {
    const catalogue = realCatalogue();
    const everything = expandActionPattern(catalogue, '*');
    for (const [pattern, expected] of [
      ['*:*Tag*', /:.*tag/i],
      ['ec2:Describe*', /^ec2:describe/i],
      ['s3*:Get*Object', /^s3[^:]*:get.*object$/i],
      ['*:get*secret*', /:get.*secret/i],
    ] as const) {
      assert.deepEqual(
        expandActionPattern(catalogue, pattern),
        everything.filter((action) => expected.test(action)),
      );
    }
  });
});

describe('countActionsByAccessLevel', () => {
  test('counts by level, an action that several patterns match once', () =>
    assert.deepEqual(countActionsByAccessLevel(TINY, ['s3:*', 's3:Get*', 'S3:GetObject', 'iam:PassRole']), {
      List: 2,
      Read: 4,
      Write: 4,
      Tagging: 1,
      'Permissions management': 2,
    }));

  test('is zero for what matches nothing', () =>
    assert.deepEqual(countActionsByAccessLevel(TINY, ['nope:*']), {
      List: 0,
      Read: 0,
      Write: 0,
      Tagging: 0,
      'Permissions management': 0,
    }));
});

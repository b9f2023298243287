import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { wordMatcher } from '../../server/src/base/word-match.ts';

describe('matching words of a name', () => {
  const cases: readonly (readonly [string, string, number | undefined])[] = [
    ['getob', 'GetObjectTagging', 3],
    ['', 'GetObject', 3],
    ['getobjtag', 'GetObjectTagging', 2],
    ['gobt', 'GetObjectTagging', 2],
    ['list buckets', 'ListAllMyBuckets', 2],
    ['lmb', 'ListAllMyBuckets', 2],
    ['sgroup', 'DescribeSecurityGroups', 2],
    ['acl', 'GetBucketAcl', 2],
    ['bjec', 'GetObject', 1],
    ['gjt', 'GetObject', 0],
    ['dbi', 'CreateDBInstance', 2],
    ['xyz', 'GetObject', undefined],
  ];
  for (const [typed, name, expected] of cases) {
    test(`${typed} in ${name}`, () => assert.equal(wordMatcher(typed)(name), expected));
  }
});

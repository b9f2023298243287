import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  baselineText,
  compareWithBaseline,
  knownFindings,
  readBaseline,
} from '../../server/src/config/baseline.ts';
import { createPolicyService } from '../../server/src/service.ts';
import { TINY } from '../support/tiny-catalogue.ts';

/** With one rule, so that others that come later find nothing more. */
const service = createPolicyService({
  catalogue: TINY,
  settings: { preset: 'syntax-only', severities: new Map([['unknown-action', 'error']]) },
});
const findings = (text: string) => service.validate(service.read(text));

const POLICY = {
  Version: '2012-10-17',
  Statement: [
    { Sid: 'One', Effect: 'Allow', Action: ['s3:GetObjcet', 's3:PutObjcet'], Resource: 'arn:aws:s3:::b/*' },
    { Effect: 'Allow', Action: 's3:GetObjcet', Resource: 'arn:aws:s3:::b/*' },
  ],
};
const TEXT = JSON.stringify(POLICY);

/** What is left of the findings of a text behind a baseline of `TEXT`. */
function compared(
  text: string,
): readonly [fresh: readonly string[], known: number, stale: readonly string[]] {
  const known = knownFindings(TEXT, findings(TEXT));
  const result = compareWithBaseline(text, findings(text), known);
  return [
    result.fresh.map(({ message }) => message),
    result.known.length,
    result.stale.map(({ statement = '-', value, count }) => `${statement} ${value} ${count}`),
  ];
}

describe('a baseline', () => {
  test('knows what it was written from', () => assert.deepEqual(compared(TEXT), [[], 3, []]));

  test('knows findings whose lines have moved, with another layout and order', () => {
    const { Version, Statement } = POLICY;
    const other = { Version, Statement: [...Statement].reverse() };
    assert.deepEqual(compared(`\n\n${JSON.stringify(other, undefined, '\t')}`), [[], 3, []]);
    assert.deepEqual(compared(TEXT.replace(/\["s3:GetObjcet",("[^"]+")\]/, '[ $1 ,"s3:GetObjcet"]')), [
      [],
      3,
      [],
    ]);
  });

  test('tells new findings, also one more of the same', () => {
    const more = { ...POLICY, Statement: [...POLICY.Statement, POLICY.Statement[1]] };
    assert.deepEqual(compared(JSON.stringify(more)), [['s3 has no action "GetObjcet".'], 3, []]);
    assert.deepEqual(compared(TEXT.replace('PutObjcet', 'PutObjetc')), [
      ['s3 has no action "PutObjetc".'],
      2,
      ['One s3:PutObjcet 1'],
    ]);
  });

  test('tells what is gone', () =>
    assert.deepEqual(compared(TEXT.replace('PutObjcet', 'PutObject')), [[], 2, ['One s3:PutObjcet 1']]));

  test('is read as it was written, a line for each finding', () => {
    const baseline = new Map([
      ['b.json', knownFindings(TEXT, findings(TEXT))],
      ['a.json', knownFindings(TEXT, findings(TEXT))],
      ['none.json', []],
    ]);
    const text = baselineText(baseline);
    const { baseline: read, problems } = readBaseline(text);
    assert.deepEqual(problems, []);
    assert.deepEqual([...read.keys()], ['a.json', 'b.json']);
    assert.deepEqual(read.get('b.json'), baseline.get('b.json'));
    assert.match(
      text,
      /^ {6}\{"rule":"unknown-action","statement":"One","at":"Statement\/Action","value":"s3:GetObjcet"\},$/m,
    );
    assert.deepEqual(readBaseline(baselineText(new Map())), { baseline: new Map(), problems: [] });
  });

  test('says where it cannot be read', () => {
    const messages = (text: string) => readBaseline(text).problems.map(({ message }) => message);
    assert.deepEqual(messages('[]'), ['A baseline is an object with "files".']);
    assert.deepEqual(messages('{ "files": { "a": [{ "rule": "x" }] } }'), [
      'This is no entry of a baseline.',
    ]);
    assert.equal(messages('{ "files": {').length, 2);
  });
});

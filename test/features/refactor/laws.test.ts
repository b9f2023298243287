import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { plainText } from '../../../server/src/base/snippet.ts';
import { applyEdits } from '../../../server/src/base/text-edit.ts';
import type { Action } from '../../../server/src/features/code-action/action.ts';
import { collapseActions } from '../../../server/src/features/refactor/collapse-actions.ts';
import { excludeSensitive } from '../../../server/src/features/refactor/exclude-sensitive.ts';
import { narrowToLevels } from '../../../server/src/features/refactor/narrow-to-levels.ts';
import { narrowToResources } from '../../../server/src/features/refactor/narrow-to-resources.ts';
import { narrowToUsed } from '../../../server/src/features/refactor/narrow-to-used.ts';
import { refactors } from '../../../server/src/features/refactor/refactors.ts';
import { isFix, type Transformed } from '../../../server/src/features/refactor/transformed.ts';
import { readPolicies } from '../../../server/src/policy/read-policies.ts';
import { parseStatement, type Statement } from '../../../server/src/policy/statement.ts';
import { granted, newlyGranted } from '../../support/granted.ts';
import { TINY } from '../../support/tiny-catalogue.ts';

const ACTIONS = [
  's3:*',
  's3:Get*',
  'S3:*object*',
  's3:PutObject',
  's3:ListBucket',
  's3:ListAllMyBuckets',
  's3:New',
  'iam:*',
  'iam:PassRole',
  'dynamodb:*',
  'dynamodb:Quer?',
  '*',
  '*:Get*',
];

const RESOURCES = [
  '*',
  'arn:aws:s3:::b',
  'arn:aws:s3:::b/*',
  'arn:aws:s3:::b*',
  'arn:aws:iam::*:role/*',
  'arn:aws:dynamodb:*:*:table/t',
  'arn:aws:dynamodb:*:*:table/t/index/*',
  '${bucket}/*',
];

/** At least one that each of the patterns matches, and some that no others do. */
const SAMPLES = [
  'arn:aws:s3:::b',
  'arn:aws:s3:::b/key',
  'arn:aws:s3:::bc',
  'arn:aws:iam::111122223333:role/r',
  'arn:aws:dynamodb:us-east-1:111122223333:table/t',
  'arn:aws:dynamodb:us-east-1:111122223333:table/t/index/i',
  'arn:aws:sns:us-east-1:111122223333:topic',
  '${bucket}/key',
];

/** How lists and objects are written: on one line, on several, with comments. */
const GAPS = [' ', '\n  ', '\r\n\t', ' // why\n  ', '\n  /* what */ '];

const list = (items: readonly string[]) => fc.subarray([...items], { minLength: 1, maxLength: 4 });

const policy = fc
  .record({
    effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
    actionKey: fc.constantFrom('Action', 'Action', 'Action', 'NotAction'),
    resourceKey: fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'),
    actions: list(ACTIONS),
    resources: list(RESOURCES),
    condition: fc.constantFrom('', ',\n"Condition": { "Bool": { "aws:SecureTransport": "true" } }'),
    gap: fc.constantFrom(...GAPS),
    isInList: fc.boolean(),
  })
  .map(({ effect, actionKey, resourceKey, actions, resources, condition, gap, isInList }) => {
    const written = (items: readonly string[]): string =>
      items.length === 1
        ? JSON.stringify(items[0])
        : `[${gap}${items.map((item) => JSON.stringify(item)).join(`,${gap}`)}${gap}]`;
    const statement = `{${gap}"Effect": "${effect}",${gap}"${actionKey}": ${written(actions)},${gap}"${resourceKey}": ${written(resources)}${condition}${gap}}`;
    return `{ "Version": "2012-10-17", "Statement": ${isInList ? `[${statement}]` : statement} }`;
  });

function offered(text: string, offset: number): readonly Action[] {
  return refactors(readPolicies(text, { isPolicyFile: true }), { start: offset, end: offset }, TINY);
}

function applied(text: string, { edits, isSnippet }: Action): string {
  const plain = edits.map(({ range, newText }) => ({
    range,
    newText: isSnippet ? plainText(newText) : newText,
  }));
  return applyEdits(text, plain);
}

/** Check every refactoring offered at some places of random policies. */
function forAll(check: (text: string, action: Action, offset: number) => void, numRuns: number): void {
  fc.assert(
    fc.property(policy, fc.nat(), (text, place) => {
      const offset = place % text.length;
      for (const action of offered(text, offset)) check(text, action, offset);
    }),
    { numRuns },
  );
}

const grantedBy = (text: string): ReadonlySet<string> => granted(text, TINY, SAMPLES);

/** A comment on the line of a string that leaves goes with it; nothing else does. */
const blockComments = (text: string): number => text.split('/*').length;

describe('every refactoring', () => {
  test('leaves valid JSON', () =>
    forAll((text, action) => {
      const problems: never[] = [];
      const after = applied(text, action);
      assert.ok(parse(after, problems), action.title);
      assert.deepEqual(problems, [], `${action.title}: ${after}`);
    }, 400));

  test('changes something', () =>
    forAll((text, action) => assert.notEqual(applied(text, action), text, action.title), 400));

  test('has a title that no other at the same place has', () =>
    forAll((text, { title }, offset) => {
      assert.equal(offered(text, offset).filter((other) => other.title === title).length, 1, title);
    }, 100));
});

describe('narrowing, splitting, denying and guarding', () => {
  test('never widen, unless the title says so', () =>
    forAll((text, action) => {
      const isNarrowing = !/expand|collapse/.test(action.kind) && !action.title.includes('newly allowed');
      if (!isNarrowing) return;
      const after = applied(text, action);
      assert.deepEqual(
        newlyGranted(grantedBy(text), grantedBy(after)),
        [],
        `${action.title}:\n${text}\n${after}`,
      );
    }, 400));
});

describe('expanding and collapsing', () => {
  test('keep the same actions of the catalogue', () =>
    forAll((text, action) => {
      if (!/expand|collapse/.test(action.kind)) return;
      assert.deepEqual(
        [...grantedBy(applied(text, action))].sort(),
        [...grantedBy(text)].sort(),
        action.title,
      );
    }, 400));
});

describe('applied again, a refactoring', () => {
  /** Without the counts, which differ; the levels are those of one string or of all, as the place may be. */
  const wish = (title: string): string => title.replace(/\d+/g, '#').replace(/\(.*/, '');

  test('changes nothing more', () =>
    forAll((text, action) => {
      if (/ by a condition$|^Narrow to [RLWTP]\w+|^Expand/.test(action.title)) return;
      const after = applied(text, action);
      const next = after.indexOf('"Effect"');
      for (let offset = next; offset < after.length; offset += 3) {
        const again = offered(after, offset).filter(({ title }) => wish(title) === wish(action.title));
        for (const other of again) {
          assert.equal(applied(after, other), after, `${action.title}, then ${other.title}:\n${after}`);
        }
      }
    }, 60));
});

describe('a transformation of a whole statement', () => {
  const used = { source: 'test', isUsed: (name: string) => name.length % 2 === 0, caveats: [] };
  const transformations: readonly ((statement: Statement) => Transformed)[] = [
    (statement) => narrowToLevels(statement, TINY, { levels: ['Read', 'Tagging'] }),
    (statement) => narrowToResources(statement, TINY),
    (statement) => narrowToUsed(statement, TINY, { used }),
    (statement) => excludeSensitive(statement, TINY),
    (statement) => excludeSensitive(statement, TINY, { kinds: ['destructive'] }),
    (statement) => collapseActions(statement, TINY),
  ];

  test('never widens, and changes nothing when it is applied again', () =>
    fc.assert(
      fc.property(policy, (text) => {
        const [statement] = readPolicies(text).policies[0]?.statements ?? [];
        assert.ok(statement);
        for (const transform of transformations) {
          const result = transform(statement.statement);
          if (!isFix(result)) continue;
          const after = applyEdits(statement.statement.text, result.edits);
          const again = parseStatement(after);
          assert.ok(again && !again.isBroken, after);
          const before = grantedBy(`{ "Statement": ${statement.statement.text} }`);
          assert.deepEqual(newlyGranted(before, grantedBy(`{ "Statement": ${after} }`)), []);
          const second = transform(again);
          assert.ok(!isFix(second), `${result.title}: ${after}`);
        }
      }),
      { numRuns: 300 },
    ));
});

describe('comments', () => {
  test('between the elements stay', () =>
    forAll((text, action) => {
      if (!text.includes('/* what */')) return;
      const after = applied(text, action);
      const outside = text.replace(/"(?:Not)?(?:Action|Resource)": \[[^\]]*\]/g, '');
      assert.ok(blockComments(after) >= blockComments(outside), after);
    }, 300));
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { applyEdits } from '../../server/src/base/text-edit.ts';
import { replaceItems } from '../../server/src/policy/replace-items.ts';
import { parseStatement } from '../../server/src/policy/statement.ts';

type Change = Readonly<Record<string, readonly string[]>>;

/** The statement with each string of `Action` replaced as `change` says; undefined where it refuses. */
function replaced(text: string, change: Change): string | undefined {
  const statement = parseStatement(text);
  assert.ok(statement);
  const replacements = new Map(
    statement.actions.flatMap(({ value }) => {
      const texts = change[value.text];
      return texts ? [[value, texts] as const] : [];
    }),
  );
  const edits = replaceItems(statement, 'Action', replacements);
  return edits && applyEdits(text, edits);
}

function check(text: string, change: Change, expected: string | undefined): void {
  assert.equal(replaced(text, change), expected);
}

describe('replaceItems', () => {
  test('replaces and takes out in one go', () =>
    check(
      '{ "Action": ["a", "b", "c", "d"] }',
      { a: [], b: ['x', 'y'], d: [] },
      '{ "Action": ["x", "y", "c"] }',
    ));

  test('keeps the layout of a list with a line for each', () =>
    check(
      '{\n  "Action": [\n    "a",\n    "b",\n    "c",\n    "d"\n  ]\n}',
      { a: [], b: ['x', 'y'], c: [], d: [] },
      '{\n  "Action": [\n    "x",\n    "y"\n  ]\n}',
    ));

  test('makes a list of a lone string', () =>
    check('{ "Action": "a" }', { a: ['x', 'y'] }, '{ "Action": ["x", "y"] }'));

  test('refuses to leave nothing', () => {
    check('{ "Action": ["a", "b"] }', { a: [], b: [] }, undefined);
    check('{ "Action": "a" }', { a: [] }, undefined);
  });

  test('keeps what is no string', () =>
    check('{ "Action": ["a", { "Ref": "X" }] }', { a: [] }, '{ "Action": [{ "Ref": "X" }] }'));

  test('takes the comment on the line of a string with it and keeps the others', () => {
    check(
      '{ "Action": [\n  "a", // one\n  // two\n  "b", /* three */\n  "c" // four\n] }',
      { a: [] },
      '{ "Action": [\n  // two\n  "b", /* three */\n  "c" // four\n] }',
    );
    check(
      '{ "Action": [\n  "a", // one\n  // two\n  "b", /* three */\n  "c" // four\n] }',
      { b: [], c: [] },
      '{ "Action": [\n  "a" // one\n  // two\n] }',
    );
  });

  test('never lets a line comment swallow the bracket', () =>
    check('{ "Action": ["a", // one\n  "b"] }', { b: [] }, '{ "Action": ["a" // one\n  ] }'));

  test('always leaves the strings that it should, in order, in valid JSON', () => {
    const gap = fc.constantFrom(
      '',
      ' ',
      '\n  ',
      '\r\n\t',
      ' // c\n',
      '\n// c\r\n',
      '/* c */ ',
      '\n/* c */\n',
    );
    const entry = fc.record({
      before: gap,
      after: gap,
      texts: fc.option(fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 })),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (entries) => {
        const list = entries.map(({ before, after }, i) => `${before}"${i}"${after}`).join(',');
        const change = Object.fromEntries(entries.flatMap(({ texts }, i) => (texts ? [[i, texts]] : [])));
        const result = replaced(`{ "Action": [${list}] }`, change);
        const expected = entries.flatMap(({ texts }, i) => texts ?? [String(i)]);
        if (result === undefined) return assert.deepEqual(expected, []);
        const problems: never[] = [];
        assert.deepEqual(parse(result, problems), { Action: expected });
        assert.deepEqual(problems, []);
      }),
      { numRuns: 500 },
    );
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/base/text-edit.ts';
import { reorderList } from '../../server/src/policy/reorder-list.ts';
import { parseStatement } from '../../server/src/policy/statement.ts';

type Groups = readonly (readonly [number, ...number[]])[];

/** The text of a list after its items were put into another order. */
function reordered(list: string, groups: Groups): string {
  const text = `{ "Action": ${list} }`;
  const value = parseStatement(text)?.element('Action')?.value;
  assert.ok(value?.kind === 'array');
  const after = applyEdits(text, reorderList(text, value, groups));
  return after.slice('{ "Action": '.length, -' }'.length);
}

describe('reordering a list', () => {
  test('leaves the layout as it is', () => {
    assert.equal(reordered('["b", "a"]', [[1], [0]]), '["a", "b"]');
    assert.equal(reordered('[\n  "c",\n\n  "b", "a"\n]', [[2], [1], [0]]), '[\n  "a",\n\n  "b", "c"\n]');
  });

  test('takes out what is written twice', () =>
    assert.equal(reordered('[\n  "b",\n  "a",\n  "b"\n]', [[1], [0, 2]]), '[\n  "a",\n  "b"\n]'));

  test('takes comments along, those above and those behind an item', () =>
    assert.equal(
      reordered('[ // all\n  // of b\n  "b", // behind b\n  "a", /* behind a */\n  // the end\n]', [
        [1],
        [0],
      ]),
      '[ // all\n  "a", /* behind a */\n  // of b\n  "b" // behind b\n  // the end\n]',
    ));

  test('keeps the comments of what is taken out', () =>
    assert.equal(
      reordered('[\n  "b", // one\n  // two\n  "b",\n  "a"\n]', [[2], [0, 1]]),
      '[\n  "a",\n  // two\n  "b" // one\n]',
    ));

  test('ends no comment with the bracket', () =>
    assert.equal(reordered('[\n  "b", // b\n  "a"]', [[1], [0]]), '[\n  "a",\n  "b" // b\n  ]'));

  test('keeps one line with comments on one line', () =>
    assert.equal(reordered('["b" /* x */, "a"]', [[1], [0]]), '["a", "b" /* x */]'));

  test('loses no item and no comment, whatever their order', () => {
    const gap = fc.constantFrom('', ' ', '\n  ', '\r\n\t', ' // x\n  ', '\n  // y\n  ', ' /* z */ ', '\n\n');
    const item = fc.constantFrom('a', 'b', 'c', '//no comment', '/* nor this');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(gap, item, gap), { minLength: 1, maxLength: 5 }),
        gap,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (entries, last, random) => {
          const written = entries.map(([before, text, after]) => `${before}${JSON.stringify(text)}${after}`);
          const list = `[${written.join(',')}${last}]`;
          const order = entries
            .map((_, index): [number, number] => [random.next().value, index])
            .sort(([a], [b]) => a - b)
            .map(([, index]): [number] => [index]);
          const after = reordered(list, order);
          const value = parseStatement(`{ "Action": ${after} }`);
          assert.equal(value?.isBroken, false, after);
          assert.deepEqual(
            value?.actions.map(({ text }) => text),
            order.map(([index]) => entries[index]?.[1]),
          );
          const comments = (text: string): readonly string[] =>
            (text.match(/\/\/ [xy](?=[ \t]*[\r\n])|\/\* z \*\//g) ?? []).sort();
          assert.deepEqual(comments(after), comments(list));
        },
      ),
    );
  });
});

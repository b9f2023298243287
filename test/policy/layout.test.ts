import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/base/text-edit.ts';
import { addConditions } from '../../server/src/policy/condition-edit.ts';
import { layoutOf, renderJson } from '../../server/src/policy/layout.ts';
import { parseStatement, type Statement } from '../../server/src/policy/statement.ts';
import { addStatementAfter } from '../../server/src/policy/statement-edit.ts';

function parsed(text: string): Statement {
  const statement = parseStatement(text);
  assert.ok(statement);
  return statement;
}

describe('renderJson', () => {
  const SKETCH = { Condition: { Bool: { key: ['a', 'b'] } } };

  test('writes on one line what stands on one line', () =>
    assert.equal(
      renderJson(SKETCH, layoutOf(parsed('{ "Effect": "Allow" }')), 0),
      '{ "Condition": { "Bool": { "key": ["a", "b"] } } }',
    ));

  test('takes over line breaks and indentation', () =>
    assert.equal(
      renderJson(SKETCH, layoutOf(parsed('{\r\n\t\t"Effect": "Allow"\r\n\t}')), 0),
      '{\r\n\t\t"Condition": {\r\n\t\t\t"Bool": {\r\n\t\t\t\t"key": [\r\n\t\t\t\t\t"a",\r\n\t\t\t\t\t"b"\r\n\t\t\t\t]\r\n\t\t\t}\r\n\t\t}\r\n\t}',
    ));
});

describe('addStatementAfter', () => {
  const added = (text: string, isInList: boolean): string =>
    applyEdits(text, addStatementAfter(parsed(text), { isInList }, { Effect: '"Deny"' }));

  test('keeps the layout of the statement before it', () =>
    assert.equal(
      added('{\n      "Effect": "Allow"\n    }', true),
      '{\n      "Effect": "Allow"\n    },\n    {\n      "Effect": "Deny"\n    }',
    ));

  test('makes a list where there is none', () =>
    assert.equal(added('{ "Effect": "Allow" }', false), '[{ "Effect": "Allow" }, { "Effect": "Deny" }]'));
});

describe('addConditions', () => {
  const added = (text: string, operator = 'StringEquals'): string | undefined => {
    const edit = addConditions(parsed(text), operator, { 'aws:a': '1', 'aws:b': '2' });
    return edit && applyEdits(text, [edit]);
  };
  const BLOCK = '"StringEquals": { "aws:a": "1", "aws:b": "2" }';

  test('adds the element', () =>
    assert.equal(added('{ "Effect": "Allow" }'), `{ "Effect": "Allow", "Condition": { ${BLOCK} } }`));

  test('adds an operator', () =>
    assert.equal(
      added('{ "Condition": { "Bool": { "x": "y" } } }'),
      `{ "Condition": { "Bool": { "x": "y" }, ${BLOCK} } }`,
    ));

  test('adds keys to an operator', () =>
    assert.equal(
      added('{ "Condition": { "StringEquals": { "x": "y" } } }'),
      '{ "Condition": { "StringEquals": { "x": "y", "aws:a": "1", "aws:b": "2" } } }',
    ));

  test('fills an empty element or operator', () => {
    assert.equal(added('{ "Condition": {} }'), `{ "Condition": { ${BLOCK} } }`);
    assert.equal(added('{ "Condition": { "StringEquals": {} } }'), `{ "Condition": { ${BLOCK} } }`);
  });

  test('writes each on its line where the author does', () =>
    assert.equal(
      added('{\n  "Condition": {\n    "StringEquals": {\n      "x": "y"\n    }\n  }\n}'),
      '{\n  "Condition": {\n    "StringEquals": {\n      "x": "y",\n      "aws:a": "1",\n      "aws:b": "2"\n    }\n  }\n}',
    ));

  test('leaves alone what it cannot add to', () => {
    assert.equal(added('{ "Condition": { "StringEquals": { "AWS:A": "y" } } }'), undefined);
    assert.equal(added('{ "Condition": ["StringEquals"] }'), undefined);
    assert.equal(added('{ "Condition": { "StringEquals": "x" } }'), undefined);
  });
});

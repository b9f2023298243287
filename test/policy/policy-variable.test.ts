import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isEscape, policyVariables } from '../../server/src/policy/policy-variable.ts';

const parts = (text: string): readonly unknown[] =>
  policyVariables(text).map(({ name, fallback, isClosed }) => [name, fallback, isClosed]);

describe('policyVariables', () => {
  test('splits name and default', () => {
    assert.deepEqual(parts("home/${aws:username}/${aws:PrincipalTag/a, 'b'}"), [
      ['aws:username', undefined, true],
      ['aws:PrincipalTag/a', " 'b'", true],
    ]);
  });

  test('gives offsets in the text', () => {
    const text = 'a${aws:userid}b';
    const [variable] = policyVariables(text);
    assert.equal(text.slice(variable?.start, variable?.end), variable?.text);
    assert.equal(variable?.text, '${aws:userid}');
  });

  test('ends one that is not closed at the next, or at the end', () => {
    assert.deepEqual(
      policyVariables('${aws:username/${aws:userid}/${x').map(({ text, isClosed }) => [text, isClosed]),
      [
        ['${aws:username/', false],
        ['${aws:userid}', true],
        ['${x', false],
      ],
    );
  });

  test('leaves out what other tools fill in', () =>
    assert.deepEqual(policyVariables('${bucket}/${AWS::Region}/{{ x }}/${self:custom.stage}'), []));

  test('keeps the empty one and the escapes', () => {
    assert.deepEqual(parts('${}'), [['', undefined, true]]);
    assert.deepEqual(policyVariables('${*}${?}${$}${aws:userid}').map(isEscape), [true, true, true, false]);
  });
});

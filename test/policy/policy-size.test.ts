import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { policySize, sizeOfText } from '../../server/src/policy/policy-size.ts';
import { readPolicies } from '../../server/src/policy/read-policies.ts';

function sizeOf(text: string) {
  const [policy] = readPolicies(text, { isPolicyFile: true }).policies;
  assert.ok(policy);
  return policySize(policy);
}

describe('the size of a policy', () => {
  test('is that of its text, however many statements it has and whatever stands between them', () => {
    const text = fc.stringMatching(/^[a-z\u00e9\u20ac ]{0,9}$/);
    const gap = fc.constantFrom('', ' ', '\n\t', ' /* é */ ', '// two\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(gap, text, gap), { maxLength: 5 }), (parts) => {
        const statements = parts.map(
          ([before, sid, after]) => `${before}{${before} "Sid": "${sid}" }${after}`,
        );
        const written = `{ "Statement": [ ${statements.join(',')} ] }`;
        assert.deepEqual(sizeOf(written), sizeOfText(written));
      }),
    );
  });

  test('without white space is that of its minified JSON, whatever stands in its strings', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(0, 2, '\t'), (sid, space) => {
        const policy = { Statement: [{ Sid: sid, Action: ['s3: x', '// no comment', '/* nor this */'] }] };
        const text = `${JSON.stringify(policy, undefined, space)}\n`;
        const { characters, charactersWithoutWhiteSpace } = sizeOf(text);
        assert.equal(characters, text.length - 1);
        assert.equal(charactersWithoutWhiteSpace, JSON.stringify(policy).length);
      }),
    ));

  test('leaves comments out', () =>
    assert.equal(sizeOf('{ // one\n "Statement": /* "two" */ [] }').charactersWithoutWhiteSpace, 16));

  test('in bytes is that of UTF-8', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (sid) => {
        const text = JSON.stringify({ Statement: [{ Sid: sid }] });
        assert.equal(sizeOf(text).bytes, new TextEncoder().encode(text).length);
      }),
    ));
});

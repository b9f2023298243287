import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { editDistance } from '../../server/src/base/edit-distance.ts';
import { mayBeWithin } from '../../server/src/base/letter-bag.ts';

const text = fc.stringMatching(/^[abcdé]{0,8}$/);

describe('mayBeWithin', () => {
  test('never excludes what is within the distance, however often it is asked', () =>
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 5 }), fc.nat(4), (a, others, limit) => {
        const maybe = mayBeWithin(a, limit);
        for (const b of others) if (editDistance(a, b, limit) <= limit) assert.ok(maybe(b), `${a} ${b}`);
      }),
    ));

  test('excludes what shares too few characters', () => {
    const maybe = mayBeWithin('getobject', 3);
    assert.equal(maybe('getobjcet'), true);
    assert.equal(maybe('putobject'), true);
    assert.equal(maybe('runinstances'), false);
    assert.equal(maybe('getobjectacl'), true);
    assert.equal(maybe('getobjectattr'), false);
  });
});

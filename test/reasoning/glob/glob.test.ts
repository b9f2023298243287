import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Answer } from '../../../server/src/reasoning/glob/budget.ts';
import { contains, equals } from '../../../server/src/reasoning/glob/contains.ts';
import { type GlobOptions, parseGlob, parseGlobs } from '../../../server/src/reasoning/glob/glob.ts';
import { overlaps } from '../../../server/src/reasoning/glob/overlaps.ts';

const VARIABLES: GlobOptions = { hasVariables: true };
const ANY_CASE: GlobOptions = { ignoresCase: true };

describe('contains', () => {
  const check = (outer: string[], inner: string[], expected: Answer, options?: GlobOptions): void =>
    assert.equal(contains(parseGlobs(outer, options), parseGlobs(inner, options)), expected);

  test('holds where one pattern takes all', () => {
    check(['arn:aws:s3:::*'], ['arn:aws:s3:::bucket/*'], true);
    check(['s3:Get*', 's3:List*'], ['s3:ListBucket', 's3:Get*Acl'], true);
    check(['*'], ['?', ''], true);
  });

  test('does not hold where a text is left over', () => {
    check(['arn:aws:s3:::bucket/*'], ['arn:aws:s3:::*'], false);
    check(['s3:Get*', 's3:Put*'], ['s3:*'], false);
    check([], [''], false);
  });

  test('counts the characters that ? takes', () => {
    check(['', '?*'], ['*'], true);
    check(['a', 'a?*'], ['a*'], true);
    check(['??*'], ['?*'], false);
    check(['*?', 'x'], ['?*'], true);
    check(['?', '??', '???*'], ['*?'], true);
  });

  test('takes nothing for granted about the order of wildcards', () =>
    assert.deepEqual(parseGlob('a*?*?b').tokens, parseGlob('a??*b').tokens));

  test('heeds case unless told otherwise', () => {
    check(['S3:get*'], ['s3:GetObject'], false);
    check(['S3:get*'], ['s3:GetObject'], true, ANY_CASE);
  });

  test('compares lists that differ in how they take case', () => {
    const [exact, folding] = [parseGlobs(['a', 'A']), parseGlobs(['A'], ANY_CASE)];
    assert.equal(contains(folding, exact), true);
    assert.equal(contains(exact, folding), true);
    assert.equal(contains(exact.slice(1), folding), false);
  });

  test('holds for every value of a variable', () => {
    check(['home/${aws:username}/*'], ['home/${AWS:UserName}/docs/*'], true, VARIABLES);
    check(['home/*'], ['home/${aws:username}/*'], true, VARIABLES);
    check(['home/${aws:username}'], ['home/*'], false, VARIABLES);
    check(['home/${aws:username}'], ['home/${aws:userid}'], false, VARIABLES);
  });

  test('knows that a value may be empty or long', () => {
    check(['a?*'], ['a${aws:username}'], false, VARIABLES);
    check(['a?'], ['a${aws:username}'], false, VARIABLES);
    check(['a', 'a?*'], ['a${aws:username}'], 'unknown', VARIABLES);
  });

  test('leaves open what depends on two defaults of one variable', () => {
    check(["${k, 'a'}"], ["${k, 'b'}"], 'unknown', VARIABLES);
    check(["${k, 'a'}"], ["${k,'a'}"], true, VARIABLES);
  });

  test('reads ${*}, ${?} and ${$} as characters, and an open ${ as text', () => {
    check(['a${*}'], ['a*'], false, VARIABLES);
    check(['a*'], ['a${*}'], true, VARIABLES);
    check(['a?'], ['a${?}'], true, VARIABLES);
    check(['a$'], ['a${$}'], true, VARIABLES);
    check(['a${b*'], ['a${bc'], true, VARIABLES);
  });
});

describe('overlaps', () => {
  const check = (a: string, b: string, expected: Answer, options?: GlobOptions): void => {
    assert.equal(overlaps(parseGlobs([a], options), parseGlobs([b], options)), expected);
    assert.equal(overlaps(parseGlobs([b], options), parseGlobs([a], options)), expected);
  };

  test('finds a text for both', () => {
    check('a*', '*b', true);
    check('arn:aws:s3:::a/*', 'arn:aws:s3:::*/x', true);
    check('GET', 'g?t', true, ANY_CASE);
  });

  test('finds none', () => {
    check('a*', 'b*', false);
    check('?', '??*', false);
    check('GET', 'get', false);
  });

  test('finds some value of a variable', () => {
    check('a/${x}', 'a/b', true, VARIABLES);
    check('a/${x}', 'b/*', false, VARIABLES);
    check('${x}/${x}', 'a/a', 'unknown', VARIABLES);
    check("${x}/${x,'d'}", '*/*', 'unknown', VARIABLES);
  });
});

describe('equals', () => {
  const check = (a: string[], b: string[], expected: Answer): void =>
    assert.equal(equals(parseGlobs(a), parseGlobs(b)), expected);

  test('holds for two ways to write the same', () => {
    check(['', '?', '??*'], ['*'], true);
    check(['a*', 'ab*'], ['a*'], true);
  });

  test('does not hold where one side has more', () => {
    check(['a*'], ['a*', 'b'], false);
    check(['a*', 'b'], ['a*'], false);
  });
});

describe('the budget', () => {
  /** Which of the last twenty characters were an `a` has to be remembered. */
  const tail = `a${'?'.repeat(20)}`;
  const hard = parseGlobs([`?${tail}`, `??*${tail}`]);
  const inner = parseGlobs([`?*${tail}`]);

  test('ends a search that would take too long', () => {
    const start = performance.now();
    assert.equal(contains(hard, inner), 'unknown');
    assert.ok(performance.now() - start < 2000);
  });

  test('is enough for what is as hard to see but smaller', () => {
    const shorter = (text: string): string => text.replace('?'.repeat(15), '');
    const [outer, own] = [hard.map(({ text }) => shorter(text)), inner.map(({ text }) => shorter(text))];
    assert.equal(contains(parseGlobs(outer), parseGlobs(own)), true);
  });

  test('is shared by those who pass it on', () => {
    const budget = { steps: 10 };
    assert.equal(contains(parseGlobs(['a*b']), parseGlobs(['axxxxxxxxxxxxb']), budget), 'unknown');
    assert.equal(overlaps(parseGlobs(['a*b']), parseGlobs(['ab']), budget), 'unknown');
  });
});

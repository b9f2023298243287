/**
 * Builders of TextMate rules for JSON with the scopes of VS Code's own grammar.
 *
 * INVARIANT: without the scopes that end in `.iam`, a valid document gets exactly the scopes VS Code's grammar
 * gives it, so every theme keeps its JSON colours. scripts/test-grammar.mjs compares the two.
 *
 * The rules built here use `#value`, `#member` and `#text`, which the including grammar has in its repository.
 */

const KEY = 'string.json support.type.property-name.json';
const KEY_BEGIN = 'punctuation.support.type.property-name.begin.json';
const KEY_END = 'punctuation.support.type.property-name.end.json';
const PAIR = 'meta.structure.dictionary.value.json';
const COLON = 'punctuation.separator.dictionary.key-value.json';
const COMMA = 'punctuation.separator.dictionary.pair.json';
const STRING = 'string.quoted.double.json';
const STRING_BEGIN = 'punctuation.definition.string.begin.json';
const STRING_END = 'punctuation.definition.string.end.json';
const NOT_A_PAIR = 'invalid.illegal.expected-dictionary-separator.json';
const NOT_AN_ITEM = 'invalid.illegal.expected-array-separator.json';

// A pair or array left open ends at the next key, so that the rest of the file keeps its colours while typing.
const NEXT_KEY = '(?="[^"]*"\\s*:)';
const PAIR_OVER = `(,)|(?=\\})|${NEXT_KEY}`;

/** An escape sequence, for the inside of a string. */
export const ESCAPE = { include: 'source.json#stringcontent' };

/** Any pair of an object whose key no other rule claims. */
export function member() {
  return {
    patterns: [
      lineString({ name: KEY, begin: KEY_BEGIN, end: KEY_END, patterns: [ESCAPE] }),
      { include: 'source.json#comments' },
      {
        name: PAIR,
        begin: ':',
        beginCaptures: captures([COLON]),
        end: PAIR_OVER,
        endCaptures: captures(['', COMMA]),
        patterns: [include('value'), { match: '[^\\s,]', name: NOT_A_PAIR }],
      },
      { match: '[^\\s\\}]', name: NOT_A_PAIR },
    ],
  };
}

/** An object that tries `entries` before any other pair. */
export function object(entries) {
  return {
    name: 'meta.structure.dictionary.json',
    begin: '\\{',
    beginCaptures: captures(['punctuation.definition.dictionary.begin.json']),
    end: '\\}',
    endCaptures: captures(['punctuation.definition.dictionary.end.json']),
    patterns: [...entries, include('member')],
  };
}

/** An array that tries `items` before any other value. */
export function array(items) {
  return {
    name: 'meta.structure.array.json',
    begin: '\\[',
    beginCaptures: captures(['punctuation.definition.array.begin.json']),
    end: `(\\])|${NEXT_KEY}`,
    endCaptures: captures(['', 'punctuation.definition.array.end.json']),
    patterns: [
      ...items,
      include('text'),
      include('value'),
      { match: ',', name: 'punctuation.separator.array.json' },
      { match: '[^\\s\\]]', name: NOT_AN_ITEM },
    ],
  };
}

/** One value of a kind, or an array of them. */
export function oneOrMore(rule) {
  return [include(rule), array([include(rule)])];
}

/**
 * A whole pair, taken over with its comma: left to the host grammar, the comma would be marked as illegal.
 *
 * `key` holds one group per entry of `names`; `first` is how the value begins, if not on a later line.
 */
export function pair({ key, names, first, value }) {
  return {
    begin: `((")${key}("))\\s*(:)(?=\\s*(?:${first}|$))`,
    beginCaptures: captures(['', KEY, KEY_BEGIN, ...names, KEY_END, `${PAIR} ${COLON}`]),
    end: PAIR_OVER,
    endCaptures: captures(['', `${PAIR} ${COMMA}`]),
    contentName: PAIR,
    patterns: [...value, include('text'), include('value'), { match: '[^\\s,]', name: NOT_A_PAIR }],
  };
}

/** A key by itself; its value is left to other rules. */
export function keyOnly({ key, names, first }) {
  return {
    match: `(")${key}(")(?=\\s*:\\s*(?:${first}|$))`,
    name: KEY,
    captures: captures(['', KEY_BEGIN, ...names, KEY_END]),
  };
}

/** A string that begins as `next` looks ahead, cut at the end of its line. */
export function string(next, patterns) {
  return lineString({ name: STRING, begin: STRING_BEGIN, next, end: STRING_END, patterns });
}

/** A complete string; `content` holds one group per entry of `names`. */
export function wholeString(content, names) {
  return {
    match: `(")${content}(")`,
    name: STRING,
    captures: captures(['', STRING_BEGIN, ...names, STRING_END]),
  };
}

/** A reference to a rule of the same grammar. */
export function include(rule) {
  return { include: `#${rule}` };
}

/** Scope names by group number; an empty name leaves its group alone. */
export function captures(names) {
  return Object.fromEntries(names.flatMap((name, group) => (name === '' ? [] : [[group, { name }]])));
}

/** VS Code's strings run on to the next quote, so one being typed would recolour the rest of the file. */
function lineString({ name, begin, next = '', end, patterns }) {
  return {
    name,
    begin: `"${next}`,
    beginCaptures: captures([begin]),
    end: '"|$',
    endCaptures: captures([end]),
    patterns,
  };
}

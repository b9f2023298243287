import { editAll, insert, replace } from '../damage.mjs';

/** What stops a text from being JSON. */
export const JSON_DAMAGE = [
  kind('comma missing', tokens(','), (policy, at) => lose(policy, at)),
  kind('comma doubled', tokens(','), (policy, at) => insertAt(policy, at, rangeAt(policy, at).end, ',')),
  kind('comma before a closing bracket', beforeClosing, (policy, at) =>
    insertAt(policy, at, rangeAt(policy, at).end, ','),
  ),
  kind('colon missing', tokens(':'), (policy, at) => lose(policy, at)),
  kind('opening quote missing', tokens('string'), (policy, at) => loseQuote(policy, at, 'start')),
  kind('closing quote missing', tokens('string'), (policy, at) => loseQuote(policy, at, 'end')),
  kind('both quotes missing', tokens('string'), unquote),
  kind('single quotes', tokens('string'), singleQuote),
  kind('opening bracket missing', tokens('[', '{'), loseBracket),
  kind('closing bracket missing', tokens(']', '}'), loseBracket),
  kind('closing bracket doubled', tokens(']', '}'), (policy, at) =>
    insertAt(policy, at, rangeAt(policy, at).end, policy.tokens[at].text),
  ),
  kind('closing bracket of the other kind', tokens(']', '}'), otherBracket),
  kind('text behind the policy', lastToken, (policy, at, random) =>
    insertAt(policy, at, rangeAt(policy, at).end, random.pick([';', ',', ' }', '\n]'])),
  ),
  kind('quote not escaped', longStrings, (policy, at, random) => spoil(policy, at, random, '"', '\\"')),
  kind('backslash not escaped', longStrings, (policy, at, random) =>
    spoil(policy, at, random, '\\d', '\\\\d'),
  ),
  kind('line break in a string', longStrings, (policy, at, random) => spoil(policy, at, random, '\n', '')),
];

function kind(name, places, damage) {
  return { name, group: 'JSON', places, damage };
}

/** Indices of the tokens of a kind. */
function tokens(...kinds) {
  return (policy) => policy.tokens.flatMap((token, at) => (kinds.includes(token.kind) ? [at] : []));
}

function beforeClosing({ tokens: list }) {
  return list.flatMap((token, at) =>
    /^[\]}]$/.test(list[at + 1]?.kind) && !/^[[{]$/.test(token.kind) ? [at] : [],
  );
}

function lastToken({ tokens: list }) {
  return [list.length - 1];
}

function longStrings(policy) {
  return tokens('string')(policy).filter((at) => policy.tokens[at].text.length > 4);
}

function rangeAt({ tokens: list }, at) {
  return list[at].range;
}

/** From the token before `at` to the one behind, where a finding about what stands between them has to lie. */
function around({ tokens: list, text }, at, growth) {
  return {
    start: list[at - 1]?.range.start ?? 0,
    end: (list[at + 1]?.range.end ?? text.length) + growth,
  };
}

function lose(policy, at) {
  const range = rangeAt(policy, at);
  return { ...replace(policy, range, ''), places: [around(policy, at, range.start - range.end)] };
}

function insertAt(policy, at, offset, newText) {
  return { ...insert(policy, offset, newText), places: [around(policy, at, newText.length)] };
}

function loseQuote(policy, at, side) {
  const { start, end } = rangeAt(policy, at);
  const range = side === 'start' ? { start, end: start + 1 } : { start: end - 1, end };
  return { ...replace(policy, range, ''), places: [around(policy, at, -1)] };
}

function unquote(policy, at) {
  const { text, range } = policy.tokens[at];
  return replace(policy, range, text.slice(1, -1));
}

function singleQuote(policy, at) {
  const { text, range } = policy.tokens[at];
  return text.includes("'") ? undefined : replace(policy, range, `'${text.slice(1, -1)}'`);
}

/** The finding may lie at the partner that is alone now. */
function loseBracket(policy, at) {
  const lost = lose(policy, at);
  const partner = rangeAt(policy, partnerOf(policy, at));
  const shift = partner.start > rangeAt(policy, at).start ? -1 : 0;
  return { ...lost, places: [...lost.places, { start: partner.start + shift, end: partner.end + shift }] };
}

function otherBracket(policy, at) {
  const { text, range } = policy.tokens[at];
  const other = text === ']' ? '}' : ']';
  const changed = replace(policy, range, other);
  return { ...changed, places: [...changed.places, rangeAt(policy, partnerOf(policy, at))] };
}

function partnerOf({ tokens: list }, at) {
  const step = /[[{]/.test(list[at].kind) ? 1 : -1;
  let depth = 0;
  for (let other = at; ; other += step) {
    if (/[[{]/.test(list[other].kind)) depth += step;
    if (/[\]}]/.test(list[other].kind)) depth -= step;
    if (depth === 0) return other;
  }
}

/** Put something into a string that may not stand there; right is what `escaped` says. */
function spoil(policy, at, random, written, escaped) {
  const { start, end } = rangeAt(policy, at);
  const offset = start + 2 + random.below(end - start - 3);
  const range = { start: offset, end: offset };
  return {
    ...insertAt(policy, at, offset, written),
    wanted: [editAll(policy, [{ range, newText: escaped }]).text],
  };
}

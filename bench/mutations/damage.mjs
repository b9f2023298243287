/**
 * A damaged text and where a finding has to lie: `places` are ranges of the damaged text. `wanted` are the texts a
 * repair may lead to; without it only what was there before the damage.
 */

/** What is returned for damage that makes something valid by accident. */
export const STILL_VALID = Symbol('still valid');

/** Write something else in place of `range`. */
export function replace({ text }, range, newText) {
  return {
    text: text.slice(0, range.start) + newText + text.slice(range.end),
    places: [{ start: range.start, end: range.start + newText.length }],
  };
}

/** Write another JSON value in place of the string or value at `range`. */
export function replaceValue(policy, range, value) {
  return replace(policy, range, JSON.stringify(value));
}

/** Put something where nothing was. */
export function insert(policy, at, newText) {
  return replace(policy, { start: at, end: at }, newText);
}

/** Take out a member or an item with one comma; the finding may lie anywhere in `around`. */
export function removeEntry(policy, range, around) {
  const { start, end } = removal(policy, range);
  return {
    text: policy.text.slice(0, start) + policy.text.slice(end),
    places: [{ start: around.start, end: around.end - (end - start) }],
  };
}

/** An entry with its comma. */
export function removal({ text }, range) {
  const before = /,\s*$/.exec(text.slice(0, range.start))?.[0].length ?? 0;
  const after = before > 0 ? 0 : (/^\s*,\s*/.exec(text.slice(range.end))?.[0].length ?? 0);
  return { start: range.start - before, end: range.end + after };
}

/** Add a member behind another one, on a line of its own if that has one. */
export function addMember(policy, { whole }, key, json) {
  const { text } = policy;
  const gap = /(?:\r?\n)?[ \t]*$/.exec(text.slice(0, whole.start))[0];
  const head = `,${gap || ' '}`;
  const added = insert(policy, whole.end, `${head}${JSON.stringify(key)}: ${json}`);
  const start = whole.end + head.length;
  return { ...added, places: [{ start, end: added.places[0].end }] };
}

/** Several edits at once, which do not overlap; the places are those of all of them. */
export function editAll({ text }, edits) {
  const places = [];
  let result = '';
  let position = 0;
  for (const { range, newText } of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    result += text.slice(position, range.start);
    places.push({ start: result.length, end: result.length + newText.length });
    result += newText;
    position = range.end;
  }
  return { text: result + text.slice(position), places };
}

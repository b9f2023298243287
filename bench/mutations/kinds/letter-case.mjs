import { replaceValue } from '../damage.mjs';

/** IAM reads elements and effects as they are written. */
export const LETTER_CASE = [
  inCase(
    'element in lower case',
    ({ elements }) => elements,
    (text) => text.toLowerCase(),
  ),
  inCase(
    'element in upper case',
    ({ elements }) => elements,
    (text) => text.toUpperCase(),
  ),
  inCase(
    'element with a small first letter',
    ({ elements }) => elements,
    (text) => text[0].toLowerCase() + text.slice(1),
  ),
  inCase('effect in lower case', effects, (text) => text.toLowerCase()),
  inCase('effect in upper case', effects, (text) => text.toUpperCase()),
];

function inCase(name, places, change) {
  return {
    name,
    group: 'letter case',
    places,
    damage: (policy, { text, range }) => replaceValue(policy, range, change(text)),
  };
}

function effects({ statements }) {
  return statements.flatMap(({ members }) =>
    members
      .filter(({ name }) => name === 'Effect')
      .map(({ value, valueRange }) => ({ text: value.value, range: valueRange })),
  );
}

/** The slips of a typist, each on one letter of `text` from `from` on; undefined where it changes nothing but case. */
export const LETTER_SLIPS = {
  deleted: (text, at) => text.slice(0, at) + text.slice(at + 1),
  inserted: (text, at, random) => text.slice(0, at) + letter(text[at], random) + text.slice(at),
  substituted: (text, at, random) => text.slice(0, at) + letter(text[at], random) + text.slice(at + 1),
  swapped: (text, at) => text.slice(0, at) + (text[at + 1] ?? '') + text[at] + text.slice(at + 2),
};

/** `text` with one of `LETTER_SLIPS` between `from` and `to`; undefined if that leaves it the same but for case. */
export function withSlip(
  text,
  random,
  { from = 0, to = text.length, slips = Object.keys(LETTER_SLIPS) } = {},
) {
  const slip = random.pick(slips);
  const last = slip === 'swapped' ? to - 1 : to;
  const positions = [...text].flatMap((_, at) =>
    at >= from && at < last && isLetter(text[at]) && (slip !== 'swapped' || isLetter(text[at + 1]))
      ? [at]
      : [],
  );
  if (positions.length === 0) return undefined;
  const written = LETTER_SLIPS[slip](text, random.pick(positions), random);
  return written.toLowerCase() === text.toLowerCase() ? undefined : written;
}

const isLetter = (character) => /[A-Za-z\d-]/.test(character);

/** In the case of its neighbour. */
function letter(neighbour, random) {
  const chosen = random.pick('abcdefghijklmnopqrstuvwxyz');
  return /[A-Z]/.test(neighbour) ? chosen.toUpperCase() : chosen;
}

/**
 * How well typed letters match names of several words (`GetObjectTagging`), 0 to 3; undefined if they do not.
 *
 * 3: it begins so. 2: the letters begin words of the name, in order (`getobjtag`, `gobt`, `list buckets`). 1: they
 * stand together somewhere. 0: they occur in this order. Case and blanks count nothing.
 */
export function wordMatcher(typed: string): (name: string) => number | undefined {
  const wanted = typed.toLowerCase().replace(/[\s_-]+/g, '');
  return (name) => {
    const given = name.toLowerCase();
    if (given.startsWith(wanted)) return 3;
    // Quick, and false for most names.
    if (!isSubsequence(wanted, given)) return undefined;
    if (beginsWords(wanted, given, wordStarts(name))) return 2;
    return given.includes(wanted) ? 1 : 0;
  };
}

function wordStarts(name: string): readonly number[] {
  const starts = [0];
  for (let i = 1; i < name.length; i++) {
    if (!isCapital(name, i)) continue;
    const endsAcronym = i + 1 < name.length && isSmall(name, i + 1);
    if (!isCapital(name, i - 1) || endsAcronym) starts.push(i);
  }
  return starts;
}

function isCapital(name: string, index: number): boolean {
  const code = name.charCodeAt(index);
  return 65 <= code && code <= 90;
}

function isSmall(name: string, index: number): boolean {
  const code = name.charCodeAt(index);
  return 97 <= code && code <= 122;
}

/** Each letter goes on in the current word or begins a later one. Names have few words, so trying all is cheap. */
function beginsWords(wanted: string, given: string, starts: readonly number[]): boolean {
  let ends: readonly number[] = [-1];
  for (const letter of wanted) {
    const reached = new Set<number>();
    for (const end of ends) {
      if (end >= 0 && given[end + 1] === letter) reached.add(end + 1);
      for (const start of starts) if (start > end && given[start] === letter) reached.add(start);
    }
    if (reached.size === 0) return false;
    ends = [...reached];
  }
  return true;
}

function isSubsequence(wanted: string, given: string): boolean {
  let position = 0;
  for (const letter of wanted) {
    position = given.indexOf(letter, position) + 1;
    if (position === 0) return false;
  }
  return true;
}

/**
 * Whether a path with slashes matches a glob: `*` and `?` within a folder, `**` as a whole part for any folders,
 * `[a-z]`, `[!a]`, `{one,other}`; a backslash takes the next character as it is. Hidden files are files like others.
 *
 * Time is bounded by the product of the lengths, whatever the glob: it may come from anybody.
 */
export function pathGlob(glob: string): (path: string) => boolean {
  const patterns = alternatives(glob).map(tokensOf);
  return (path) => patterns.some((tokens) => matches(tokens, path));
}

/** A character, or what may stand for several. */
type Token =
  | { readonly kind: 'one'; accepts(character: string): boolean }
  | { readonly kind: 'star' | 'folders' | 'rest' };

/** The globs without braces that one with braces stands for; one with too many stands for itself. */
function alternatives(glob: string): readonly string[] {
  let open = [glob];
  for (let round = 0; round < MAX_ALTERNATIVES; round++) {
    const expanded = open.flatMap(expandFirst);
    if (expanded.length === open.length || expanded.length > MAX_ALTERNATIVES) break;
    open = expanded;
  }
  return open;
}

const MAX_ALTERNATIVES = 64;

/** The innermost braces that close first. */
function expandFirst(glob: string): readonly string[] {
  let start = -1;
  for (let i = 0; i < glob.length; i++) {
    if (glob[i] === '\\') i++;
    else if (glob[i] === '{') start = i;
    else if (glob[i] === '}' && start >= 0) {
      const choices = glob.slice(start + 1, i).split(',');
      if (choices.length > 1) {
        return choices.map((choice) => glob.slice(0, start) + choice + glob.slice(i + 1));
      }
      start = -1;
    }
  }
  return [glob];
}

function tokensOf(glob: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < glob.length; i++) {
    const character = glob[i] as string;
    const isPartStart = i === 0 || glob[i - 1] === '/';
    if (isPartStart && glob.startsWith('**/', i)) {
      tokens.push({ kind: 'folders' });
      i += 2;
    } else if (isPartStart && glob.slice(i) === '**') {
      tokens.push({ kind: 'rest' });
      i++;
    } else if (character === '*') {
      if (tokens.at(-1)?.kind !== 'star') tokens.push({ kind: 'star' });
    } else if (character === '?') {
      tokens.push({ kind: 'one', accepts: (other) => other !== '/' });
    } else if (character === '[' && classEnd(glob, i) > 0) {
      const end = classEnd(glob, i);
      tokens.push({ kind: 'one', accepts: characterClass(glob.slice(i + 1, end)) });
      i = end;
    } else {
      const literal = character === '\\' && i + 1 < glob.length ? (glob[++i] as string) : character;
      tokens.push({ kind: 'one', accepts: (other) => other === literal });
    }
  }
  return tokens;
}

/** Of the bracket that closes a class with at least one character; -1 where none does. */
function classEnd(glob: string, start: number): number {
  const first = /[!^]/.test(glob[start + 1] ?? '') ? start + 2 : start + 1;
  return glob.indexOf(']', first + 1);
}

function characterClass(content: string): (character: string) => boolean {
  const isNegated = /^[!^]/.test(content);
  const listed = isNegated ? content.slice(1) : content;
  const isListed = (character: string): boolean => {
    for (let i = 0; i < listed.length; i++) {
      const from = listed[i] as string;
      const to = listed[i + 1] === '-' && i + 2 < listed.length ? (listed[i + 2] as string) : from;
      if (from <= character && character <= to) return true;
      if (to !== from) i += 2;
    }
    return false;
  };
  return (character) => character !== '/' && isListed(character) !== isNegated;
}

/** All ways through the tokens at once: a place is true where the tokens before it can match what was read. */
function matches(tokens: readonly Token[], path: string): boolean {
  let places: boolean[] = [];
  arrive(tokens, places, 0);
  for (const character of path) {
    const next: boolean[] = [];
    for (let i = 0; i < tokens.length; i++) if (places[i]) advance(tokens, next, i, character);
    places = next;
  }
  return places[tokens.length] === true;
}

function advance(tokens: readonly Token[], next: boolean[], place: number, character: string): void {
  const token = tokens[place] as Token;
  if (token.kind === 'one') {
    if (token.accepts(character)) arrive(tokens, next, place + 1);
  } else if (token.kind === 'folders') {
    // Once a name is begun, only its slash leads on.
    next[place] = true;
    if (character === '/') arrive(tokens, next, place + 1);
  } else if (token.kind === 'rest' || character !== '/') arrive(tokens, next, place);
}

/** At a place, and at those behind it as long as what stands there may stand for nothing. */
function arrive(tokens: readonly Token[], places: boolean[], place: number): void {
  for (let i = place; ; i++) {
    places[i] = true;
    if (i === tokens.length || tokens[i]?.kind === 'one') return;
  }
}

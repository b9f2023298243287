import { type Budget, spend } from './budget.ts';
import { casesOf, folded, type Glob, isCharacter, isVariable, isWildcard } from './glob.ts';

/**
 * Whether some text is matched by `inner` and by none of `outers`: a search, by length, through the states of all
 * patterns at once, which are made as they are reached. Exact; a variable is one symbol that only itself and `*`
 * match. The number of states can grow exponentially with the number of `?`.
 */
export function escapes(inner: Glob, outers: readonly Glob[], budget: Budget): boolean {
  const start: State = { inner: reached(inner, [0]), outers: outers.map((glob) => reached(glob, [0])) };
  const seen = new Set([keyOf(start)]);
  const queue = [start];
  for (const state of queue) {
    spend(budget, 1);
    if (state.outers.some((positions, i) => isUniversal(outers[i] as Glob, positions))) continue;
    if (
      isAccepting(inner, state.inner) &&
      !state.outers.some((at, i) => isAccepting(outers[i] as Glob, at))
    ) {
      return true;
    }
    for (const symbol of symbolsAt(inner, outers, state)) {
      const next = step(inner, outers, state, symbol, budget);
      const key = keyOf(next);
      if (next.inner.length === 0 || seen.has(key)) continue;
      seen.add(key);
      queue.push(next);
    }
  }
  return false;
}

/** Where each pattern may stand after the same text: ascending positions among its tokens. */
interface State {
  readonly inner: Positions;
  readonly outers: readonly Positions[];
}

type Positions = readonly number[];

/** Any character that no pattern names where they stand. */
const OTHER = '\\other';

function step(inner: Glob, outers: readonly Glob[], state: State, symbol: string, budget: Budget): State {
  const advance = (glob: Glob, positions: Positions): Positions => {
    spend(budget, 1 + positions.length);
    return advanced(glob, positions, symbol);
  };
  return {
    inner: advance(inner, state.inner),
    outers: outers.map((glob, i) => advance(glob, state.outers[i] as Positions)),
  };
}

function advanced(glob: Glob, positions: Positions, symbol: string): Positions {
  const next: number[] = [];
  for (const at of positions) {
    const token = glob.tokens[at];
    if (token === undefined) continue;
    if (token === '*') next.push(at);
    else if (token === '?' ? isCharacter(symbol) : isSame(glob, token, symbol)) next.push(at + 1);
  }
  return reached(glob, next);
}

/** A variable has both cases where case does not count, which a pattern where it does cannot match. */
function isSame({ ignoresCase }: Glob, token: string, symbol: string): boolean {
  if (token === symbol) return true;
  if (!ignoresCase) return false;
  return isVariable(token) ? symbol === inAnyCase(token) : token === folded(symbol);
}

const inAnyCase = (variable: string): string => `${variable}~`;

/**
 * The positions with those that a star lets skip to, and without those before the last star: whatever matches from
 * there also matches from the star.
 */
function reached({ tokens }: Glob, positions: Positions): Positions {
  const all = new Set(positions);
  for (const at of positions) if (tokens[at] === '*') all.add(at + 1);
  const sorted = [...all].sort((a, b) => a - b);
  const lastStar = sorted.findLastIndex((at) => tokens[at] === '*');
  return sorted.slice(Math.max(0, lastStar));
}

const isAccepting = ({ tokens }: Glob, positions: Positions): boolean => positions.at(-1) === tokens.length;

/** A star at the end is reached: everything from here on matches. */
const isUniversal = ({ tokens }: Glob, positions: Positions): boolean =>
  tokens.at(-1) === '*' && positions.includes(tokens.length - 1);

/** Every next symbol that can make a difference; a variable comes from the inner pattern only. */
function symbolsAt(inner: Glob, outers: readonly Glob[], state: State): ReadonlySet<string> {
  const symbols = new Set<string>();
  const own = tokensAt(inner, state.inner);
  for (const token of own) addSymbols(symbols, inner, token);
  if (!own.some(isWildcard)) return symbols;
  symbols.add(OTHER);
  for (const [i, glob] of outers.entries()) {
    for (const token of tokensAt(glob, state.outers[i] as Positions)) {
      if (isCharacter(token)) addSymbols(symbols, glob, token);
    }
  }
  return symbols;
}

function addSymbols(symbols: Set<string>, { ignoresCase }: Glob, token: string): void {
  if (isWildcard(token)) return;
  if (isVariable(token)) symbols.add(ignoresCase ? inAnyCase(token) : token);
  else for (const symbol of ignoresCase ? casesOf(token) : [token]) symbols.add(symbol);
}

function tokensAt({ tokens }: Glob, positions: Positions): readonly string[] {
  return positions.flatMap((at) => tokens[at] ?? []);
}

const keyOf = ({ inner, outers }: State): string => [inner, ...outers].map((at) => at.join()).join('|');

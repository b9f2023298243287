import type { TextRange } from '../base/text-range.ts';
import { BEGIN, readOn, type Shape, type ShapeFrame, type ShapeToken } from './bracket-shape.ts';
import { jsonScanner } from './json-token.ts';

/** One bracket that is missing, too many or of the wrong kind. */
export interface BracketRepair {
  readonly kind: 'insert' | 'delete' | 'replace';
  /** Where the bracket stands, or has to. */
  readonly at: number;
  /** The one that is right; the one to delete. */
  readonly bracket: string;
  /** The opening bracket that has no partner, for a closing one to insert. */
  readonly opening: Bracket | undefined;
}

export interface Bracket {
  readonly text: string;
  readonly range: TextRange;
}

/**
 * The one bracket after whose repair the text reads most like a policy in the layout that it has: an `Action` inside of
 * `Principal` tells where a brace is missing, and so does a closing brace that is not below its partner's line.
 *
 * Undefined where all brackets have partners, or where one repair is not enough.
 */
export function bracketRepair(text: string, comments: 'allowed' | 'refused'): BracketRepair | undefined {
  if (text.length > MAX_LENGTH || hasPartners(text)) return undefined;
  const tokens = shapeTokens(text, comments);
  const states = tokens && readAll(tokens);
  const repair = states && cheapest(tokens, states);
  return repair && isBehindAll(repair, tokens, states) ? undefined : repair;
}

/** Longer texts are not worth the time while somebody types. */
const MAX_LENGTH = 300_000;

/** Tokens read in search of a repair: a few milliseconds. */
const MOST_STEPS = 40_000;

/** Tokens that a bracket may be away from where its lack shows. */
const WINDOW = 300;

/** A quick look, which is right for texts whose strings are closed. */
function hasPartners(text: string): boolean {
  const open: string[] = [];
  for (const [piece] of text.matchAll(/"(?:[^"\\\r\n]|\\.)*"?|[{}[\]]/g)) {
    if (piece === '{') open.push('}');
    else if (piece === '[') open.push(']');
    else if (piece[0] !== '"' && open.pop() !== piece) return false;
  }
  return open.length === 0;
}

/** Undefined for a template. Commas tell nothing: they are not there. */
function shapeTokens(text: string, comments: 'allowed' | 'refused'): readonly ShapeToken[] | undefined {
  const scanner = jsonScanner(text, comments, () => {});
  const tokens: ShapeToken[] = [];
  for (let offset = 0; ; ) {
    const { kind, text: written, range } = scanner.next(offset, 'key');
    if (kind === 'end') return tokens;
    if (kind === 'template') return undefined;
    const gapStart = offset;
    offset = range.end;
    const last = tokens.at(-1);
    if (written === ':' && last?.kind === 'text') tokens[tokens.length - 1] = { ...last, kind: 'key' };
    if (written === ',' || written === ':') continue;
    const lineStart = text.lastIndexOf('\n', range.start - 1) + 1;
    const lineIndent = /^[ \t]*/.exec(text.slice(lineStart, range.start))?.[0].length ?? 0;
    tokens.push({
      kind: '{['.includes(written) ? 'open' : '}]'.includes(written) ? 'close' : 'text',
      text: kind === 'string' ? written.slice(1, -1) : written,
      start: range.start,
      end: range.end,
      gapStart,
      indent: lineStart + lineIndent === range.start ? lineIndent : undefined,
      lineIndent,
    });
  }
}

/** What follows the whole policy is reported as such. */
function isBehindAll(
  { at }: BracketRepair,
  tokens: readonly ShapeToken[],
  states: readonly Shape[],
): boolean {
  return (states.at(-1)?.isEnded ?? false) && at >= (tokens[states.length - 2]?.end ?? 0);
}

/** What has been read before each token, as far as brackets can be read. */
function readAll(tokens: readonly ShapeToken[]): readonly Shape[] {
  const states: Shape[] = [BEGIN];
  for (const token of tokens) {
    const next = readOn(states.at(-1) as Shape, token);
    if (!next) break;
    states.push(next);
  }
  return states;
}

interface Candidate {
  readonly repair: BracketRepair;
  readonly cost: number;
}

function cheapest(tokens: readonly ShapeToken[], states: readonly Shape[]): BracketRepair | undefined {
  let best: Candidate | undefined;
  const budget = { steps: MOST_STEPS };
  for (const index of suspects(states)) {
    const state = states[index] as Shape;
    for (const { repair, instead, from } of repairsAt(index, state, tokens)) {
      const limit = best?.cost ?? Number.POSITIVE_INFINITY;
      const cost = costOf(state, instead, tokens, from, limit, budget);
      if (cost !== undefined) best = { repair, cost };
    }
    if (best?.cost === 0 || budget.steps <= 0) break;
  }
  return best?.repair;
}

/** Where the defect may be: before what first looks strange, then before the place where reading ends. */
function* suspects(states: readonly Shape[]): Generator<number> {
  const last = states.length - 1;
  const strange = states.findIndex(({ cost }) => cost > 0);
  const first = strange < 0 ? last : strange;
  for (let index = first; index >= Math.max(0, first - WINDOW); index--) yield index;
  for (let index = last; index > Math.max(first, last - WINDOW); index--) yield index;
}

/** A repair, what is read in place of the tokens, and the token with which reading goes on. */
interface Attempt {
  readonly repair: BracketRepair;
  readonly instead: readonly ShapeToken[];
  readonly from: number;
}

function* repairsAt(index: number, { frame, key }: Shape, tokens: readonly ShapeToken[]): Generator<Attempt> {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (frame && before && before.kind !== 'key' && key === undefined) {
    const bracket = closerOf(frame);
    const { text, start, end } = frame.bracket;
    const opening = { text, range: { start, end } };
    const repair = { kind: 'insert', at: before.end, bracket, opening } as const;
    yield { repair, instead: [virtual('close', bracket, before.end)], from: index };
  }
  if (!token) return;
  if (token.kind !== 'close') {
    for (const bracket of ['{', '[']) {
      const isBehindKey = before?.kind === 'key' && token.indent !== undefined;
      const at = isBehindKey ? token.gapStart : token.start;
      const { lineIndent } = isBehindKey ? before : token;
      const repair = { kind: 'insert', at, bracket, opening: undefined } as const;
      const opened = { ...token, kind: 'open', text: bracket, start: at, end: at, lineIndent } as const;
      yield { repair, instead: [opened], from: index };
    }
  }
  if (token.kind !== 'open' && token.kind !== 'close') return;
  const { start, text } = token;
  yield {
    repair: { kind: 'delete', at: start, bracket: text, opening: undefined },
    instead: [],
    from: index + 1,
  };
  const other = OTHER[text] as string;
  const repair = { kind: 'replace', at: start, bracket: other, opening: undefined } as const;
  yield { repair, instead: [{ ...token, text: other }], from: index + 1 };
}

const OTHER: Readonly<Record<string, string>> = { '{': '[', '[': '{', '}': ']', ']': '}' };

const closerOf = ({ bracket }: ShapeFrame): string => (bracket.text === '{' ? '}' : ']');

function virtual(kind: 'close', text: string, at: number): ShapeToken {
  return { kind, text, start: at, end: at, gapStart: at, indent: undefined, lineIndent: 0 };
}

/** Undefined if it is not less than `limit`, or the brackets still do not match. */
function costOf(
  state: Shape,
  instead: readonly ShapeToken[],
  tokens: readonly ShapeToken[],
  from: number,
  limit: number,
  budget: { steps: number },
): number | undefined {
  let shape: Shape | undefined = state;
  for (const token of instead) shape = shape && readOn(shape, token);
  for (let index = from; shape && index < tokens.length; index++) {
    if (shape.cost >= limit || budget.steps-- <= 0) return undefined;
    shape = readOn(shape, tokens[index] as ShapeToken);
  }
  return shape?.isEnded && shape.cost < limit ? shape.cost : undefined;
}

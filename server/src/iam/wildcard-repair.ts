/** Patterns longer than this are not repaired: no action name is that long, and the cost is quadratic. */
const LONGEST = 80;

/** A pattern that matches, and how unlikely the mistake is that would explain the given one. */
export interface Repair {
  readonly text: string;
  readonly cost: number;
}

/**
 * Patterns with the same wildcards as `pattern` that do match some of `names`, the likeliest mistake first, then
 * those that match most names; at most `count`. Case counts nothing; the literal parts are spelled as in the names.
 */
export function repairedPatterns(pattern: string, names: readonly string[], count = 3): readonly Repair[] {
  const literals = pattern.replace(/[*?]/g, '').length;
  if (literals < 2 || pattern.length > LONGEST) return [];
  const most = COST.extra * Math.max(1, Math.min(3, Math.floor(literals / 4)));
  const found = new Map<string, { readonly text: string; readonly cost: number; matches: number }>();
  for (const name of names) {
    const repair = repairedFor(pattern, name, most);
    if (!repair) continue;
    const key = repair.text.toLowerCase();
    const known = found.get(key);
    if (known) known.matches++;
    else found.set(key, { ...repair, matches: 1 });
  }
  return [...found.values()]
    .map((repair) => ({ ...repair, cost: repair.cost + costOfHalfWords(repair.text, names) }))
    .sort((a, b) => a.cost - b.cost || b.matches - a.matches)
    .slice(0, count);
}

/** What mistakes cost: a doubled letter is likelier than one from nowhere, but a missing one may have stood between the two. */
const COST = { doubled: 10, swapped: 10, missing: 10, replaced: 11, extra: 12, halfWord: 4 };

/** Wildcards mostly stand between words: for `Litt*` it is `List*` rather than `ListT*`. */
function costOfHalfWords(pattern: string, names: readonly string[]): number {
  const parts = pattern.split(/[*?]+/);
  const halves = parts.filter((part, index) => {
    const beginsInside = index > 0 && /^[a-z]/.test(part);
    const endsInside = index < parts.length - 1 && part !== '' && !names.some((name) => endsWord(part, name));
    return beginsInside || endsInside;
  });
  return halves.length * COST.halfWord;
}

function endsWord(part: string, name: string): boolean {
  const end = name.indexOf(part) + part.length;
  return end >= part.length && !/[A-Z]$/.test(part) && !/^[a-z]/.test(name.slice(end));
}

/** How a cell of the table was reached: what it costs, where from, and what it adds to the repaired pattern. */
interface Step {
  readonly cost: number;
  readonly from: readonly [number, number] | undefined;
  readonly adds: string;
}

/** By the table of edit distances, where `*` covers any characters at no cost. */
function repairedFor(pattern: string, name: string, most: number): Repair | undefined {
  const given = pattern.toLowerCase();
  const wanted = name.toLowerCase();
  const table: Step[][] = [];
  for (let i = 0; i <= given.length; i++) {
    const row: Step[] = [];
    table.push(row);
    for (let j = 0; j <= wanted.length; j++) row.push(bestStep(table, given, wanted, name, i, j));
    if (row.every(({ cost }) => cost > most)) return undefined;
  }
  const cost = table[given.length]?.[wanted.length]?.cost ?? Number.POSITIVE_INFINITY;
  return cost <= most ? { text: traced(table, given.length, wanted.length), cost } : undefined;
}

function bestStep(
  table: readonly (readonly Step[])[],
  given: string,
  wanted: string,
  name: string,
  i: number,
  j: number,
): Step {
  if (i === 0 && j === 0) return { cost: 0, from: undefined, adds: '' };
  const char = given[i - 1];
  const ways: Step[] = [];
  const via = (back: readonly [number, number], cost: number, adds: string): void => {
    const before = table[i - back[0]]?.[j - back[1]]?.cost;
    if (before !== undefined) ways.push({ cost: before + cost, from: [i - back[0], j - back[1]], adds });
  };
  if (char === '*') {
    via([1, 0], 0, '*');
    via([0, 1], 0, '');
  } else {
    const fits = char === '?' || char === wanted[j - 1];
    via([1, 1], fits ? 0 : COST.replaced, char === '?' ? '?' : (name[j - 1] ?? ''));
    const isSwap = i > 1 && j > 1 && char === wanted[j - 2] && given[i - 2] === wanted[j - 1];
    if (isSwap) via([2, 2], COST.swapped, name.slice(j - 2, j));
    via([0, 1], COST.missing, name[j - 1] ?? '');
    via([1, 0], i > 1 && char === given[i - 2] ? COST.doubled : COST.extra, '');
  }
  return ways.reduce((best, way) => (way.cost < best.cost ? way : best), UNREACHED);
}

const UNREACHED: Step = { cost: Number.POSITIVE_INFINITY, from: undefined, adds: '' };

function traced(table: readonly (readonly Step[])[], i: number, j: number): string {
  const parts: string[] = [];
  let step = table[i]?.[j];
  while (step) {
    parts.push(step.adds);
    step = step.from && table[step.from[0]]?.[step.from[1]];
  }
  return parts.reverse().join('');
}

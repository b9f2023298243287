import { parseJson, toValue } from '../policy/parse-json.ts';
import { pointerTo } from '../policy/pointer.ts';
import { statementAt } from '../policy/policy-document.ts';
import { member, type Value } from '../policy/value.ts';
import type { LocatedFinding } from '../rules/run-rules.ts';
import type { ConfigProblem } from './config.ts';

/** A finding by what it is about, not by where it stands: lines may move, and be laid out anew. */
export interface KnownFinding {
  readonly rule: string;
  /** The Sid; missing where there is none. */
  readonly statement?: string;
  /** Keys that lead to it, without places in lists: `Statement/Action`. */
  readonly at: string;
  /** What stands there. */
  readonly value: string;
  /** How many alike. */
  readonly count: number;
}

/** Findings that are known already, by the path of their file relative to the baseline. */
export type Baseline = ReadonlyMap<string, readonly KnownFinding[]>;

export interface BaselineReading {
  readonly baseline: Baseline;
  readonly problems: readonly ConfigProblem[];
}

/** What is new in a file, what is known, and what the baseline knows though it is gone. */
export interface Compared {
  readonly fresh: readonly LocatedFinding[];
  readonly known: readonly LocatedFinding[];
  readonly stale: readonly KnownFinding[];
}

/** The findings of one file as a baseline keeps them, alike ones counted, in a fixed order. */
export function knownFindings(text: string, findings: readonly LocatedFinding[]): readonly KnownFinding[] {
  const counted = new Map<string, KnownFinding>();
  for (const finding of findings) {
    const one = fingerprint(text, finding);
    const key = keyOf(one);
    counted.set(key, { ...one, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, known]) => known);
}

/** Part the findings of a file by what is known of it. */
export function compareWithBaseline(
  text: string,
  findings: readonly LocatedFinding[],
  known: readonly KnownFinding[],
): Compared {
  const left = new Map(known.map((one) => [keyOf(one), one.count]));
  const isKnown = (finding: LocatedFinding): boolean => {
    const key = keyOf(fingerprint(text, finding));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count > 0;
  };
  const parted = findings.map((finding) => ({ finding, known: isKnown(finding) }));
  return {
    fresh: parted.filter((one) => !one.known).map(({ finding }) => finding),
    known: parted.filter((one) => one.known).map(({ finding }) => finding),
    stale: known.flatMap((one) => {
      const count = left.get(keyOf(one)) ?? 0;
      return count > 0 ? [{ ...one, count }] : [];
    }),
  };
}

/** The text of a baseline file: a line for each finding, so that changes to it can be reviewed. */
export function baselineText(baseline: Baseline): string {
  const files = [...baseline].filter(([, known]) => known.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const body = files.map(([path, known]) => {
    const lines = known.map(({ count, ...one }) => JSON.stringify(count > 1 ? { ...one, count } : one));
    return `    ${JSON.stringify(path)}: [\n      ${lines.join(',\n      ')}\n    ]`;
  });
  return `{\n  "files": {${body.length > 0 ? `\n${body.join(',\n')}\n  ` : ''}}\n}\n`;
}

/** Read what `baselineText` has written. Never throws; entries that are wrong are reported and left out. */
export function readBaseline(text: string): BaselineReading {
  const { root, problems: syntax } = parseJson(text, 'allowed');
  const value = root && toValue(root, text);
  const problems = syntax.map(({ message, range }) => problem(message, range, 'syntax'));
  const baseline = new Map<string, readonly KnownFinding[]>();
  const files = member(value, 'files')?.value;
  if (files?.kind !== 'object') {
    const range = value?.range ?? { start: 0, end: Math.min(1, text.length) };
    if (syntax.length === 0) problems.push(problem('A baseline is an object with "files".', range, 'form'));
    return { baseline, problems };
  }
  for (const { key, value: list } of files.members) {
    const items = list?.kind === 'array' ? list.items : [];
    const read = items.flatMap((item) => {
      const known = readKnown(item);
      if (!known) problems.push(problem('This is no entry of a baseline.', item.range, 'form'));
      return known ?? [];
    });
    baseline.set(key.text, read);
  }
  return { baseline, problems };
}

function readKnown(item: Value): KnownFinding | undefined {
  const text = (name: string): string | undefined => {
    const value = member(item, name)?.value;
    return value?.kind === 'string' ? value.text : undefined;
  };
  const [rule, statement, at, value] = [text('rule'), text('statement'), text('at'), text('value')];
  if (rule === undefined || at === undefined || value === undefined) return undefined;
  const counted = member(item, 'count')?.value;
  const count = counted?.kind === 'scalar' && typeof counted.value === 'number' ? counted.value : 1;
  return { rule, ...(statement === undefined ? {} : { statement }), at, value, count };
}

function fingerprint(text: string, { rule, policy, policyRange }: LocatedFinding): KnownFinding {
  const { start, end } = policyRange;
  const written = (policy?.text ?? text).slice(start, end);
  const sid = policy && statementAt(policy, start)?.statement.element('Sid')?.value;
  const at = policy ? pointerTo(policy, policyRange) : '';
  return {
    rule: rule.id,
    ...(sid?.kind === 'string' && sid.text !== '' ? { statement: sid.text } : {}),
    at: at
      .split('/')
      .filter((part) => part !== '' && !/^\d+$/.test(part))
      .join('/'),
    value: shortened(compact(written)),
    count: 1,
  };
}

function keyOf({ rule, statement, at, value }: KnownFinding): string {
  return JSON.stringify([rule, statement ?? '', at, value]);
}

/** However it is laid out; a string without its quotes. */
function compact(written: string): string {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'string' ? value : JSON.stringify(value);
  } catch {
    return written.replace(/\s+/g, ' ').trim();
  }
}

/** A long text keeps its beginning for readers and a number for the rest. */
function shortened(text: string): string {
  if (text.length <= MAX_VALUE) return text;
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return `${text.slice(0, MAX_VALUE)}… ${(hash >>> 0).toString(16)}`;
}

const MAX_VALUE = 100;

function problem(message: string, range: ConfigProblem['range'], kind: ConfigProblem['kind']): ConfigProblem {
  return { severity: 'error', message, range, fixes: [], kind };
}

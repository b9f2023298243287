import type { RequestKeys } from './conditions-hold.ts';
import { decisions, type Requests } from './decisions.ts';

/**
 * The decisions of a policy about requests that are put together of what is written in `texts`; undefined where the
 * judge cannot tell: what is no JSON, other principals than those of accounts, conditions on several values.
 */
export function accessOf(text: string, texts: readonly string[]): readonly string[] | undefined {
  try {
    return decisions(text, requestsOf(texts), 'matches everything');
  } catch {
    return undefined;
  }
}

/** Each string that is written, with its wildcards filled in, and something else of each sort. */
function requestsOf(texts: readonly string[]): Requests {
  const policies = texts.map((text) => JSON.parse(text) as PolicyJson);
  const statements = policies.flatMap(({ Statement }) => [Statement].flat());
  const written = (...names: readonly string[]): readonly string[] =>
    statements.flatMap((own) => names.flatMap((name) => stringsOf(own[name])));
  return {
    callers: ['arn:aws:sts::111122223333:assumed-role/app/me'],
    actions: some([...written('Action', 'NotAction').map(filled), 's3:GetObject', 'iam:CreateUser']),
    resources: some([...written('Resource', 'NotResource').map(filled), 'arn:aws:s3:::other/x']),
    keys: situations(statements.map((own) => own['Condition'])),
  };
}

interface PolicyJson {
  readonly Statement: StatementJson | readonly StatementJson[];
}

type StatementJson = Readonly<Record<string, unknown>>;

const filled = (text: string): string =>
  text
    .replace(/\*/g, 'x')
    .replace(/\?/g, 'y')
    .replace(/\$\{[^}]*\}/g, 'z');

/** Enough to tell policies apart, few enough to try all combinations. */
const some = (texts: readonly string[]): readonly string[] => [...new Set(texts)].slice(0, 30);

/** No key, all keys with the first value that is written, and each key with another value. */
function situations(conditions: readonly unknown[]): readonly RequestKeys[] {
  const values = new Map<string, string>();
  for (const condition of conditions) {
    for (const block of Object.values((condition ?? {}) as Readonly<Record<string, object>>)) {
      for (const [key, value] of Object.entries(block)) {
        values.set(key.toLowerCase(), filled(stringsOf(value)[0] ?? ''));
      }
    }
  }
  const all = Object.fromEntries(values);
  const others = [...values.keys()].map((key) => ({ ...all, [key]: 'other' }));
  return [{}, all, ...others].slice(0, 8);
}

function stringsOf(value: unknown): readonly string[] {
  return [value].flat().filter((item): item is string => typeof item === 'string');
}

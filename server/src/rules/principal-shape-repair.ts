import { ownProperty } from '../base/own-property.ts';
import { likelyPrincipalType } from '../iam/likely-principal-type.ts';
import { principalType } from '../iam/principal-type.ts';
import { removeEntry } from '../policy/list-edit.ts';
import { isDynamic } from '../policy/placeholder.ts';
import { type ArrayValue, oneOrMany, type Value } from '../policy/value.ts';
import type { Fix } from './rule.ts';

/** Repairs of principals that are no object with types; each is empty where it does not apply. */

/** `["arn:…", "ec2.amazonaws.com"]`: each string goes under the type that it looks like. */
export function typedList(list: ArrayValue): readonly Fix[] {
  const texts = list.items.flatMap((item) =>
    item.kind === 'string' && !isDynamic(item.text) ? [item.text] : [],
  );
  if (texts.length === 0 || texts.length < list.items.length) return [];
  if (texts.length === 1 && texts[0] === '*') {
    return [preferred('Change to "*"', { range: list.range, newText: '"*"' })];
  }
  const types = [...new Set(texts.map(likelyPrincipalType))];
  const entries = types.map((type) => {
    const own = texts
      .filter((text) => likelyPrincipalType(text) === type)
      .map((text) => JSON.stringify(text));
    return `"${type}": ${own.length > 1 ? `[${own.join(', ')}]` : own.join()}`;
  });
  const title = `Put ${texts.length > 1 ? 'them' : 'it'} under ${types.map((type) => `"${type}"`).join(' and ')}`;
  return [preferred(title, { range: list.range, newText: `{ ${entries.join(', ')} }` })];
}

/** `[{ "AWS": … }, { "Service": … }]` becomes one object; values of one type are joined. */
export function typedMerge(text: string, list: ArrayValue): readonly Fix[] {
  const byType = new Map<string, string[]>();
  for (const item of list.items) {
    if (item.kind !== 'object') return [];
    for (const { key, value } of item.members) {
      const written = oneOrMany(value).map(({ range }) => text.slice(range.start, range.end));
      byType.set(key.text, [...(byType.get(key.text) ?? []), ...written]);
    }
  }
  if (byType.size === 0) return [];
  const entries = [...byType].map(
    ([type, items]) =>
      `${JSON.stringify(type)}: ${items.length === 1 ? items.join() : `[${items.join(', ')}]`}`,
  );
  return [preferred('Make it one object', { range: list.range, newText: `{ ${entries.join(', ')} }` })];
}

/** What stands where a string or a list of strings should; `isBare` if even the type is missing. */
export function valueRepairs(
  text: string,
  type: string,
  value: Value,
  { isBare }: { readonly isBare: boolean },
): readonly Fix[] {
  const account = accountIn(value);
  if (account !== undefined) {
    const newText = isBare ? `{ "${type}": "${account}" }` : `"${account}"`;
    return [preferred(`Change to "${account}"`, { range: value.range, newText })];
  }
  const isTyped = value.kind === 'object' && value.members.some(({ key }) => principalType(key.text));
  if (value.kind === 'object' && isTyped && value.members.length === 1) {
    const inner = value.members[0]?.value?.range;
    if (inner && value.members[0]?.key.text === type) {
      const newText = text.slice(inner.start, inner.end);
      return [preferred('Take the inner braces away', { range: value.range, newText })];
    }
  }
  const newText = `"${ownProperty(PLACES, type) ?? PLACES['AWS']}"`;
  return isBare
    ? []
    : [
        {
          title: 'Name a principal',
          keepsAccess: false,
          isSnippet: true,
          edits: [{ range: value.range, newText }],
        },
      ];
}

/** What is no string in a list of principals. */
export function itemRepairs(text: string, list: ArrayValue, item: Value): readonly Fix[] {
  const removal: Fix = { title: 'Delete it', keepsAccess: false, edits: [removeEntry(list, item.range)] };
  const account = accountIn(item);
  if (account !== undefined) {
    return [preferred(`Change to "${account}"`, { range: item.range, newText: `"${account}"` }), removal];
  }
  if (item.kind !== 'array' || item.items.length === 0) return [removal];
  const newText = text.slice(item.range.start + 1, item.range.end - 1).trim();
  return [preferred('Take the inner brackets away', { range: item.range, newText }), removal];
}

/** A number of up to 12 digits is an account id that lost its quotes and perhaps zeros in front. */
function accountIn(value: Value): string | undefined {
  if (value.kind !== 'scalar' || typeof value.value !== 'number') return undefined;
  const digits = String(value.value);
  return /^\d{9,12}$/.test(digits) ? digits.padStart(12, '0') : undefined;
}

/** In snippet syntax. */
const PLACES: Readonly<Record<string, string>> = {
  AWS: 'arn:aws:iam::${1:111122223333}:root',
  Service: '${1:ec2.amazonaws.com}',
  Federated: 'arn:aws:iam::${1:111122223333}:oidc-provider/${2:idp.example.com}',
  CanonicalUser: '${1:canonical-user-id}',
};

function preferred(title: string, edit: Fix['edits'][number]): Fix {
  return { title, keepsAccess: false, isPreferred: true, edits: [edit] };
}

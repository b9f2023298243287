import { escapeSnippet } from '../base/snippet.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { findConditionKey } from '../catalogue/find-condition-key.ts';
import { usualOperator } from '../iam/usual-operator.ts';
import { removeEntry } from '../policy/list-edit.ts';
import { mergeValues } from '../policy/merge-values.ts';
import { type ArrayValue, type Member, type ObjectValue, oneOrMany, type Value } from '../policy/value.ts';
import type { Fix } from './rule.ts';

/** Repairs of conditions that are not operator, key and values; each is empty where it does not apply. */

/** `[{ operator }, { operator }]`: all operators go into the first object, unless two of them are the same. */
export function withoutList(text: string, list: ArrayValue): readonly Fix[] {
  const [first, ...others] = list.items.filter((item) => item.kind === 'object');
  if (!first) return [];
  const names = [first, ...others].flatMap(({ members }) => members.map(({ key }) => key.text));
  if (new Set(names).size < names.length) return [];
  const edits = [
    { range: { start: list.range.start, end: first.range.start }, newText: '' },
    ...others.flatMap((other) => mergeValues(text, first, other, { asText: false }) ?? []),
    { range: { start: first.range.end, end: list.range.end }, newText: '' },
  ];
  return [{ title: 'Take the brackets away', keepsAccess: false, isPreferred: true, edits }];
}

/** `"aws:SourceIp": "…"` goes into the operator that fits it, which may be there already. */
export function operatorAround(
  text: string,
  condition: ObjectValue,
  entry: Member,
  catalogue: Catalogue,
): readonly Fix[] {
  const [first] = oneOrMany(entry.value);
  const sample = first?.kind === 'string' ? first.text : first?.kind === 'scalar' ? String(first.value) : '';
  const operator = usualOperator(findConditionKey(entry.key.text, catalogue)?.type, sample);
  const block = condition.members.find(({ key }) => key.text === operator);
  const written = textOf(text, entry);
  const last = block?.value?.kind === 'object' ? block.value.members.at(-1) : undefined;
  if (block && !last) return [];
  const edits = last
    ? [removeEntry(condition, entry.range), { range: after(last), newText: `, ${written}` }]
    : [{ range: entry.range, newText: `"${operator}": { ${written} }` }];
  return [{ title: `Test it with "${operator}"`, keepsAccess: false, isPreferred: true, edits }];
}

/** `"aws:SourceIp": { "IpAddress": "…" }`: key and operators change places. */
export function turnedRound(text: string, { key, range }: Member, block: ObjectValue): readonly Fix[] {
  const turned = block.members.flatMap((inner) =>
    inner.value ? [`${textOf(text, inner.key)}: { ${textOf(text, key)}: ${textOf(text, inner.value)} }`] : [],
  );
  const edits = [{ range, newText: turned.join(', ') }];
  return [{ title: 'Put the operator outside', keepsAccess: false, isPreferred: true, edits }];
}

/** `"aws:PrincipalTag": { "team": "…" }`: the name of the tag is part of the key. */
export function tagInKey(text: string, { key, range, value }: Member, catalogue: Catalogue): readonly Fix[] {
  if (
    value?.kind !== 'object' ||
    value.members.length === 0 ||
    !findConditionKey(`${key.text}/tag`, catalogue)
  ) {
    return [];
  }
  const entries = value.members.map(
    (tag) =>
      `${JSON.stringify(`${key.text}/${tag.key.text}`)}: ${tag.value ? textOf(text, tag.value) : '""'}`,
  );
  const edits = [{ range, newText: entries.join(', ') }];
  return [{ title: 'Write the tag into the key', keepsAccess: false, isPreferred: true, edits }];
}

/** `"StringEquals": "…"`: only the author knows the key. */
export function keyAround(text: string, value: Value): readonly Fix[] {
  if (value.kind !== 'string' && value.kind !== 'scalar') return [];
  const newText = `{ "\${1:aws:PrincipalTag/team}": ${escapeSnippet(textOf(text, value))} }`;
  const edits = [{ range: value.range, newText }];
  return [{ title: 'Insert a condition key', keepsAccess: false, isSnippet: true, edits }];
}

/** `"aws:SourceIp": { "Value": "…" }`: what stands in the braces is the value. */
export function onlyValue(text: string, value: Value): readonly Fix[] {
  const [only, ...others] = value.kind === 'object' ? value.members : [];
  const inner = only?.value;
  if (!inner || others.length > 0 || inner.kind === 'object' || inner.kind === 'unknown') return [];
  const edits = [{ range: value.range, newText: textOf(text, inner) }];
  return [{ title: `Take "${only.key.text}" away`, keepsAccess: false, edits }];
}

/** A list inside a list of values. */
export function withoutInnerList(text: string, item: Value): readonly Fix[] {
  if (item.kind !== 'array' || item.items.length === 0) return [];
  const newText = textOf(text, item).slice(1, -1).trim();
  const edits = [{ range: item.range, newText }];
  return [{ title: 'Take the inner brackets away', keepsAccess: false, isPreferred: true, edits }];
}

const textOf = (text: string, { range }: Pick<Value, 'range'>): string => text.slice(range.start, range.end);

const after = ({ range }: Member): Member['range'] => ({ start: range.end, end: range.end });

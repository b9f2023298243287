import { closest } from '../base/edit-distance.ts';
import { ownProperty } from '../base/own-property.ts';
import { wildcardsOverlap } from '../iam/wildcard-overlap.ts';
import type { ArnFormat } from '../reasoning/arn-formats.ts';
import type { ArnReading } from '../reasoning/arn-reading.ts';

/** The resource with its first word or the separator behind it put right, likeliest first. */
export function repairedResources({ arn: { service, resource }, formats }: ArnReading): readonly string[] {
  const [, word, , rest = ''] = /^([^/:*?$]+)([/:])(.*)$/s.exec(resource) ?? [];
  if (word === undefined) return [];
  if (ownProperty(FORBIDDEN_FORMS, service)) return [rest].filter((name) => /^[^/:]+$/.test(name));
  const heads = headsOf(formats);
  const near = heads.has(word) ? [word] : closestWords(word, [...heads.keys()]);
  const candidates = near.flatMap((head) =>
    [...(heads.get(head) ?? [])].map((own) => `${head}${own}${rest === '' ? '*' : rest}`),
  );
  return candidates.filter((text) => text !== resource && fits(text, formats)).slice(0, 3);
}

function closestWords(word: string, heads: readonly string[]): readonly string[] {
  const bare = (text: string): string => text.toLowerCase().replace(/[-_\s]/g, '');
  const plurals = (text: string): readonly string[] => [text, `${text}s`, text.replace(/y$/, 'ies')];
  const same = heads.filter((head) => plurals(bare(head)).includes(bare(word)));
  return same.length > 0 ? same : closest(word, heads, 2).filter((head) => isSlip(word, head));
}

/** Short words are close to too many others. */
function isSlip(word: string, head: string): boolean {
  return Math.min(word.length, head.length) >= 4 && closest(word, [head]).length > 0;
}

/** The words with which the formats begin, each with the separators that may follow. */
function headsOf(formats: readonly ArnFormat[]): ReadonlyMap<string, ReadonlySet<string>> {
  const heads = new Map<string, Set<string>>();
  for (const { resource } of formats) {
    const [, head, separator] = /^([^/:$]+)([/:])/.exec(resource) ?? [];
    if (head === undefined || separator === undefined) continue;
    heads.set(head, (heads.get(head) ?? new Set()).add(separator));
  }
  return heads;
}

function fits(text: string, formats: readonly ArnFormat[]): boolean {
  const pattern = text.replace(/\$\{[^}]*\}/g, '*');
  return formats.some(({ globs }) => wildcardsOverlap(globs[5] as string, pattern));
}

/** What the names of services that have nothing before the name do not contain. */
export const FORBIDDEN_FORMS: Readonly<Record<string, RegExp>> = {
  sns: /^(?!app\/|endpoint\/)[^*?$]*\//,
  sqs: /^[^*?$]*[/:]/,
};

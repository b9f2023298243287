import { closest, editDistance } from '../base/edit-distance.ts';
import { mayBeWithin } from '../base/letter-bag.ts';
import { memoized } from '../base/memo.ts';
import { retiredService } from '../iam/retired-service.ts';
import { servicePrefixForAlias } from '../iam/service-alias.ts';
import { SERVICE_PRINCIPALS } from '../iam/service-principal.ts';
import type { Catalogue } from './catalogue.ts';
import { mayBeRegion } from './region.ts';

/** Why a text is no service principal, and what may be meant. */
export interface ServicePrincipalSlip {
  /** `form`: no service has a name of this form. `name`: it is nearly one that is known. */
  readonly kind: 'form' | 'name';
  /** Likeliest first. */
  readonly names: readonly string[];
}

/**
 * Undefined for whatever may be a service principal: the list of them is never complete, so a name of the right form
 * is doubted only where one letter makes it a known one. Regional names (`logs.eu-west-1.amazonaws.com`) are legal.
 */
export function servicePrincipalSlip(text: string, catalogue: Catalogue): ServicePrincipalSlip | undefined {
  const known = knownOf(catalogue);
  if (text.length > LONGEST) return { kind: 'form', names: [] };
  const cleaned = text
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/.]+$/, '');
  const suffix = known.suffixes.find((one) => cleaned.endsWith(`.${one}`));
  const stem = suffix === undefined ? undefined : cleaned.slice(0, -suffix.length - 1);
  if (suffix === undefined || stem === undefined || !isName(stem)) return otherDomain(cleaned, known);
  const near = [
    ...nearStems(withoutRegion(stem, catalogue), known),
    ...withNearRegion(stem, known, catalogue),
  ];
  const region = stem.split('.').find((label) => isRegion(label, catalogue));
  const withRegion = (one: string): string => (region && REGIONAL.has(one) ? `${one}.${region}` : one);
  const names = near.length > 0 ? near.map((one) => `${withRegion(one)}.${suffix}`) : [cleaned];
  if (cleaned !== text) return { kind: 'form', names };
  return near.length > 0 ? { kind: 'name', names } : undefined;
}

/** No domain has a longer name. */
const LONGEST = 253;

/** Services that go by the name of a Region, too. */
const REGIONAL: ReadonlySet<string> = new Set(['codedeploy', 'logs', 'states']);

/** `logs.eu-west-1` is `logs`; a Region may stand at either end. */
export function withoutRegion(stem: string, catalogue: Catalogue): string {
  return stem
    .split('.')
    .filter((label) => !isRegion(label, catalogue))
    .join('.');
}

const isRegion = (label: string, catalogue: Catalogue): boolean =>
  label.includes('-') && mayBeRegion(catalogue, label, '*');

/** `logs.eu-cenrtal-1`: the Region is misspelt. */
function withNearRegion(stem: string, { stems }: Known, catalogue: Catalogue): readonly string[] {
  const [first = '', second = '', ...others] = stem.split('.');
  const looksLikeRegion = second.includes('-') && /^(?:[a-z]*-)?[a-z]+-?\d?$/.test(second);
  if (!looksLikeRegion || others.length > 0 || !stems.has(first) || stems.has(stem)) return [];
  if (isRegion(second, catalogue)) return [];
  const regions = catalogue.partitions.flatMap((partition) => partition.regions.map(({ id }) => id));
  const near = regions.filter((id) => editDistance(second, id, 1) <= 1);
  return near.slice(0, 3).map((id) => `${first}.${id}`);
}

interface Known {
  readonly suffixes: readonly string[];
  /** Names without their domain. */
  readonly stems: ReadonlySet<string>;
}

const knownOf = memoized((catalogue: Catalogue): Known => {
  const domains = catalogue.partitions.map(({ dnsSuffix }) => dnsSuffix);
  const listed = SERVICE_PRINCIPALS.map((name) => name.replace('.amazonaws.com', ''));
  return {
    suffixes: [...new Set(domains)],
    stems: new Set([...listed, ...catalogue.servicePrefixes()]),
  };
});

const isName = (stem: string): boolean => /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(stem);

/**
 * Known names that are one edit away from one that is not known. Short names are close to each other, so of them only
 * those that are used most count; and what is before or behind the dot of a service may be new.
 */
function nearStems(stem: string, { stems }: Known): readonly string[] {
  if (stems.has(stem) || retiredService(stem)) return [];
  const labels = stem.split('.');
  const isPartKnown = labels.length > 1 && labels.some((label) => stems.has(label));
  const candidates = [...stems].filter((other) => other.length >= LONG || COMMON.has(other));
  const isNear = mayBeWithin(stem, 1);
  return candidates
    .filter((other) => isNear(other) && editDistance(stem, other, 1) === 1)
    .filter((other) => !isPartKnown || other.split('.').length === labels.length)
    .slice(0, 3);
}

const LONG = 5;

/** Short names that many policies trust. */
const COMMON: ReadonlySet<string> = new Set([
  'ec2',
  'eks',
  'glue',
  'iot',
  'kms',
  'logs',
  'rds',
  's3',
  'ses',
  'sns',
  'sqs',
  'ssm',
]);

function otherDomain(cleaned: string, known: Known): ServicePrincipalSlip | undefined {
  const [first = '', ...others] = cleaned.split('.');
  const isOwn = /\.(?:amazon\.com|aws|aws\.internal|aws\.dev|api\.aws)$/.test(cleaned);
  if (isOwn && !known.stems.has(first)) return undefined;
  if (!isName(cleaned)) return { kind: 'form', names: [] };
  if (others.length > 0) return { kind: 'form', names: withDomain(cleaned, known) };
  const alias = servicePrefixForAlias(cleaned) ?? '';
  const stems = known.stems.has(cleaned)
    ? [cleaned]
    : [...(known.stems.has(alias) ? [alias] : []), ...closest(cleaned, known.stems)];
  return { kind: 'form', names: [...new Set(stems)].slice(0, 3).map((stem) => `${stem}.amazonaws.com`) };
}

/** `ec2.amazonaws`, `ec2.amazon.com`, `ec2.amazonws.com`: the domain is cut off or misspelt. */
function withDomain(text: string, { stems, suffixes }: Known): readonly string[] {
  const labels = text.split('.');
  for (let count = labels.length - 1; count > 0; count--) {
    const stem = labels.slice(0, count).join('.');
    const domain = labels.slice(count).join('.');
    const suffix = nearestSuffix(domain, suffixes);
    const isKnown = stems.has(stem) || stems.has(stem.split('.').at(-1) ?? '');
    if (suffix !== undefined && (isKnown || domain.startsWith('amazon'))) return [`${stem}.${suffix}`];
    if (isKnown && /^(?:aws|amazon)(?:\.com)?$/.test(domain)) return [`${stem}.amazonaws.com`];
  }
  return [];
}

/** Of two that are as near the one of the first partition, which is the largest. */
function nearestSuffix(domain: string, suffixes: readonly string[]): string | undefined {
  const isBeginning = (suffix: string): boolean => domain.startsWith('amazon') && suffix.startsWith(domain);
  const distance = (suffix: string): number => (isBeginning(suffix) ? 0 : editDistance(domain, suffix, 3));
  const [nearest] = suffixes
    .filter((suffix) => distance(suffix) <= 3)
    .sort((a, b) => distance(a) - distance(b));
  return nearest;
}

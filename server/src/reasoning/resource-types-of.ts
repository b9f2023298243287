import type { ResourceType, Service } from '../catalogue/catalogue.ts';
import { splitArn } from '../iam/arn.ts';
import { matchesWildcard } from '../iam/wildcard.ts';
import { wildcardsOverlap } from '../iam/wildcard-overlap.ts';
import { type ArnFormat, arnFormats, formatsOfResource, overlaps } from './arn-formats.ts';

/**
 * The resource types of a service that an ARN of a policy can name, by their ARN formats; all of them for `*`, none
 * for what is no ARN. Wildcards, policy variables and placeholders in the ARN may stand for anything.
 *
 * `${Placeholder}` in a format matches one or more characters, `/` and `:` included, because names of repositories,
 * log groups and roles with a path contain them. So a type is left out where every ARN that is meant fits the
 * narrower format of another: `arn:aws:s3:::b/key` is an object, though `${BucketName}` would match `b/key`.
 */
export function resourceTypesOf(arn: string, service: Service): readonly ResourceType[] {
  const parts = arnParts(arn);
  const candidates = parts ? formatsFitting(parts, service) : [];
  const types = candidates
    .filter((format) => !candidates.some((other) => isOutdone(format, other, parts ?? [])))
    .map(({ type }) => type);
  return [...new Set(types)];
}

/** As `resourceTypesOf`, with the types that merely could be meant: the alias of a function may pass for a function. */
export function possibleResourceTypesOf(arn: string, service: Service): readonly ResourceType[] {
  const parts = arnParts(arn);
  return parts ? [...new Set(formatsFitting(parts, service).map(({ type }) => type))] : [];
}

function formatsFitting(parts: readonly string[], service: Service): readonly ArnFormat[] {
  const bySegment = formatsOfResource(service, parts[5] as string).filter(({ globs }) =>
    BEFORE_RESOURCE.every((i) => overlaps(globs[i] as string, parts[i] as string)),
  );
  return bySegment.length > 0 ? bySegment : crossingColons(parts, service);
}

/** AWS makes no longer ARNs, and matching takes time in proportion. Characters. */
const MAX_ARN = 2048;

/** Most formats differ in the resource, and all begin alike. */
const TELLING_FIRST = [5, 4, 3, 2, 1, 0] as const;

const BEFORE_RESOURCE = TELLING_FIRST.slice(1);

/** Six patterns. What a short ARN leaves out is anything if it ends in `*`, as in `arn:aws:s3:*`. */
function arnParts(arn: string): readonly string[] | undefined {
  if (arn.length > MAX_ARN) return;
  const parts = splitArn(variablesAsWildcards(arn));
  if (parts.length === 6 && parts[0] === 'arn') return parts;
  if (parts.length < 6 && !parts.at(-1)?.endsWith('*')) return;
  const [first = '', ...others] = parts;
  if (!matchesWildcard(first, 'arn')) return;
  return ['arn', ...others, ...Array<string>(6 - parts.length).fill('*')];
}

/** `${*}`, `${?}` and `${$}` are ordinary characters; everything else in `${…}` is known only later. */
function variablesAsWildcards(text: string): string {
  if (!/[${<]/.test(text)) return text;
  return text.replace(/\$\{[*?$]\}/g, ORDINARY).replace(/\$\{[^}]*\}|\{\{[^}]*\}\}|<[^>]*>/g, '*');
}

/** Some character that no format contains. */
const ORDINARY = '\u0001';

/**
 * A `*` at the end of a part may also stand for what lies behind the colon: `arn:aws:logs:*:*:/aws-glue/*` covers log
 * groups. Read so only where the parts by themselves fit nothing.
 */
function crossingColons(parts: readonly string[], service: Service): readonly ArnFormat[] {
  const [, partition = '', namespace = '', ...rest] = parts;
  if (!rest.slice(0, 2).some((part) => part.endsWith('*'))) return [];
  const segments = rest.join(':').split(':');
  return arnFormats(service).filter(
    ({ globs }) =>
      wildcardsOverlap(globs[1] as string, partition) &&
      wildcardsOverlap(globs[2] as string, namespace) &&
      fitsSegments(segments, globs.slice(3).join(':').split(':')),
  );
}

/** A format has few segments, so this ends soon whatever the ARN. */
function fitsSegments(written: readonly string[], format: readonly string[]): boolean {
  const [part, ...parts] = written;
  const [segment, ...segments] = format;
  if (part === undefined || segment === undefined) return part === segment;
  if (!wildcardsOverlap(part, segment)) return false;
  return fitsSegments(parts, segments) || (part.endsWith('*') && fitsSegments(['*', ...parts], segments));
}

/** Another type has a narrower format, which all ARNs have that are meant and have this one. */
function isOutdone(format: ArnFormat, other: ArnFormat, parts: readonly string[]): boolean {
  return (
    other.type !== format.type &&
    TELLING_FIRST.every((i) => {
      const glob = other.globs[i] as string;
      return matchesWildcard(glob, parts[i] as string) || matchesWildcard(glob, format.globs[i] as string);
    }) &&
    isWithin(other, format) &&
    !isWithin(format, other)
  );
}

/** Every ARN of `a` is one of `b`: the wildcards of `a` count as characters, which only a wildcard of `b` matches. */
function isWithin(a: ArnFormat, b: ArnFormat): boolean {
  return TELLING_FIRST.every((i) => matchesWildcard(b.globs[i] as string, a.globs[i] as string));
}

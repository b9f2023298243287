import { counted } from '../../base/plural.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { type Arn, parseArn } from '../../iam/arn.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { Statement } from '../../policy/statement.ts';
import { oneOrMany } from '../../policy/value.ts';
import { resourceTypesOf } from '../../reasoning/resource-types-of.ts';

/**
 * What a statement is about, counted by kind: `1 bucket`, `2 tables and 1 role pattern`, `every resource`, `all but 1
 * bucket`. An S3 bucket and its objects count as one. Undefined without `Resource` and `NotResource`.
 */
export function resourcePhrase(statement: Statement, catalogue: Catalogue): string | undefined {
  const named = statement.element('Resource');
  const excluded = named ? undefined : statement.element('NotResource');
  const values = oneOrMany((named ?? excluded)?.value);
  if (values.length === 0) return undefined;

  const resources = values.map((value) =>
    value.kind === 'string' ? resourceOf(value.text, catalogue) : { noun: 'resource', key: '' },
  );
  const isEverything = values.some((value) => value.kind === 'string' && /^\*+$/.test(value.text));
  if (excluded) return isEverything ? 'no resource' : `all but ${countByNoun(resources)}`;
  return isEverything ? 'every resource' : countByNoun(resources);
}

interface NamedResource {
  readonly noun: string;
  /** The same for two strings that name the same thing. */
  readonly key: string;
}

function resourceOf(text: string, catalogue: Catalogue): NamedResource {
  const arn = isDynamic(text) ? undefined : parseArn(text);
  if (!arn) return { noun: 'resource', key: text };
  const bucket = bucketOf(arn);
  const key = bucket ?? text;
  const noun = bucket === undefined ? typeName(text, arn, catalogue) : 'bucket';
  return { noun: /[*?]/.test(key) || key.includes('${') ? `${noun} pattern` : noun, key };
}

/** Buckets and objects are the resources of S3 that belong to no Region and no account. */
function bucketOf({ service, region, account, resource }: Arn): string | undefined {
  const isBucket = service === 's3' && region === '' && account === '';
  return isBucket ? resource.split('/')[0] : undefined;
}

function typeName(text: string, { service: namespace }: Arn, catalogue: Catalogue): string {
  const service = catalogue.service(namespace);
  const types = service ? resourceTypesOf(text, service) : [];
  const [type] = types;
  return type && types.length === 1 ? type.name.toLowerCase().replaceAll('-', ' ') : 'resource';
}

/** More kinds than two are only a number. */
function countByNoun(resources: readonly NamedResource[]): string {
  const byNoun = new Map<string, Set<string>>();
  for (const { noun, key } of resources) {
    const keys = byNoun.get(noun) ?? new Set();
    byNoun.set(noun, keys.add(key));
  }
  if (byNoun.size > 2) return counted(new Set(resources.map(({ key }) => key)).size, 'resource');
  return [...byNoun].map(([noun, keys]) => counted(keys.size, noun)).join(' and ');
}

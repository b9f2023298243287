import { escapeSnippet } from '../base/snippet.ts';
import type { ActionInfo } from '../catalogue/catalogue.ts';
import { parseArn } from '../iam/arn.ts';
import type { ResourceString } from '../policy/statement.ts';
import { neededResourceTypes } from '../reasoning/needed-resource-types.ts';
import { arnSnippet } from './arn-snippet.ts';
import { neededFormats } from './written-formats.ts';

/** More ARNs than this nobody fills in. */
const MANY_ARNS = 6;

/**
 * ARNs that the actions can be used on, in snippet syntax: an S3 bucket in the resources becomes its objects and the
 * other way round, other ARNs take the partition, Region and account of theirs. Empty for too many.
 */
export function fittingArns(
  infos: readonly ActionInfo[],
  resources: readonly ResourceString[],
): readonly string[] {
  const types = neededResourceTypes(infos);
  const buckets = resources.flatMap(({ text }) => /^arn:[^:]*:s3:::[^/]+/.exec(text)?.[0] ?? []);
  const [type] = types;
  if (types.length === 1 && buckets.length > 0 && isS3(infos)) {
    const texts = buckets.map((bucket) => (type?.name === 'object' ? `${bucket}/*` : bucket));
    if (type?.name === 'object' || type?.name === 'bucket') return [...new Set(texts)].map(escaped);
  }
  const needed = types.flatMap((own) => neededFormats(own, infos));
  const formats = [...new Set(needed.map(({ format }) => format))].sort();
  if (formats.length === 0 || formats.length > MANY_ARNS) return [];
  return arnSnippet(formats.map((format) => likeNeighbours(format, resources)).join('\n')).split('\n');
}

const isS3 = (infos: readonly ActionInfo[]): boolean =>
  infos.every(({ servicePrefix }) => servicePrefix === 's3');

const escaped = (text: string): string => escapeSnippet(JSON.stringify(text).slice(1, -1));

/** `aws` is an account of policies that AWS owns. */
const TAKEN = { partition: /^[a-z-]+$/, region: /^[a-z\d-]+$|^\*$/, account: /^\d{12}$|^\*$/ };

function likeNeighbours(format: string, resources: readonly ResourceString[]): string {
  const arns = resources.flatMap(({ text }) => parseArn(text) ?? []);
  const taken = (part: 'partition' | 'region' | 'account'): string | undefined =>
    arns.find((arn) => TAKEN[part].test(arn[part]))?.[part];
  const parts: readonly (readonly [RegExp, string | undefined])[] = [
    [/^arn:\$\{Partition\}/, taken('partition') && `arn:${taken('partition')}`],
    [/\$\{Region\}/, taken('region')],
    [/\$\{Account(?:Id)?\}/i, taken('account')],
  ];
  return parts.reduce((text, [pattern, own]) => (own ? text.replace(pattern, () => own) : text), format);
}

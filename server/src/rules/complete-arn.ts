import { type CompletedArn, completedArns } from '../catalogue/arn-completion.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { wildcardsOverlap } from '../iam/wildcard-overlap.ts';
import { withArnPart } from '../policy/resource-arn.ts';
import type { Statement } from '../policy/statement.ts';
import { allowedActions } from '../reasoning/allowed-actions.ts';
import type { ArnReading } from '../reasoning/arn-reading.ts';
import { changeToAny, changeToEach } from './change-to.ts';
import type { Fix } from './rule.ts';

/**
 * Fixes that put a word before the last part of an ARN, as the resource types of the statement's actions have it; those
 * of most actions first.
 */
export function completeArn(reading: ArnReading, statement: Statement, catalogue: Catalogue): readonly Fix[] {
  const { resource, formats } = reading;
  const acted = allowedActions(statement, catalogue).infos.flatMap(({ resources }) =>
    resources.map(({ type }) => type.name),
  );
  const uses = (typeName: string): number => acted.filter((name) => name === typeName).length;
  const ranked = [...formats].sort((a, b) => uses(b.type.name) - uses(a.type.name));
  const used = ranked.filter(({ type }) => uses(type.name) > 0);
  const likely = used.length > 0 ? used : ranked;
  const words = [...new Set(likely.map((format) => /^[^/:$]+[/:]/.exec(format.resource)?.[0] ?? ''))];
  const texts = words
    .map((word) => word + reading.arn.resource)
    .filter((text) => likely.some(({ globs }) => wildcardsOverlap(globs[5] as string, text)));
  if (texts.length === 0) return completedByType(reading, catalogue);

  const arns = texts.slice(0, 3).map((text) => withArnPart(resource.text, 'resource', text));
  return arns.length === 1 ? changeToEach(resource.value, arns) : changeToAny(resource.value, arns);
}

/** Where a word in front is not enough. */
function completedByType({ resource, arn }: ArnReading, catalogue: Catalogue): readonly Fix[] {
  const types = catalogue.service(arn.service)?.resourceTypes() ?? [];
  const given = { ...arn, region: arn.region || undefined, account: arn.account || undefined };
  const arns = completedArns(types, given)
    .filter(({ text }) => text.includes(`:${arn.service}:`))
    .slice(0, 3);
  const texts = arns.map(({ text }) => text);
  return isClear(arns) ? changeToEach(resource.value, texts) : changeToAny(resource.value, texts);
}

const isClear = ([first, second]: readonly CompletedArn[]): boolean => (first?.fit ?? 0) > (second?.fit ?? 0);

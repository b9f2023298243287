import { type CompletedArn, completedArns } from '../catalogue/arn-completion.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Statement } from '../policy/statement.ts';
import { allowedActions } from '../reasoning/allowed-actions.ts';
import type { ArnReading } from '../reasoning/arn-reading.ts';
import { changeToAny, changeToEach } from './change-to.ts';
import type { Fix } from './rule.ts';

/** Fixes that put a word before the last part of an ARN, as the resource types of the statement's actions have it. */
export function completeArn(
  { resource, arn }: ArnReading,
  statement: Statement,
  catalogue: Catalogue,
): readonly Fix[] {
  const types = catalogue.service(arn.service)?.resourceTypes() ?? [];
  const acted = allowedActions(statement, catalogue).infos.flatMap(({ resources }) =>
    resources.map(({ type }) => type),
  );
  const uses = (name: string): number => acted.filter((type) => type.name === name).length;
  const ranked = [...types].sort((a, b) => uses(b.name) - uses(a.name));
  const used = ranked.filter(({ name }) => uses(name) > 0);
  const given = { ...arn, region: arn.region || undefined, account: arn.account || undefined };
  const arns = completedArns(used.length > 0 ? used : ranked, given)
    .filter(({ text }) => !text.includes('${Vendor}'))
    .slice(0, 3);
  const texts = arns.map(({ text }) => text);
  return isClear(arns) ? changeToEach(resource.value, texts) : changeToAny(resource.value, texts);
}

const isClear = ([first, second]: readonly CompletedArn[]): boolean => (first?.fit ?? 0) > (second?.fit ?? 0);

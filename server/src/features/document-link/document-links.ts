import { memoized } from '../../base/memo.ts';
import { shifted, type TextRange } from '../../base/text-range.ts';
import type { Catalogue, Service } from '../../catalogue/catalogue.ts';
import { isConditionKeyNamed } from '../../catalogue/condition-key-name.ts';
import { GLOBAL_CONDITION_KEYS } from '../../iam/global-condition-key.ts';
import type { PolicyFile } from '../../policy/policy-document.ts';
import type { ActionString, Statement } from '../../policy/statement.ts';
import { statementsInRange } from '../../policy/statements-in-range.ts';
import { inside, type StringValue } from '../../policy/value.ts';

/** A text that leads to a page. */
export interface DocumentLink {
  /** In the file, without quotes. */
  readonly range: TextRange;
  readonly target: string;
  /** What is to be found there. */
  readonly tooltip: string;
}

/** From each known action and condition key to its page in AWS's documentation. Remembered with the statements. */
export function documentLinks(file: PolicyFile, catalogue: Catalogue): readonly DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const { policy, placed } of statementsInRange(file)) {
    for (const link of linksOf(catalogue)(placed.statement)) {
      links.push({ ...link, range: policy.embedding.toFile(shifted(link.range, placed.offset)) });
      if (links.length === MAX_LINKS) return links;
    }
  }
  return links;
}

/** An editor underlines them all; nobody follows more. */
const MAX_LINKS = 5000;

const linksOf = memoized((catalogue: Catalogue) =>
  memoized((statement: Statement): readonly DocumentLink[] => [
    ...statement.actions.flatMap((action) => linkAt(action.value, pageOfAction(action, catalogue))),
    ...statement.conditions.flatMap(({ key }) => linkAt(key, pageOfKey(key.text, statement, catalogue))),
  ]),
);

type PageOf = Pick<DocumentLink, 'target' | 'tooltip'>;

function linkAt(value: StringValue, page: PageOf | undefined): readonly DocumentLink[] {
  return page ? [{ ...page, range: inside(value) }] : [];
}

/** A wildcard leads to the page of its service. */
function pageOfAction(
  { servicePrefix, name, isPattern }: ActionString,
  catalogue: Catalogue,
): PageOf | undefined {
  const service = catalogue.service(servicePrefix);
  if (!service || name === undefined) return undefined;
  if (isPattern) return pageOfService(service);
  const action = service.action(name);
  const target = service.actionText(name)?.documentation;
  if (!action || !target) return action && pageOfService(service);
  return { target, tooltip: `Documentation of ${service.prefix}:${action.name}` };
}

function pageOfKey(written: string, { actions }: Statement, catalogue: Catalogue): PageOf | undefined {
  const known = catalogue.globalConditionKey(written);
  const globalKey = known && GLOBAL_CONDITION_KEYS.find(({ name }) => name === known.name);
  if (globalKey) return { target: globalKey.source, tooltip: `Documentation of ${globalKey.name}` };
  const prefixes = [written.slice(0, Math.max(0, written.indexOf(':'))), 'sts', ...actions.map(prefixOf)];
  const service = [...new Set(prefixes)]
    .flatMap((prefix) => catalogue.service(prefix) ?? [])
    .find((candidate) => candidate.conditionKeys().some(({ name }) => isConditionKeyNamed(name, written)));
  return service && pageOfService(service);
}

const prefixOf = ({ servicePrefix }: ActionString): string => servicePrefix.toLowerCase();

function pageOfService({ documentation, name }: Service): PageOf | undefined {
  const [target] = documentation;
  return target === undefined ? undefined : { target, tooltip: `Service Authorization Reference of ${name}` };
}

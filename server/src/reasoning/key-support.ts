import { memoized, memoizedLast } from '../base/memo.ts';
import { recent } from '../base/recent.ts';
import type { ActionInfo, Catalogue, ConditionKey, Service } from '../catalogue/catalogue.ts';
import { isConditionKeyNamed } from '../catalogue/condition-key-name.ts';
import { conditionKeySenders } from '../catalogue/condition-key-senders.ts';
import type { ActionString, Statement } from '../policy/statement.ts';
import { oneOrMany } from '../policy/value.ts';
import { type ConditionTest, conditionTests } from './condition-tests.ts';
import { type MatchedAction, matchedActions } from './matched-actions.ts';
import { mayLackTypes } from './usable-on.ts';
import { type WhenAbsent, whenAbsent } from './when-absent.ts';

/** Which actions of a statement send a key that it tests, for keys that only some actions send. */
export interface KeySupport {
  readonly test: ConditionTest;
  /** `aws:ResourceTag`, `aws:RequestTag` and `aws:TagKeys`, which many services send; others belong to one service. */
  readonly isTag: boolean;
  /** Strings of `Action` that match only actions which do not send the key; not empty. */
  readonly unsupported: readonly ActionString[];
  /** True if these are all strings of `Action`. */
  readonly isAll: boolean;
  /** What the test is for requests without the key. */
  readonly whenAbsent: WhenAbsent;
}

/**
 * The tests of a statement whose key some of its actions do not send. Derived once per statement; in doubt an action
 * sends a key: where its service's reference has gaps, for keys that nobody sends, for actions that are not known.
 */
export function keySupport(statement: Statement, catalogue: Catalogue): readonly KeySupport[] {
  return ofCatalogue(catalogue)(statement);
}

const ofCatalogue = memoized((catalogue: Catalogue) =>
  memoizedLast((statement: Statement): readonly KeySupport[] => {
    if (statement.isBroken || statement.conditions.length === 0) return [];
    if (statement.element('NotAction') || !statement.effect) return [];
    const senders = sendersIn(statement, catalogue);
    return conditionTests(statement, catalogue).flatMap(
      (test) => supportOf(test, statement, senders, catalogue) ?? [],
    );
  }),
);

/** Whether requests for actions of a service carry the keys that a statement tests; in doubt they do. */
export function sendsTestedKeys(
  statement: Statement,
  service: Service,
  catalogue: Catalogue,
): (action: ActionInfo) => boolean {
  if (service.hasIncompleteResourceTypes) return () => true;
  const senders = conditionTests(statement, catalogue).flatMap((test) => {
    const written = test.entry.key.text;
    const isOwn = isTagKey(written) || isOfOneService(written, catalogue);
    const absent = whenAbsent(test);
    if (!test.key || !isOwn || !absent || absent === 'waived' || isOrphan(service, written)) return [];
    return [conditionKeySenders(allActions(service), written)];
  });
  return (action) =>
    ridesAlong(action) || mayLackTypes(action) || senders.every((sending) => sending.has(action));
}

/** Which actions of the statement send a key; asked once for all tags of a kind. */
type Senders = (written: string, key: ConditionKey) => ReadonlySet<ActionInfo>;

function sendersIn(statement: Statement, catalogue: Catalogue): Senders {
  const known = new Map<string, ReadonlySet<ActionInfo>>();
  return (written, { name }) => {
    const before = known.get(name);
    if (before) return before;
    const infos = matchedActions(statement, catalogue).flatMap((matched) => matched.infos);
    const senders = conditionKeySenders(infos, written);
    known.set(name, senders);
    return senders;
  };
}

function supportOf(
  test: ConditionTest,
  statement: Statement,
  sendersOf: Senders,
  catalogue: Catalogue,
): KeySupport | undefined {
  const written = test.entry.key.text;
  const isTag = isTagKey(written);
  const absent = whenAbsent(test);
  if (!test.key || !absent || !(isTag || isOfOneService(written, catalogue))) return undefined;
  const senders = sendersOf(written, test.key);
  const unsupported = matchedActions(statement, catalogue)
    .filter((matched) => neverSends(matched, written, senders, catalogue))
    .map(({ action }) => action);
  if (unsupported.length === 0 || (!isTag && isUnsent(written, catalogue))) return undefined;
  const listed = oneOrMany(statement.element('Action')?.value).length;
  return { test, isTag, unsupported, isAll: unsupported.length === listed, whenAbsent: absent };
}

/** Tags of the resource or of the request; tags of the caller are there whatever the action. */
export function isTagKey(written: string): boolean {
  return /^aws:(?:ResourceTag\/|RequestTag\/|TagKeys$)/i.test(written);
}

/** No global key, no claim of a token. */
function isOfOneService(written: string, catalogue: Catalogue): boolean {
  const service = serviceOf(written, catalogue);
  return (
    service !== undefined && !service.hasIncompleteResourceTypes && !catalogue.globalConditionKey(written)
  );
}

/** No action of its own service sends it either: the reference does not say which do. */
function isUnsent(written: string, catalogue: Catalogue): boolean {
  const service = serviceOf(written, catalogue);
  return service !== undefined && isOrphan(service, written);
}

function serviceOf(written: string, catalogue: Catalogue): Service | undefined {
  return catalogue.service(written.slice(0, Math.max(0, written.indexOf(':'))));
}

/** The service lists the key, but no action of it. */
function isOrphan(service: Service, written: string): boolean {
  return orphans(service)(written);
}

/** All actions of the service have to be looked at, and many statements test the same keys. */
const orphans = memoized((service: Service) =>
  recent(
    MOST_KEYS,
    (written): boolean =>
      service.conditionKeys().some(({ name }) => isConditionKeyNamed(name, written)) &&
      conditionKeySenders(allActions(service), written).size === 0,
  ),
);

/** Of one service. */
const MOST_KEYS = 50;

const allActions = memoized((service: Service): readonly ActionInfo[] =>
  service.actionNames().flatMap((name) => service.action(name) ?? []),
);

function neverSends(
  { action, infos }: MatchedAction,
  written: string,
  senders: ReadonlySet<ActionInfo>,
  catalogue: Catalogue,
): boolean {
  if (infos.length === 0 || infos.some((info) => senders.has(info) || ridesAlong(info))) return false;
  const service = catalogue.service(action.servicePrefix);
  if (!service || service.hasIncompleteResourceTypes) return false;
  if (/^aws:ResourceTag/i.test(written) && infos.some(mayLackTypes)) return false;
  if (infos.some((info) => isGuided(info, written))) return false;
  return !isOrphan(service, written);
}

/**
 * AWS's guide tests the key for the action, though the reference does not list it there.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
 */
function isGuided({ servicePrefix, name }: ActionInfo, written: string): boolean {
  return (
    servicePrefix === 'dynamodb' &&
    name === 'ConditionCheckItem' &&
    /^dynamodb:EnclosingOperation$/i.test(written)
  );
}

/** Permissions that are asked for within a call to assume a role, with all that it carries. */
function ridesAlong({ servicePrefix, name }: ActionInfo): boolean {
  return servicePrefix === 'sts' && /^(?:TagSession|SetSourceIdentity|SetContext)$/.test(name);
}

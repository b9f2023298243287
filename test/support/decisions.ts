import { matchesWildcard } from '../../server/src/iam/wildcard.ts';
import { conditionsHold, type RequestKeys } from './conditions-hold.ts';

/** One statement as JSON; only what is here is understood. */
export interface StatementJson {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | { readonly AWS: string | readonly string[] };
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, unknown>>;
}

/** All requests that can be put together of these. */
export interface Requests {
  readonly callers: readonly string[];
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly keys: readonly RequestKeys[];
}

/** What AWS leaves open: whether a `NotResource` with a variable that has no value matches everything, or nothing. */
export type Reading = 'matches everything' | 'matches nothing';

/**
 * The decision about each request, by trying every statement: a judge of its own, short enough to be seen right.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decisions(policy: string, requests: Requests, reading: Reading): readonly string[] {
  const { Statement } = JSON.parse(policy) as {
    readonly Statement: StatementJson | readonly StatementJson[];
  };
  const statements = [Statement].flat().map((own) => ({
    effect: own.Effect,
    callers: requests.callers.map((caller) => namesCaller(own, caller)),
    actions: requests.actions.map((action) => matchesAction(own, action)),
    situations: requests.keys.map((keys) =>
      holds(own, keys)
        ? requests.resources.map((resource) => matchesResource(own, resource, keys, reading))
        : [],
    ),
  }));
  const found: string[] = [];
  for (const caller of requests.callers.keys()) {
    for (const action of requests.actions.keys()) {
      for (const resource of requests.resources.keys()) {
        for (const keys of requests.keys.keys()) {
          const effects = statements
            .filter((own) => own.callers[caller] && own.actions[action] && own.situations[keys]?.[resource])
            .map(({ effect }) => effect);
          found.push(effects.includes('Deny') ? 'denied' : (effects[0] ?? 'not allowed'));
        }
      }
    }
  }
  return found;
}

/** A role stands for its sessions. */
function namesCaller({ Principal = '*' }: StatementJson, caller: string): boolean {
  const names = Principal === '*' ? ['*'] : [Principal.AWS].flat();
  return names.some((name) => {
    const account = /^arn:aws:iam::(\d{12}):root$/.exec(name)?.[1] ?? name;
    const session = name.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/');
    return name === '*' || account === caller || (session !== name && caller.startsWith(`${session}/`));
  });
}

function matchesAction({ Action, NotAction = [] }: StatementJson, action: string): boolean {
  const patterns = [Action ?? NotAction].flat().map((text) => text.toLowerCase());
  return (
    patterns.some((pattern) => matchesWildcard(pattern, action.toLowerCase())) === (Action !== undefined)
  );
}

function matchesResource(
  { Resource, NotResource = [] }: StatementJson,
  resource: string,
  keys: RequestKeys,
  reading: Reading,
): boolean {
  const patterns = [Resource ?? NotResource].flat().map((text) => resolved(text, keys));
  const isListed = patterns.some((pattern) => matchesWildcard(pattern, resource));
  if (Resource !== undefined) return isListed;
  return !isListed && (reading === 'matches everything' || !patterns.some((text) => text.includes(NO_VALUE)));
}

function holds({ Condition = {} }: StatementJson, keys: RequestKeys): boolean {
  return conditionsHold(resolved(JSON.stringify(Condition), keys), keys);
}

/** No request has it. */
const NO_VALUE = '\u0001';

/** Values hold no wildcards here. */
function resolved(text: string, keys: RequestKeys): string {
  return text.replace(/\$\{([\w:]+)\}/g, (_, key: string) => String(keys[key.toLowerCase()] ?? NO_VALUE));
}

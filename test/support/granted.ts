import { expandActionPattern } from '../../server/src/catalogue/action-pattern.ts';
import type { Catalogue } from '../../server/src/catalogue/catalogue.ts';
import { matchesWildcard } from '../../server/src/iam/wildcard.ts';
import { readPolicies } from '../../server/src/policy/read-policies.ts';
import type { Statement } from '../../server/src/policy/statement.ts';
import { writtenValue } from '../../server/src/policy/written-value.ts';

/**
 * What the Allow statements of a policy grant and no Deny takes back: `action resource` for each action of the
 * catalogue and each of the resources, with the conditions behind it. A judge of its own, by trying all.
 */
export function granted(
  text: string,
  catalogue: Catalogue,
  resources: readonly string[],
): ReadonlySet<string> {
  const statements = readPolicies(text, { isPolicyFile: true }).policies.flatMap((policy) =>
    policy.statements.map(({ statement }) => statement),
  );
  const effectsOf = (effect: 'Allow' | 'Deny') =>
    statements.filter((own) => own.effect === effect).map((own) => reachOf(own, catalogue));
  const denies = effectsOf('Deny').filter(({ conditions }) => conditions.length === 0);
  const found = new Set<string>();
  for (const { actions, matches, conditions } of effectsOf('Allow')) {
    for (const resource of resources.filter(matches)) {
      for (const action of actions) {
        const isDenied = denies.some((deny) => deny.actions.has(action) && deny.matches(resource));
        if (!isDenied) found.add([action, resource, ...conditions].join(' '));
      }
    }
  }
  return found;
}

/** Everything granted by `after` is granted by `before`, perhaps under fewer conditions. Returns what is not. */
export function newlyGranted(before: ReadonlySet<string>, after: ReadonlySet<string>): readonly string[] {
  const bare = new Map<string, string[][]>();
  for (const entry of before) {
    const [action = '', resource = '', ...conditions] = entry.split(' ');
    const key = `${action} ${resource}`;
    bare.set(key, [...(bare.get(key) ?? []), conditions]);
  }
  return [...after].filter((entry) => {
    const [action = '', resource = '', ...conditions] = entry.split(' ');
    const known = bare.get(`${action} ${resource}`) ?? [];
    return !known.some((own) => own.every((condition) => conditions.includes(condition)));
  });
}

function reachOf(statement: Statement, catalogue: Catalogue) {
  const named = new Set(statement.actions.flatMap(({ text }) => expandActionPattern(catalogue, text)));
  const all = expandActionPattern(catalogue, '*');
  const isNot = statement.element('NotAction') !== undefined;
  const patterns = statement.resources.map(({ text }) => text);
  const isOther = statement.element('NotResource') !== undefined;
  return {
    actions: isNot ? new Set(all.filter((name) => !named.has(name))) : named,
    matches: (resource: string): boolean =>
      patterns.some((pattern) => matchesWildcard(pattern, resource)) !== isOther,
    conditions: statement.conditions.map(({ operator, key, range }) =>
      `${operator.text}/${key.text}=${statement.text.slice(range.start, range.end)}`.replace(/\s/g, ''),
    ),
    principal: writtenValue(statement, 'Principal'),
  };
}

import { memoized } from '../base/memo.ts';
import { matchesWildcard } from '../iam/wildcard.ts';
import { wildcardsOverlap } from '../iam/wildcard-overlap.ts';
import { everyone } from '../policy/everyone.ts';
import type { PlacedStatement } from '../policy/policy-document.ts';
import type { Statement } from '../policy/statement.ts';
import { type Callers, callersAllowed, callersNotDenied } from './bounds-caller.ts';

/**
 * Whom an Allow to everyone lets in, after its own conditions and the Denies of the same policy that cover it whole.
 * A Deny that covers it in part leaves the rest open.
 */
export function callersLetIn(allow: Statement, statements: readonly PlacedStatement[]): Callers {
  const allowed = callersAllowed(allow);
  if (allowed === 'known') return 'known';

  const denies = deniesToAll(statements);
  const strict = denies.filter((deny) => spared(deny) === 'known');
  if (isCovered(allow, strict)) return 'known';
  const perhapsStrict = denies.filter((deny) => spared(deny) !== 'anyone');
  return isCovered(allow, perhapsStrict) ? 'unclear' : allowed;
}

const deniesToAll = memoized((statements: readonly PlacedStatement[]) =>
  statements.map(({ statement }) => statement).filter(isAddressedToAll),
);

/** A Deny with `NotPrincipal` spares those whom it names. */
function isAddressedToAll(statement: Statement): boolean {
  if (statement.effect !== 'Deny') return false;
  return everyone(statement) !== undefined || sparesByName(statement);
}

function spared(deny: Statement): Callers {
  return sparesByName(deny) && deny.conditions.length > 0 ? 'anyone' : callersNotDenied(deny);
}

const sparesByName = ({ principals }: Statement): boolean =>
  principals.some(({ element }) => element === 'NotPrincipal');

function isCovered(allow: Statement, denies: readonly Statement[]): boolean {
  if (denies.length === 0 || allow.actions.length === 0) return false;
  const resources = allow.resources.length > 0 ? patternsOf(allow.resources) : ['*'];
  return patternsOf(allow.actions, lower).every((action) =>
    resources.every((resource) =>
      denies.some((deny) => coversAction(deny, allow, action) && coversResource(deny, allow, resource)),
    ),
  );
}

function coversAction(deny: Statement, allow: Statement, action: string): boolean {
  const patterns = patternsOf(deny.actions, lower);
  if (deny.element('NotAction')) {
    return !allow.element('NotAction') && !patterns.some((pattern) => wildcardsOverlap(pattern, action));
  }
  const wanted = allow.element('NotAction') ? '*' : action;
  return patterns.some((pattern) => contains(pattern, wanted));
}

/** A policy that is attached to one resource may leave the element out. */
function coversResource(deny: Statement, allow: Statement, resource: string): boolean {
  if (deny.element('NotResource')) return false;
  if (deny.resources.length === 0) return true;
  const wanted = allow.element('NotResource') ? '*' : resource;
  return patternsOf(deny.resources).some((pattern) => contains(pattern, wanted));
}

/** Sound, and complete for patterns without `?`: the stars of `inner` are matched by stars only. */
function contains(outer: string, inner: string): boolean {
  return outer === inner || (!outer.includes('?') && matchesWildcard(outer, inner));
}

function patternsOf(
  strings: readonly { readonly text: string }[],
  map = (text: string): string => text,
): readonly string[] {
  return strings.map(({ text }) => map(text));
}

const lower = (text: string): string => text.toLowerCase();

import { memoized } from '../base/memo.ts';
import { everyone } from '../policy/everyone.ts';
import type { PlacedStatement } from '../policy/policy-document.ts';
import type { Statement } from '../policy/statement.ts';
import { type Callers, callersAllowed, callersNotDenied } from './bounds-caller.ts';
import { type Budget, newBudget } from './glob/budget.ts';
import { contains } from './glob/contains.ts';
import { type Glob, parseGlob, parseGlobs } from './glob/glob.ts';
import { overlaps } from './glob/overlaps.ts';

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
  const resources = allow.resources.length > 0 ? resourceGlobs(allow) : [EVERYTHING];
  const budget = newBudget();
  return actionGlobs(allow).every((action) =>
    resources.every((resource) =>
      denies.some(
        (deny) => coversAction(deny, allow, action, budget) && coversResource(deny, allow, resource, budget),
      ),
    ),
  );
}

function coversAction(deny: Statement, allow: Statement, action: Glob, budget: Budget): boolean {
  const denied = actionGlobs(deny);
  if (deny.element('NotAction'))
    return !allow.element('NotAction') && overlaps(denied, [action], budget) === false;
  return contains(denied, [allow.element('NotAction') ? EVERYTHING : action], budget) === true;
}

/** A policy that is attached to one resource may leave the element out. */
function coversResource(deny: Statement, allow: Statement, resource: Glob, budget: Budget): boolean {
  if (deny.element('NotResource')) return false;
  if (deny.resources.length === 0) return true;
  return (
    contains(resourceGlobs(deny), [allow.element('NotResource') ? EVERYTHING : resource], budget) === true
  );
}

const EVERYTHING = parseGlob('*');

const actionGlobs = memoized(({ actions }: Statement): readonly Glob[] =>
  parseGlobs(
    actions.map(({ text }) => text),
    { ignoresCase: true },
  ),
);

const resourceGlobs = memoized(({ resources }: Statement): readonly Glob[] =>
  parseGlobs(
    resources.map(({ text }) => text),
    { hasVariables: true },
  ),
);

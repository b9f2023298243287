import { memoized } from '../base/memo.ts';
import type { ActionInfo, Catalogue } from '../catalogue/catalogue.ts';
import { accessLevelOf, findAction } from '../catalogue/find-action.ts';
import { isOptionalDependent } from '../iam/optional-dependent.ts';
import type { ActionString, Statement } from '../policy/statement.ts';

/** An action that is named, and those that a call of it usually needs beside it. */
export interface NeededDependents {
  readonly action: ActionString;
  /** Full names, spelled as AWS does. */
  readonly dependents: readonly string[];
}

/** More services than these are alternatives: the call needs what belongs to the resource that it is about. */
const MOST_SERVICES = 3;

/** A longer list belongs to an action that does what a template or a wizard says. */
const MOST_DEPENDENTS = 8;

/**
 * What the named actions of an Allow depend on in other services, as AWS's reference says; patterns are left out. Not what
 * only some calls need: see `isOptionalDependent`. Remembered with the statement.
 */
export function neededDependents(statement: Statement, catalogue: Catalogue): readonly NeededDependents[] {
  return ofStatement(catalogue)(statement);
}

const ofStatement = memoized((catalogue: Catalogue) =>
  memoized((statement: Statement): readonly NeededDependents[] => {
    if (statement.effect !== 'Allow') return [];
    return statement.actions.flatMap((action) => {
      const isNamed = action.element === 'Action' && !action.isPattern;
      const info = isNamed ? findAction(catalogue, action.text) : undefined;
      const dependents = info?.dependentActions?.length ? dependentsOf(catalogue)(info) : [];
      return dependents.length > 0 ? [{ action, dependents }] : [];
    });
  }),
);

const dependentsOf = memoized((catalogue: Catalogue) =>
  memoized((info: ActionInfo): readonly string[] => {
    const all = info.dependentActions ?? [];
    const fullName = `${info.servicePrefix}:${info.name}`;
    const isLong = all.length > MOST_DEPENDENTS || new Set(all.map(prefixOf)).size > MOST_SERVICES;
    return all.filter((name) => {
      const level = accessLevelOf(catalogue, name);
      if (level === undefined || level === 'Tagging' || prefixOf(name) === info.servicePrefix) return false;
      return (name === PASS_ROLE || !isLong) && !isOptionalDependent(fullName, name);
    });
  }),
);

/** Whoever gives a service something to do gives it a role. */
const PASS_ROLE = 'iam:PassRole';

const prefixOf = (name: string): string => name.slice(0, name.indexOf(':'));

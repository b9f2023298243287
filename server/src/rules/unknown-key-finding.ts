import type { Catalogue } from '../catalogue/catalogue.ts';
import type { KeySuggestions } from '../catalogue/suggest-condition-key.ts';
import type { Statement } from '../policy/statement.ts';
import type { DefectiveKey } from '../reasoning/condition-key-defects.ts';
import { renameKey, renameKeyToAny } from './rename-key.ts';
import type { Finding } from './rule.ts';

/** How severe it is to name a key that nobody knows, and what to write instead. `claim` has no full stop. */
export function unknownKeyFinding(
  statement: Statement,
  { entry }: DefectiveKey,
  { isSlip, names }: KeySuggestions,
  claim: string,
  catalogue: Catalogue,
): Omit<Finding, 'range'> {
  if (isSlip) return { message: `${claim}.`, fixes: () => renameKey(statement, entry, names()) };
  return {
    severity: 'warning',
    message: `${claim} as of ${catalogue.stamp.date}.`,
    fixes: () => renameKeyToAny(statement, entry, names()),
  };
}

/** The prefixes of the services that a statement is about, as written: their keys are the likeliest. */
export function servicesNamed({ actions }: Statement): readonly string[] {
  return [...new Set(actions.map(({ servicePrefix }) => servicePrefix))].filter((prefix) =>
    /\w/.test(prefix),
  );
}

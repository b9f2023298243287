import type { Catalogue } from '../catalogue/catalogue.ts';
import type { KeySuggestions } from '../catalogue/suggest-condition-key.ts';
import { conditionValueKind } from '../iam/condition-value-kind.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { strings } from '../policy/value.ts';
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
  const fitting = (): readonly string[] => names().filter((name) => fitsValues(name, entry));
  if (isSlip) return { message: `${claim}.`, fixes: () => renameKey(statement, entry, fitting()) };
  return {
    severity: 'warning',
    message: `${claim} as of ${catalogue.stamp.date}.`,
    fixes: () => renameKeyToAny(statement, entry, fitting()),
  };
}

/** Ids of networks and of their endpoints look alike, as the keys for them do. */
function fitsValues(name: string, { values }: ConditionEntry): boolean {
  const kind = conditionValueKind(name);
  const other = kind === 'vpc' ? 'vpce-' : kind === 'vpcEndpoint' ? 'vpc-' : undefined;
  const texts = strings(values).map(({ text }) => text);
  return other === undefined || texts.length === 0 || !texts.every((text) => text.startsWith(other));
}

/** The prefixes of the services that a statement is about, as written: their keys are the likeliest. */
export function servicesNamed({ actions }: Statement): readonly string[] {
  return [...new Set(actions.map(({ servicePrefix }) => servicePrefix))].filter((prefix) =>
    /\w/.test(prefix),
  );
}

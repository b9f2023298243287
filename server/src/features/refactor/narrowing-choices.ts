import type { TextRange } from '../../base/text-range.ts';
import { expandActionPattern } from '../../catalogue/action-pattern.ts';
import { ACCESS_LEVELS, type AccessLevel, type Catalogue } from '../../catalogue/catalogue.ts';
import { accessLevelOf, findAction } from '../../catalogue/find-action.ts';
import { SENSITIVE_KINDS, type SensitiveKind, sensitiveKind } from '../../catalogue/sensitive-kind.ts';
import type { PolicyFile } from '../../policy/policy-document.ts';
import { starResource } from '../../policy/star-resource.ts';
import type { Statement } from '../../policy/statement.ts';
import { usableResources } from '../../reasoning/usable-resources.ts';
import { addGuard, GUARDS, type Guard } from './add-guard.ts';
import { sidOf } from './narrow-statement.ts';
import { whyNotByResources } from './narrow-to-resources.ts';
import { type StatementToNarrow, statementsToNarrow } from './statements-to-narrow.ts';
import { isFix } from './transformed.ts';

/** What there is to choose from when statements are narrowed; counts are of actions of the catalogue. */
export interface NarrowingChoices {
  /** The Sids of the statements, or their places in the policy, counted from 0. */
  readonly statements: readonly string[];
  readonly actions: number;
  /** Only levels that some action has. */
  readonly levels: readonly { readonly level: AccessLevel; readonly count: number }[];
  readonly sensitive: readonly { readonly kind: SensitiveKind; readonly count: number }[];
  /** Actions that can be used on none of the resources of their statement. */
  readonly unusable: number;
  /** Strings of `Action` with wildcards. */
  readonly wildcards: number;
  /** Statements with `"Resource": "*"`. */
  readonly stars: number;
  /** Those that some statement lacks and can have. */
  readonly guards: readonly Guard[];
}

/** The choices for `statementsToNarrow`; undefined where there are none. */
export function narrowingChoices(
  file: PolicyFile,
  catalogue: Catalogue,
  range: TextRange,
): NarrowingChoices | undefined {
  const chosen = statementsToNarrow(file, range);
  return chosen.length > 0 ? choicesOf(chosen, catalogue) : undefined;
}

function choicesOf(chosen: readonly StatementToNarrow[], catalogue: Catalogue): NarrowingChoices {
  const statements = chosen.map(({ placed }) => placed.statement);
  const names = [...new Set(statements.flatMap((statement) => namesOf(statement, catalogue)))];
  const levels = tallied(names, (name) => accessLevelOf(catalogue, name));
  const kinds = tallied(names, (name) => sensitiveKind(catalogue, name));
  return {
    statements: chosen.map(({ placed }) => sidOf(placed.statement) ?? String(placed.index)),
    actions: names.length,
    levels: ACCESS_LEVELS.flatMap((level) => {
      const count = levels.get(level);
      return count ? [{ level, count }] : [];
    }),
    sensitive: SENSITIVE_KINDS.flatMap((kind) => {
      const count = kinds.get(kind);
      return count ? [{ kind, count }] : [];
    }),
    unusable: statements.reduce((sum, statement) => sum + countUnusable(statement, catalogue), 0),
    wildcards: statements.flatMap(({ actions }) => actions.filter(({ isPattern }) => isPattern)).length,
    stars: statements.filter((statement) => starResource(statement) !== undefined).length,
    guards: GUARDS.filter((guard) =>
      chosen.some(({ policy, placed }) =>
        isFix(addGuard(placed.statement, { guard, policyType: policy.type.policyType })),
      ),
    ),
  };
}

function namesOf({ actions }: Statement, catalogue: Catalogue): readonly string[] {
  return actions.flatMap(({ text }) => expandActionPattern(catalogue, text));
}

function tallied<K>(
  names: readonly string[],
  keyOf: (name: string) => K | undefined,
): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const name of names) {
    const key = keyOf(name);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function countUnusable(statement: Statement, catalogue: Catalogue): number {
  if (whyNotByResources(statement)) return 0;
  const usable = usableResources(statement.resources, catalogue);
  const names = [...new Set(namesOf(statement, catalogue))];
  return names.filter((name) => {
    const info = findAction(catalogue, name);
    return info === undefined || usable(info).length === 0;
  }).length;
}

import { RULES_BY_FOLDER } from './registry.generated.ts';
import type { Rule, RuleElement, StatementRule } from './rule.ts';

const FOLDERS: ReadonlyMap<Rule, RuleElement> = new Map(
  (['action', 'condition', 'principal', 'resource'] as const).flatMap((element) =>
    RULES_BY_FOLDER[element].map((rule: Rule) => [rule, element] as const),
  ),
);

/** The elements that a rule's findings lie in: that of its folder and those it names; undefined if it is in none. */
export function elementsOf(rule: StatementRule): readonly RuleElement[] | undefined {
  const folder = FOLDERS.get(rule);
  return folder && [folder, ...(rule.alsoIn ?? [])];
}

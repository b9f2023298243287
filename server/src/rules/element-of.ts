import { RULES_BY_FOLDER } from './registry.generated.ts';
import type { Rule } from './rule.ts';
import type { RuleElement } from './run-rules.ts';

const ELEMENT_RULES = (['action', 'condition', 'principal', 'resource'] as const).flatMap((element) =>
  RULES_BY_FOLDER[element].map((rule: Rule) => [rule, element] as const),
);

const ELEMENTS: ReadonlyMap<Rule, RuleElement> = new Map(ELEMENT_RULES);

/** The element that a rule's folder is named after; its findings lie in that element. */
export function elementOf(rule: Rule): RuleElement | undefined {
  return ELEMENTS.get(rule);
}

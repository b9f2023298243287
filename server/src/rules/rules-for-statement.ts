import type { PolicyType } from '../iam/policy-type.ts';
import type { Statement } from '../policy/statement.ts';
import type { RuleElement, StatementRule } from './rule.ts';

export type RulesForStatement = (statement: Statement, policyType: PolicyType) => readonly StatementRule[];

/**
 * Those of `rules` that may have something to say about a statement, in their order: most statements lack what most
 * rules are about, and not to ask takes no time.
 */
export function rulesForStatement(
  rules: readonly StatementRule[],
  elementsOf: (rule: StatementRule) => readonly RuleElement[] | undefined,
): RulesForStatement {
  const byKind = new Map<PolicyType, (readonly PickableRule[])[]>();
  const indexes = new Map<string, number>();
  const pickable = rules.map((rule): PickableRule => ({ rule, mentions: rule.mentions?.map(indexOf) }));
  const texts = [...indexes.keys()];

  return (statement, policyType) => {
    const isMentioned = mentionedIn(statement.text, texts);
    const picked: StatementRule[] = [];
    for (const { rule, mentions } of rulesOfKind(statement, policyType)) {
      if (!mentions || mentions.some(isMentioned)) picked.push(rule);
    }
    return picked;
  };

  function indexOf(text: string): number {
    const known = indexes.get(text) ?? indexes.size;
    indexes.set(text, known);
    return known;
  }

  function rulesOfKind(statement: Statement, policyType: PolicyType): readonly PickableRule[] {
    const known = byKind.get(policyType) ?? [];
    byKind.set(policyType, known);
    const kind = kindOf(statement);
    known[kind] ??= pickable.filter(({ rule }) => isOfKind(rule, statement, policyType));
    return known[kind];
  }

  function isOfKind(rule: StatementRule, statement: Statement, policyType: PolicyType): boolean {
    return (
      (rule.policyTypes?.includes(policyType) ?? true) &&
      (rule.effect === undefined || rule.effect === statement.effect) &&
      (elementsOf(rule)?.some((element) => hasElement(statement, element)) ?? true)
    );
  }
}

/** The same number for statements with the same Effect and elements. */
function kindOf(statement: Statement): number {
  const { effect } = statement;
  let kind = effect === 'Allow' ? 1 : effect === 'Deny' ? 2 : 0;
  for (const element of ELEMENTS) kind = kind * 2 + (hasElement(statement, element) ? 1 : 0);
  return kind;
}

function hasElement(statement: Statement, element: RuleElement): boolean {
  return NAMES[element].some((name) => statement.element(name));
}

interface PickableRule {
  readonly rule: StatementRule;
  /** Places in the list of all texts that some rule needs. */
  readonly mentions: readonly number[] | undefined;
}

/** Whether a text, by its place in `texts`, is in `written` in upper or lower case; each is looked for once. */
function mentionedIn(written: string, texts: readonly string[]): (index: number) => boolean {
  // A letter may be written as its code.
  if (written.includes('\\')) return () => true;
  const lower = written.toLowerCase();
  const known: (boolean | undefined)[] = [];
  return (index) => {
    known[index] ??= lower.includes(texts[index] as string);
    return known[index];
  };
}

const NAMES: Readonly<Record<RuleElement, readonly string[]>> = {
  action: ['Action', 'NotAction'],
  condition: ['Condition'],
  principal: ['Principal', 'NotPrincipal'],
  resource: ['Resource', 'NotResource'],
};

const ELEMENTS = Object.keys(NAMES) as RuleElement[];

import { shifted, type TextRange } from '../base/text-range.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { PolicyType } from '../iam/policy-type.ts';
import { DIRECT, type Embedding } from '../policy/embedding.ts';
import type { PlacedStatement, PolicyDocument, PolicyFile } from '../policy/policy-document.ts';
import { removeStatement } from '../policy/remove-statement.ts';
import type { Statement } from '../policy/statement.ts';
import { placedFix } from './placed-fix.ts';
import type { Finding, Fix, PolicyRule, Rule, Severity, StatementPlace, StatementRule } from './rule.ts';
import { strongestOnly } from './strongest-only.ts';

/** A finding of a rule, with offsets of the file. */
export interface LocatedFinding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly message: string;
  readonly range: TextRange;
  readonly isUnnecessary: boolean;
  readonly isAbsence: boolean;
  /** Undefined for a finding about the file itself. */
  readonly policy: PolicyDocument | undefined;
  /** The range in the text of the policy; the same as `range` where the policy is not inside a string. */
  readonly policyRange: TextRange;
  fixes(): readonly Fix[];
}

/** Which rules run and how loud they are. One value per configuration: what is remembered is remembered for it. */
export interface RuleSet {
  readonly catalogue: Catalogue;
  readonly rules: readonly Rule[];
  /** Severity of a rule where the user has chosen one; `off` takes it out. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** Called with each rule that throws; its findings are lost, all others are not. */
  readonly onRuleError: (rule: Rule, error: unknown) => void;
}

/** A rule's finding before it is put in its place. */
export interface RuleFinding extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
}

export type CheckFile = (file: PolicyFile) => readonly LocatedFinding[];

/**
 * A function that checks files with these rules, each finding in its place, in the order of the text.
 *
 * Findings of a statement are remembered with the statement: an edit elsewhere does not run its rules again.
 */
export function createChecker(ruleSet: RuleSet): CheckFile {
  const active = ruleSet.rules.filter((rule) => ruleSet.severities.get(rule.id) !== 'off');
  const statementRules = active.filter((rule) => rule.scope === 'statement');
  const policyRules = active.filter((rule) => rule.scope === 'policy');
  const fileRules = active.filter((rule) => rule.scope === 'file');
  const remembered = new WeakMap<Statement, Map<PolicyType, readonly RuleFinding[]>>();

  return (file) => {
    const found: LocatedFinding[] = [];
    for (const rule of fileRules) {
      for (const finding of collect(ruleSet, rule, () => rule.check({ file }))) {
        found.push(located(finding, 0, DIRECT, undefined));
      }
    }
    for (const policy of file.policies) {
      for (const finding of policyFindings(policy)) found.push(finding);
    }
    return found.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  };

  function policyFindings(policy: PolicyDocument): readonly LocatedFinding[] {
    const { policyType } = policy.type;
    const ofPolicy = policyRules
      .filter((rule) => appliesTo(rule, policyType))
      .flatMap((rule) =>
        collect(ruleSet, rule, () => rule.check({ policy, policyType, catalogue: ruleSet.catalogue })),
      )
      .map((finding) => located(finding, 0, policy.embedding, policy));
    const ofStatements = policy.statements.flatMap(({ statement, offset }) =>
      statementFindings(statement, policyType).map((finding) =>
        located(finding, offset, policy.embedding, policy),
      ),
    );
    return strongestOnly([...ofPolicy, ...ofStatements], { within: 'policy' });
  }

  function statementFindings(statement: Statement, policyType: PolicyType): readonly RuleFinding[] {
    const byType = remembered.get(statement) ?? new Map<PolicyType, readonly RuleFinding[]>();
    remembered.set(statement, byType);
    const known = byType.get(policyType);
    if (known) return known;
    const context = { statement, policyType, catalogue: ruleSet.catalogue };
    const found = statementRules
      .filter((rule) => appliesTo(rule, policyType))
      .flatMap((rule) => collect(ruleSet, rule, () => rule.check(context)));
    const kept = strongestOnly(found, { within: 'statement' });
    byType.set(policyType, kept);
    return kept;
  }
}

function appliesTo(rule: StatementRule | PolicyRule, policyType: PolicyType): boolean {
  return rule.policyTypes?.includes(policyType) ?? true;
}

function collect(ruleSet: RuleSet, rule: Rule, check: () => Iterable<Finding>): readonly RuleFinding[] {
  const chosen = ruleSet.severities.get(rule.id);
  const own = chosen === 'off' ? undefined : chosen;
  const found: RuleFinding[] = [];
  try {
    for (const finding of check()) {
      found.push({ ...finding, rule, severity: own ?? finding.severity ?? rule.severity });
      if (found.length === MAX_FINDINGS) break;
    }
    return found;
  } catch (error) {
    ruleSet.onRuleError(rule, error);
    return [];
  }
}

/** Of one rule in one statement, policy or file: nobody reads more, and hostile texts must not stop an editor. */
const MAX_FINDINGS = 1000;

function located(
  finding: RuleFinding,
  offset: PlacedStatement['offset'],
  embedding: Embedding,
  policy: PolicyDocument | undefined,
): LocatedFinding {
  const policyRange = offset === 0 ? finding.range : shifted(finding.range, offset);
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    isUnnecessary: finding.isUnnecessary ?? false,
    isAbsence: finding.isAbsence ?? false,
    policy,
    policyRange,
    range: embedding.toFile(policyRange),
    fixes: () =>
      (finding.fixes?.(statementPlace(policy, offset)) ?? []).map((fix) => placedFix(fix, offset, embedding)),
  };
}

function statementPlace(policy: PolicyDocument | undefined, offset: number): StatementPlace {
  const removal = policy && offset > 0 ? removeStatement(policy, offset) : undefined;
  return {
    isInList: policy?.statementValue?.kind === 'array',
    removal: removal && { ...removal, range: shifted(removal.range, -offset) },
  };
}

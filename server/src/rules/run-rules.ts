import { memoized } from '../base/memo.ts';
import { shifted, type TextRange } from '../base/text-range.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { POLICY_TYPES, type PolicyType } from '../iam/policy-type.ts';
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
  /** The day on which the checker was made, `2026-11-22`; without it nothing is out of date. */
  readonly today?: string | undefined;
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
  const statementRules = byPolicyType(active.filter((rule) => rule.scope === 'statement'));
  const policyRules = byPolicyType(active.filter((rule) => rule.scope === 'policy'));
  const fileRules = active.filter((rule) => rule.scope === 'file');
  const remembered = memoized((_: Statement) => new Map<PolicyType, readonly RuleFinding[]>());

  // A light bulb asks for the findings that were just reported.
  return memoized((file: PolicyFile) => {
    const found = collect(ruleSet, fileRules, { file }).map((one) => located(one, 0, DIRECT, undefined));
    for (const policy of file.policies) {
      for (const finding of policyFindings(policy)) found.push(finding);
    }
    return found.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  });

  function policyFindings(policy: PolicyDocument): readonly LocatedFinding[] {
    const { policyType } = policy.type;
    const context = { policy, policyType, catalogue: ruleSet.catalogue, today: ruleSet.today };
    const ofPolicy = collect(ruleSet, policyRules(policyType), context).map((finding) =>
      located(finding, 0, policy.embedding, policy),
    );
    const ofStatements = policy.statements.flatMap(({ statement, offset }) =>
      statementFindings(statement, policyType).map((finding) =>
        located(finding, offset, policy.embedding, policy),
      ),
    );
    return strongestOnly([...ofPolicy, ...ofStatements], { within: 'policy' });
  }

  function statementFindings(statement: Statement, policyType: PolicyType): readonly RuleFinding[] {
    const byType = remembered(statement);
    const known = byType.get(policyType);
    if (known) return known;
    const context = { statement, policyType, catalogue: ruleSet.catalogue, today: ruleSet.today };
    const found = collect(ruleSet, statementRules(policyType), context);
    const kept = strongestOnly(found, { within: 'statement' });
    byType.set(policyType, kept);
    return kept;
  }
}

/** The rules that apply to a type, in their order. */
function byPolicyType<R extends StatementRule | PolicyRule>(
  rules: readonly R[],
): (policyType: PolicyType) => readonly R[] {
  const applying = new Map(
    POLICY_TYPES.map((type) => [type, rules.filter((rule) => rule.policyTypes?.includes(type) ?? true)]),
  );
  return (policyType) => applying.get(policyType) ?? [];
}

/** A rule of this context, whichever it is. */
type Checking<Context> = Rule & { check(context: Context): Iterable<Finding> };

/** What the rules find, in their order; a rule that throws loses only its own findings. */
function collect<Context>(
  ruleSet: RuleSet,
  rules: readonly Checking<Context>[],
  context: Context,
): RuleFinding[] {
  const found: RuleFinding[] = [];
  for (const rule of rules) {
    const before = found.length;
    try {
      for (const finding of rule.check(context)) {
        found.push({ ...finding, rule, severity: severityOf(finding, rule, ruleSet) });
        if (found.length - before === MAX_FINDINGS) break;
      }
    } catch (error) {
      found.length = before;
      ruleSet.onRuleError(rule, error);
    }
  }
  return found;
}

function severityOf(finding: Finding, rule: Rule, { severities }: RuleSet): Severity {
  const chosen = severities.get(rule.id);
  return (chosen === 'off' ? undefined : chosen) ?? finding.severity ?? rule.severity;
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

import { memoized } from '../base/memo.ts';
import { intersects, shifted, type TextRange } from '../base/text-range.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { POLICY_TYPES, type PolicyType } from '../iam/policy-type.ts';
import { DIRECT, type Embedding } from '../policy/embedding.ts';
import type { PlacedStatement, PolicyDocument, PolicyFile } from '../policy/policy-document.ts';
import { removeStatement } from '../policy/remove-statement.ts';
import { repairedFile } from '../policy/repaired-file.ts';
import type { Statement } from '../policy/statement.ts';
import { placedFix } from './placed-fix.ts';
import type {
  Finding,
  Fix,
  Level,
  PolicyRule,
  Rule,
  RuleElement,
  Severity,
  StatementPlace,
  StatementRule,
} from './rule.ts';
import { rulesForStatement } from './rules-for-statement.ts';
import { type Levels, levelsByStatement, type StatementOverride } from './statement-levels.ts';
import { isAboutAccess, strongestOnly } from './strongest-only.ts';
import { suppressFindings } from './suppress-findings.ts';

/** A finding of a rule, with offsets of the file. */
export interface LocatedFinding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly message: string;
  readonly range: TextRange;
  readonly isUnnecessary: boolean;
  readonly isAbsence: boolean;
  /** Rules that the finding explains better, beside those of its rule. */
  readonly supersedes: readonly string[];
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
  readonly severities: ReadonlyMap<string, Level>;
  /** What holds for some statements instead, later entries over earlier ones. */
  readonly overrides?: readonly StatementOverride[];
  /** The elements of which a statement must have one for a rule to find anything; undefined for any statement. */
  readonly elementsOf?: (rule: StatementRule) => readonly RuleElement[] | undefined;
  /** Called with each rule that throws; its findings are lost, all others are not. */
  readonly onRuleError: (rule: Rule, error: unknown) => void;
  /** The day on which the checker was made, `2026-11-22`; without it nothing is out of date. */
  readonly today?: string | undefined;
  /** Ids of the accounts that may be let in; without it no account is said to be a stranger. */
  readonly trustedAccounts?: ReadonlySet<string> | undefined;
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
  const { rules, severities, overrides = [] } = ruleSet;
  const levels = levelsByStatement(severities, overrides);
  const runsSomewhere = (rule: Rule): boolean =>
    severities.get(rule.id) !== 'off' ||
    overrides.some(({ severities: own }) => (own.get(rule.id) ?? 'off') !== 'off');
  const policyRules = byPolicyType(rules.filter((rule) => rule.scope === 'policy').filter(runsSomewhere));
  const fileRules = rules
    .filter((rule) => rule.scope === 'file')
    .filter(({ id }) => severities.get(id) !== 'off');
  const ruleIds = rules.map(({ id }) => id);
  const statementChecker = memoized((own: Levels) => createStatementChecker(ruleSet, own));

  // A light bulb asks for the findings that were just reported.
  return memoized((file: PolicyFile) => {
    const { findings, suppressions } = suppressFindings(file, findingsAsMeant(file), levelOf);
    const context = { file, suppressions, ruleIds };
    const found = collect(ruleSet, severities, fileRules, context).map((one) =>
      located(one, 0, DIRECT, undefined),
    );
    for (const finding of findings) found.push(finding);
    return found.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  });

  /** What a JSON slip touches is left to the rule about JSON. */
  function findingsAsMeant(file: PolicyFile): readonly LocatedFinding[] {
    const repaired = repairedFile(file);
    if (!repaired) return file.policies.flatMap(policyFindings);
    return repaired.policies.flatMap((policy) =>
      policyFindings(policy).filter(({ policyRange }) => !repaired.isGuessed(policy, policyRange)),
    );
  }

  function policyFindings(policy: PolicyDocument): readonly LocatedFinding[] {
    const { policyType } = policy.type;
    const { catalogue, today, trustedAccounts } = ruleSet;
    const context = { policy, policyType, catalogue, today, trustedAccounts };
    const explained: Explained[] = [];
    const ofStatements = policy.statements.flatMap((placed) => {
      const { statement, offset } = placed;
      const found = statementChecker(levels.of(placed))(statement, policyType);
      const isExplained = found.length > 0 ? explainedBy(found) : undefined;
      if (isExplained) {
        explained.push({ range: { start: offset, end: offset + statement.text.length }, isExplained });
      }
      return found.map((finding) => located(finding, offset, policy.embedding, policy));
    });
    const ofPolicy = collect(ruleSet, severities, policyRules(policyType), context)
      .filter(
        ({ rule, range }) => !explained.some((one) => intersects(one.range, range) && one.isExplained(rule)),
      )
      .map((finding) => located(finding, 0, policy.embedding, policy));
    return levels.apply(strongestOnly([...ofPolicy, ...ofStatements], { within: 'policy' }));
  }

  function levelOf(ruleId: string): Level | 'usual' | 'unknown' {
    return severities.get(ruleId) ?? (ruleIds.includes(ruleId) ? 'usual' : 'unknown');
  }
}

/** A statement, and of which rules about policies its own findings say all there is to say in it. */
interface Explained {
  readonly range: TextRange;
  isExplained(rule: Rule): boolean;
}

/** Remembered with the findings of a statement, which stay as they are while others are edited. */
const explainedBy = memoized((findings: readonly RuleFinding[]): Explained['isExplained'] | undefined => {
  const superseded = new Set(findings.flatMap(({ supersedes = [] }) => supersedes));
  const isDead = findings.some(({ neverApplies }) => neverApplies);
  if (superseded.size === 0 && !isDead) return undefined;
  return (rule) => superseded.has(rule.id) || (isDead && isAboutAccess(rule));
});

type CheckStatement = (statement: Statement, policyType: PolicyType) => readonly RuleFinding[];

function createStatementChecker(ruleSet: RuleSet, { severities }: Levels): CheckStatement {
  const { rules, catalogue, today, trustedAccounts, elementsOf = () => undefined } = ruleSet;
  const running = rules.filter(({ id }) => severities.get(id) !== 'off');
  const rulesFor = rulesForStatement(
    running.filter((rule) => rule.scope === 'statement'),
    elementsOf,
  );
  const remembered = memoized((_: Statement) => new Map<PolicyType, readonly RuleFinding[]>());
  return (statement, policyType) => {
    const byType = remembered(statement);
    const known = byType.get(policyType);
    if (known) return known;
    const context = { statement, policyType, catalogue, today, trustedAccounts };
    const found = collect(ruleSet, severities, rulesFor(statement, policyType), context);
    const kept = strongestOnly(found, { within: 'statement' });
    byType.set(policyType, kept);
    return kept;
  };
}

/** The rules that apply to a type, in their order. */
function byPolicyType(rules: readonly PolicyRule[]): (policyType: PolicyType) => readonly PolicyRule[] {
  const applying = new Map(
    POLICY_TYPES.map((type) => [type, rules.filter((rule) => rule.policyTypes?.includes(type) ?? true)]),
  );
  return (policyType) => applying.get(policyType) ?? [];
}

/** A rule of this context, whichever it is. */
type Checking<Context> = Rule & { check(context: Context): Iterable<Finding> };

/** What the rules find, in their order; a rule that throws loses only its own findings. */
function collect<Context>(
  { onRuleError }: RuleSet,
  severities: RuleSet['severities'],
  rules: readonly Checking<Context>[],
  context: Context,
): RuleFinding[] {
  const found: RuleFinding[] = [];
  for (const rule of rules) {
    const before = found.length;
    try {
      for (const finding of rule.check(context)) {
        found.push({ ...finding, rule, severity: severityOf(finding, rule, severities) });
        if (found.length - before === MAX_FINDINGS) break;
      }
    } catch (error) {
      found.length = before;
      onRuleError(rule, error);
    }
  }
  return found;
}

function severityOf(finding: Finding, rule: Rule, severities: RuleSet['severities']): Severity {
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
    supersedes: finding.supersedes ?? [],
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

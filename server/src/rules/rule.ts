import type { TextEdit } from '../base/text-edit.ts';
import type { TextRange } from '../base/text-range.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { PolicyType } from '../iam/policy-type.ts';
import type { PolicyDocument, PolicyFile } from '../policy/policy-document.ts';
import type { Effect, Statement } from '../policy/statement.ts';
import type { JudgedSuppression } from './suppression.ts';

/**
 * error: AWS rejects it, or the statement cannot work. warning: works, but not as it reads, or opens access.
 * information: correct, could be tighter. hint: form only.
 */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** How loud a rule is where somebody has chosen. */
export type Level = Severity | 'off';

/** From loud to silent. */
export const LEVELS: readonly Level[] = [...SEVERITIES, 'off'];

export function isLevel(value: unknown): value is Level {
  return (LEVELS as readonly unknown[]).includes(value);
}

/** What a finding is about; advice about breadth is dropped where a statement cannot work at all. */
export type Category = 'syntax' | 'correctness' | 'security' | 'breadth' | 'style';

/** An edit that removes a finding. */
export interface Fix {
  /** Imperative, without a full stop. */
  readonly title: string;
  /** Ranges count from where those of the finding count. */
  readonly edits: readonly TextEdit[];
  /** True if the same requests are allowed and denied afterwards; such fixes join "fix all". */
  readonly keepsAccess: boolean;
  /** At most one fix of a finding is what nearly everyone wants. */
  readonly isPreferred?: true;
  /** `newText` is written in snippet syntax, literal text escaped. */
  readonly isSnippet?: true;
}

/** What a statement's own text does not tell: a fix that adds a second statement needs a list to put it into. */
export interface StatementPlace {
  /** False where `Statement` is a single object. */
  readonly isInList: boolean;
  /** Takes the whole statement out of its list; undefined where it is the only one. */
  readonly removal: TextEdit | undefined;
}

export interface Finding {
  /** One key or one string; see the scope of the rule for what offsets count from. */
  readonly range: TextRange;
  /** One sentence in the user's words, at most 90 characters; a second one may give the consequence. */
  readonly message: string;
  /** Evaluated only when somebody asks for repairs. */
  readonly fixes?: (place: StatementPlace) => readonly Fix[];
  /** Where the rule's usual severity is too strong or too weak. */
  readonly severity?: Severity;
  /** The element is redundant or without effect; editors fade it. */
  readonly isUnnecessary?: true;
  /** No request meets the statement, so nothing it allows is too much. */
  readonly neverApplies?: true;
  /** It is about something that is not there, so it is no rival of what is found where it has to be shown. */
  readonly isAbsence?: true;
  /** Rules that this finding explains better, beside those of its rule; those about policies fall silent in its statement. */
  readonly supersedes?: readonly string[];
}

/** A policy before and after its repair; both are run as tests and shown in the documentation. */
export interface Example {
  /** A whole document, or the members of one statement without their braces. */
  readonly bad: string;
  /** What the first fix makes of `bad`; without a fix, the nearest text that is silent. */
  readonly good: string;
  readonly policyType?: PolicyType;
  /** What the configuration says beside; nothing without it. */
  readonly trustedAccounts?: readonly string[];
}

export interface RuleFacts {
  readonly id: string;
  readonly severity: Severity;
  readonly category: Category;
  /** At most 60 characters, without a full stop; the title of the rule's page. */
  readonly summary: string;
  /** The AWS page that says so. */
  readonly source: string;
  readonly equivalents?: {
    readonly accessAnalyzer?: readonly string[];
    readonly parliament?: readonly string[];
    readonly cfnLint?: readonly string[];
  };
  /** All types if missing. */
  readonly policyTypes?: readonly PolicyType[];
  /** Silent until the user gives it a severity or chooses the preset `strict`: right, but not wanted by most. */
  readonly isOptIn?: true;
  /** Rules that this one explains better where both report in one statement, or in one policy. */
  readonly supersedes?: readonly string[];
  readonly examples: readonly [Example, ...Example[]];
  /** Why no edit can repair it; required of a rule without fixes. */
  readonly noFix?: string;
}

/** The elements that folders of rules are named after. */
export type RuleElement = 'action' | 'condition' | 'principal' | 'resource';

/** Looks at one statement alone, so its findings live as long as the statement's text; offsets count from there. */
export interface StatementRule extends RuleFacts {
  readonly scope: 'statement';
  /** Elements beside that of its folder in which it finds something: statements with none of them skip the rule. */
  readonly alsoIn?: readonly RuleElement[];
  /** It is about statements with this effect only. */
  readonly effect?: Effect;
  /**
   * One of these strings, in lower case, must be somewhere in a statement for it to find anything, in upper or lower
   * case: other statements skip the rule.
   */
  readonly mentions?: readonly string[];
  check(context: StatementContext): Iterable<Finding>;
}

export interface StatementContext extends Surroundings {
  readonly statement: Statement;
}

/** What every rule about policies is told beside the text. */
export interface Surroundings {
  readonly policyType: PolicyType;
  readonly catalogue: Catalogue;
  /** The day on which the check runs, `2026-11-22`; undefined where results must not depend on it. */
  readonly today: string | undefined;
  /** Ids of the accounts that may be let in, as the configuration lists them; undefined where it lists none. */
  readonly trustedAccounts: ReadonlySet<string> | undefined;
}

/** Looks at a whole policy; offsets count from the beginning of the policy's text. */
export interface PolicyRule extends RuleFacts {
  readonly scope: 'policy';
  check(context: PolicyContext): Iterable<Finding>;
}

export interface PolicyContext extends Surroundings {
  readonly policy: PolicyDocument;
}

/** Looks at a file; offsets count from its beginning. */
export interface FileRule extends RuleFacts {
  readonly scope: 'file';
  check(context: FileContext): Iterable<Finding>;
}

export interface FileContext {
  readonly file: PolicyFile;
  /** What comments ask for silence about, and whether there was anything to say. */
  readonly suppressions: readonly JudgedSuppression[];
  /** Of all rules there are, those included that do not run. */
  readonly ruleIds: readonly string[];
}

export type Rule = StatementRule | PolicyRule | FileRule;

/** Checks nothing at run time; the compiler checks that the rule is whole. */
export function defineRule<R extends Rule>(rule: R): R {
  return rule;
}

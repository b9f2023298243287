import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/text-edit.ts';
import type { Catalogue } from '../../server/src/catalogue/catalogue.ts';
import type { PolicyType } from '../../server/src/iam/policy-type.ts';
import { readPolicies } from '../../server/src/policy/read-policies.ts';
import { plainEdits } from '../../server/src/rules/plain-edits.ts';
import type { Fix, Rule } from '../../server/src/rules/rule.ts';
import { createChecker, type LocatedFinding } from '../../server/src/rules/run-rules.ts';
import { renderMarks, withCursor } from './fixture.ts';
import { TINY } from './tiny-catalogue.ts';

export interface CheckOptions {
  readonly policyType?: PolicyType;
  /** `TINY` unless a test is about the real data. */
  readonly catalogue?: Catalogue;
  readonly fileName?: string;
  readonly today?: string;
  readonly trustedAccounts?: readonly string[];
}

/** The findings of one rule, or of several together, on a text that is a policy file. */
export function findings(
  rules: Rule | readonly Rule[],
  text: string,
  { policyType, catalogue = TINY, fileName, today, trustedAccounts: accounts }: CheckOptions = {},
): readonly LocatedFinding[] {
  const onRuleError = (rule: Rule, error: unknown): never => {
    throw new Error(`${rule.id} failed`, { cause: error });
  };
  const list: readonly Rule[] = Array.isArray(rules) ? rules : [rules as Rule];
  const trustedAccounts = accounts && new Set(accounts);
  const severities = new Map();
  const check = createChecker({ catalogue, rules: list, severities, onRuleError, today, trustedAccounts });
  return check(readPolicies(text, { isPolicyFile: true, policyType, fileName, comments: 'allowed' }));
}

/**
 * Run a rule on a fixture and compare its findings with the caret comments in it: a line `// ^^^^ message` under
 * each reported range, at column 0. Without such a line the rule must be silent.
 */
export function checkRule(rules: Rule | readonly Rule[], fixture: string, options?: CheckOptions): void {
  const found = findings(rules, fixture, options);
  assert.equal(renderMarks(fixture, found), fixture);
}

/** The titles of all fixes offered for the findings that touch `$0`, or for all findings without `$0`. */
export function fixTitles(rule: Rule, fixture: string, options?: CheckOptions): readonly string[] {
  return offered(rule, fixture, options).map(({ title }) => title);
}

/** Apply the fix with this title at `$0` (or anywhere, without `$0`) and compare the text. */
export function checkFix(
  rule: Rule,
  fixture: string,
  title: string,
  after: string,
  options?: CheckOptions,
): void {
  const fixes = offered(rule, fixture, options);
  const fix = fixes.find((candidate) => candidate.title === title);
  assert.ok(fix, `no fix "${title}" among: ${fixes.map((candidate) => candidate.title).join(' | ')}`);
  assert.equal(applyEdits(withCursor(fixture).text, plainEdits(fix)), after);
}

function offered(rule: Rule, fixture: string, options?: CheckOptions): readonly Fix[] {
  const { text, offset } = withCursor(fixture);
  return findings(rule, text, options)
    .filter(({ range }) => offset < 0 || (range.start <= offset && offset <= range.end))
    .flatMap((finding) => finding.fixes());
}

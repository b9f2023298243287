import { lineIndex } from '../base/line-index.ts';
import type { TextRange } from '../base/text-range.ts';
import { type PolicyFile, statementAt } from '../policy/policy-document.ts';
import type { Level } from './rule.ts';
import type { LocatedFinding } from './run-rules.ts';
import { type JudgedSuppression, type Suppression, suppressionsOf } from './suppression.ts';

/** Findings without those that comments of their file suppress, and what became of each comment. */
export interface Suppressed {
  readonly findings: readonly LocatedFinding[];
  readonly suppressions: readonly JudgedSuppression[];
}

/** Apply the suppressing comments of a file to what was found in its policies. */
export function suppressFindings(
  file: PolicyFile,
  findings: readonly LocatedFinding[],
  levelOf: (ruleId: string) => Level | 'usual' | 'unknown',
): Suppressed {
  const suppressions = suppressionsOf(file.text);
  if (suppressions.length === 0) return { findings, suppressions: [] };

  const covers = coverage(file.text);
  const used = new Set<Suppression>();
  const kept = findings.filter((finding) => {
    const own = suppressions.filter(
      (suppression) => suppression.ruleId === finding.rule.id && covers(suppression, finding),
    );
    for (const suppression of own) used.add(suppression);
    return own.length === 0;
  });
  const judge = (suppression: Suppression): JudgedSuppression['verdict'] => {
    if (used.has(suppression)) return 'used';
    const level = suppression.ruleId === undefined ? 'usual' : levelOf(suppression.ruleId);
    return level === 'unknown' || level === 'off' ? level : 'unused';
  };
  return {
    findings: kept,
    suppressions: suppressions.map((suppression) => ({ ...suppression, verdict: judge(suppression) })),
  };
}

function coverage(text: string): (suppression: Suppression, finding: LocatedFinding) => boolean {
  const lines = lineIndex(text);
  const line = (offset: number): number => lines.at(offset).line;
  return ({ scope, comment }, finding) => {
    switch (scope) {
      case 'file':
        return true;
      case 'line':
        return line(finding.range.start) === line(comment.range.start);
      case 'next-line':
        return line(finding.range.start) === line(comment.next);
      case 'statement': {
        const statement = statementRange(finding);
        return (
          statement !== undefined &&
          (statement.start === comment.next ||
            (statement.start < comment.range.start && comment.range.start < statement.end))
        );
      }
    }
  };
}

/** Of the statement that a finding stands in, in the file. */
function statementRange({ policy, policyRange }: LocatedFinding): TextRange | undefined {
  const placed = policy && statementAt(policy, policyRange.start);
  if (!placed) return undefined;
  const { offset, statement } = placed;
  return policy.embedding.toFile({ start: offset, end: offset + statement.text.length });
}

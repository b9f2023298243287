import type { TextRange } from '../base/text-range.ts';
import { type Rule, SEVERITIES, type Severity } from './rule.ts';

interface Competitor {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly range: TextRange;
  readonly isAbsence?: boolean;
  readonly neverApplies?: true;
  readonly supersedes?: readonly string[];
}

/**
 * Keep one finding per cause: a rule that explains more wins over those it supersedes, one range carries one
 * finding (the most severe) beside what is missing there, a statement that cannot work gets no advice about its breadth, and
 * one that never applies none about whom and what it lets in.
 */
export function strongestOnly<F extends Competitor>(
  findings: readonly F[],
  { within }: { readonly within: 'statement' | 'policy' },
): readonly F[] {
  if (findings.length < 2) return findings;
  const reporting = findings.filter(({ rule }) => (rule.scope === 'statement') === (within === 'statement'));
  const superseded = new Set(
    reporting.flatMap(({ rule, supersedes = [] }) => [...(rule.supersedes ?? []), ...supersedes]),
  );
  const cannotWork = within === 'statement' && findings.some(({ severity }) => severity === 'error');
  const isDead = within === 'statement' && findings.some(({ neverApplies }) => neverApplies);
  const strongest = new Map<string, F>();
  for (const finding of findings) {
    if (superseded.has(finding.rule.id)) continue;
    if (cannotWork && finding.rule.category === 'breadth') continue;
    if (isDead && isAboutAccess(finding.rule)) continue;
    const place = placeOf(finding);
    const rival = strongest.get(place);
    if (!rival || rank(finding.severity) < rank(rival.severity)) strongest.set(place, finding);
  }
  return findings.filter((finding) => strongest.get(placeOf(finding)) === finding);
}

/** Whether the rule is about access that a statement gives, or fails to take. */
export function isAboutAccess({ category }: Rule): boolean {
  return category === 'breadth' || category === 'security';
}

/** What several rules miss in one place are several things. */
function placeOf({ range, rule, isAbsence }: Competitor): string {
  return `${range.start}:${range.end}${isAbsence ? `:${rule.id}` : ''}`;
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

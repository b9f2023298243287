import { shifted } from '../base/text-range.ts';
import type { Finding } from './rule.ts';
import { shiftedFixes } from './shifted-fixes.ts';

/** A finding that counts from a statement, for a rule that looks at the whole policy. */
export function shiftedFinding(finding: Finding, offset: number): Finding {
  const { fixes } = finding;
  return {
    ...finding,
    range: shifted(finding.range, offset),
    ...(fixes ? { fixes: (place) => shiftedFixes(fixes(place), offset) } : {}),
  };
}

import { isSamePolicy } from './same-policy.mjs';

/**
 * What is said about a damaged policy: `found`, the finding that a user meets at the damage (an error before a
 * warning); `others`, errors and warnings beside it, all of them collateral since the policy had none before;
 * `repair`, the fix that stands first; whether that restores the policy, or at least leaves no error and no warning.
 */
export function judge({ service, applyEdits, plainEdits }, policy, damaged) {
  const findings = loud(service, damaged.text, policy);
  const found = findings.filter((finding) =>
    damaged.places.some((place) => touches(finding.range, place)),
  )[0];
  const fixes = found?.fixes() ?? [];
  const repair = fixes.find(({ isPreferred }) => isPreferred) ?? fixes[0];
  const repaired = repair && applyEdits(damaged.text, plainEdits(repair));
  const wanted = damaged.wanted ?? [policy.text];
  return {
    found,
    others: findings.filter((finding) => finding !== found),
    repair,
    repaired,
    isRestored: repaired !== undefined && wanted.some((text) => isSamePolicy(text, repaired)),
    isClean: repaired !== undefined && loud(service, repaired, policy).length === 0,
  };
}

/** Errors, then warnings, each in the order of the text. */
function loud(service, text, { options }) {
  const findings = service.validate(service.read(text, options));
  return ['error', 'warning'].flatMap((level) => findings.filter(({ severity }) => severity === level));
}

/** An empty range touches what it lies at the edge of. */
function touches(a, b) {
  const isEmpty = a.start === a.end || b.start === b.end;
  return isEmpty ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}

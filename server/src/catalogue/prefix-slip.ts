import { editDistance } from '../base/edit-distance.ts';
import { mayBeWithin } from '../base/letter-bag.ts';
import { wildcardMatcher } from '../iam/wildcard.ts';
import { lowerCaseNames } from './action-pattern.ts';
import type { Catalogue, Service } from './catalogue.ts';

/** A service whose prefix is close to an unknown one. */
export interface PrefixSlip {
  readonly prefix: string;
  /** True if the service has an action of the name (or pattern) that stands behind the unknown prefix. */
  readonly ownsAction: boolean;
}

/**
 * Services whose prefix `prefix` is a misspelling of, likeliest first. One edit is a slip, in a long prefix two;
 * a short prefix is close to so many others that only one that owns the action counts.
 */
export function prefixSlips(catalogue: Catalogue, prefix: string, actionName: string): readonly PrefixSlip[] {
  const typed = prefix.toLowerCase();
  const most = typed.length >= LONG ? 2 : 1;
  const isNear = mayBeWithin(typed, most);
  const found: (PrefixSlip & { readonly distance: number })[] = [];
  for (const candidate of catalogue.servicePrefixes()) {
    if (!isNear(candidate)) continue;
    const distance = editDistance(typed, candidate, most);
    const service = distance <= most ? catalogue.service(candidate) : undefined;
    if (!service) continue;
    const owns = ownsAction(service, actionName);
    if (owns || (typed.length >= LONG && distance === 1)) {
      found.push({ prefix: candidate, ownsAction: owns, distance });
    }
  }
  return found.sort((a, b) => Number(b.ownsAction) - Number(a.ownsAction) || a.distance - b.distance);
}

/** Prefixes from this length on are far enough from each other. */
const LONG = 6;

/** True if the service has the action, or one that matches the pattern; `*` alone tells nothing. */
export function ownsAction(service: Service, name: string): boolean {
  if (!/[*?]/.test(name)) return service.hasAction(name);
  const matches = wildcardMatcher(name.toLowerCase());
  return /[^*?]/.test(name) && lowerCaseNames(service).some(matches);
}

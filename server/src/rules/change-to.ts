import type { Value } from '../policy/value.ts';
import type { Fix } from './rule.ts';

/** One fix per suggestion that replaces the whole string, quotes included; the first one is preferred. */
export function changeToEach(value: Pick<Value, 'range'>, suggestions: readonly string[]): readonly Fix[] {
  return changeToAny(value, suggestions).map((fix, index) =>
    index === 0 ? { ...fix, isPreferred: true as const } : fix,
  );
}

/** As `changeToEach`, where no suggestion is likely enough to be preferred. */
export function changeToAny(value: Pick<Value, 'range'>, suggestions: readonly string[]): readonly Fix[] {
  return suggestions.map((text) => ({
    title: `Change to "${text}"`,
    keepsAccess: false,
    edits: [{ range: value.range, newText: JSON.stringify(text) }],
  }));
}

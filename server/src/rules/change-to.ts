import type { StringValue } from '../policy/value.ts';
import type { Fix } from './rule.ts';

/** One fix per suggestion that replaces the whole string, quotes included; the first one is preferred. */
export function changeToEach(value: StringValue, suggestions: readonly string[]): readonly Fix[] {
  return suggestions.map((text, index) => ({
    title: `Change to "${text}"`,
    keepsAccess: false,
    ...(index === 0 ? { isPreferred: true as const } : {}),
    edits: [{ range: value.range, newText: JSON.stringify(text) }],
  }));
}

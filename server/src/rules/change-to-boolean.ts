import { meantBoolean } from '../iam/boolean-value.ts';
import type { ScalarValue, StringValue } from '../policy/value.ts';
import { valueText } from '../policy/value-text.ts';
import type { Fix } from './rule.ts';

/** Fixes that replace a value by `"true"` or `"false"`: the one that is meant, or both where nobody can tell. */
export function changeToBoolean(value: StringValue | ScalarValue): readonly Fix[] {
  const meant = meantBoolean(valueText(value));
  return (meant ? [meant] : ['true', 'false']).map((text) => ({
    title: `Change to "${text}"`,
    keepsAccess: false,
    ...(meant && { isPreferred: true as const }),
    edits: [{ range: value.range, newText: `"${text}"` }],
  }));
}

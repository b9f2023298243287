import { memoized } from '../base/memo.ts';
import type { TextRange } from '../base/text-range.ts';
import { isDynamic } from './placeholder.ts';
import type { ConditionEntry, ResourceString, Statement } from './statement.ts';
import { partOf, type StringValue, strings } from './value.ts';

/** A `${…}` that is meant for IAM. Offsets count in the text of the string. */
export interface PolicyVariable {
  /** From the dollar sign to the brace; to the end of the string where the brace is missing. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isClosed: boolean;
  /** As written before the comma: `aws:username`, or `*`, `?` or `$`, which stand for themselves. */
  readonly name: string;
  /** As written behind the comma, quotes included; undefined without a comma. */
  readonly fallback: string | undefined;
}

/** A variable where AWS reads one: in a resource, or in a value of a condition. */
export interface PlacedVariable extends PolicyVariable {
  readonly value: StringValue;
  readonly range: TextRange;
  /** One of the two. */
  readonly resource: ResourceString | undefined;
  readonly condition: ConditionEntry | undefined;
}

/**
 * The policy variables in a text, in the order written; what other tools fill in, such as `${bucket}`, is left out.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function policyVariables(text: string): readonly PolicyVariable[] {
  const found: PolicyVariable[] = [];
  for (let start = text.indexOf('${'); start >= 0; start = text.indexOf('${', start + 2)) {
    const next = text.indexOf('${', start + 2);
    const rest = text.slice(start + 2, next < 0 ? text.length : next);
    const brace = rest.indexOf('}');
    const isClosed = brace >= 0;
    const content = isClosed ? rest.slice(0, brace) : rest;
    const end = start + 2 + content.length + (isClosed ? 1 : 0);
    const comma = content.indexOf(',');
    const name = comma < 0 ? content : content.slice(0, comma);
    const fallback = comma < 0 ? undefined : content.slice(comma + 1);
    const written = text.slice(start, end);
    if (name.trim() !== '' && isDynamic(written)) continue;
    found.push({ text: written, start, end, isClosed, name, fallback });
  }
  return found;
}

/** True for `${*}`, `${?}` and `${$}`, the characters themselves. */
export function isEscape({ name }: PolicyVariable): boolean {
  return /^[*?$]$/.test(name);
}

/** The variables of a statement where AWS reads variables, in the order written; remembered with the statement. */
export const variablesOf = memoized((statement: Statement): readonly PlacedVariable[] => {
  if (!statement.text.includes('${')) return [];
  return [
    ...statement.resources.flatMap((resource) => placed(resource.value, resource, undefined)),
    ...statement.conditions.flatMap((condition) =>
      strings(condition.values).flatMap((value) => placed(value, undefined, condition)),
    ),
  ].sort((a, b) => a.range.start - b.range.start);
});

function placed(
  value: StringValue,
  resource: ResourceString | undefined,
  condition: ConditionEntry | undefined,
): readonly PlacedVariable[] {
  return policyVariables(value.text).map((variable) => ({
    ...variable,
    value,
    range: partOf(value, variable.start, variable.end),
    resource,
    condition,
  }));
}

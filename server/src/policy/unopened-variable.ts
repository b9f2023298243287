import type { Statement } from './statement.ts';
import { type StringValue, strings } from './value.ts';

/** A condition key as if it were a policy variable, whose beginning is not `${`. Offsets count in the text of the string. */
export interface UnopenedVariable {
  readonly value: StringValue;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly name: string;
}

/** `$aws:username}`, `{aws:username}` and `$(aws:username)` in resources and values of conditions. */
export function unopenedVariables({ resources, conditions }: Statement): readonly UnopenedVariable[] {
  const found: UnopenedVariable[] = [];
  for (const { value } of resources) addFrom(value, found);
  for (const { values } of conditions) for (const value of strings(values)) addFrom(value, found);
  return found;
}

function addFrom(value: StringValue, found: UnopenedVariable[]): void {
  if (!/[})]/.test(value.text)) return;
  for (const match of value.text.matchAll(UNOPENED)) {
    const [text, ...names] = match;
    const name = names.find((one) => one !== undefined) ?? '';
    found.push({ value, start: match.index, end: match.index + text.length, text, name });
  }
}

const NAME = String.raw`([A-Za-z][\w-]*:[\w.-]+(?:/[\w.@=+-]+)?)`;

const UNOPENED = new RegExp(
  [`\\$${NAME}\\}`, `(?<![$\\{])\\{${NAME}\\}(?!\\})`, `\\$\\(${NAME}\\)`].join('|'),
  'g',
);

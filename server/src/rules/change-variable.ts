import type { PlacedVariable } from '../policy/policy-variable.ts';
import { changeToAny, changeToEach } from './change-to.ts';
import type { Fix } from './rule.ts';

/** One fix per text that may stand in the place of a variable; the first one is preferred. */
export function changeVariableToEach(variable: PlacedVariable, texts: readonly string[]): readonly Fix[] {
  return changeToEach(variable.value, withEach(variable, texts));
}

/** As `changeVariableToEach`, where no text is likely enough to be preferred. */
export function changeVariableToAny(variable: PlacedVariable, texts: readonly string[]): readonly Fix[] {
  return changeToAny(variable.value, withEach(variable, texts));
}

function withEach({ value, start, end }: PlacedVariable, texts: readonly string[]): readonly string[] {
  return texts.map((text) => value.text.slice(0, start) + text + value.text.slice(end));
}

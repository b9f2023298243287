import { type Glob, isVariable, variableName } from './glob.ts';

/** True if one variable stands with different defaults, so that the values of the two are not independent. */
export function isEntangled(globs: readonly Glob[]): boolean {
  const variables = new Set(globs.flatMap(({ tokens }) => tokens.filter(isVariable)));
  return new Set([...variables].map(variableName)).size < variables.size;
}

import { type ConditionOperator, takesVariables } from './condition-operator.ts';

/** Where a condition value stops saying which text it means. */
export interface LooseValue {
  /** The literal text before the first wildcard or variable. */
  readonly start: string;
  /** The variable, without its braces and default, in lower case; undefined for a wildcard. */
  readonly variable: string | undefined;
}

/**
 * The first wildcard or policy variable of a value, as the operator reads it; undefined for a value that is literal
 * throughout. `${*}` and its like are ordinary characters.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function looseValue(text: string, operator: ConditionOperator): LooseValue | undefined {
  const variables = takesVariables(operator);
  let start = '';
  const lastBrace = variables ? text.lastIndexOf('}') : -1;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    const end = at < lastBrace && text.startsWith('${', at) ? text.indexOf('}', at) : -1;
    if (end > 0) {
      const name = text.slice(at + 2, end);
      if (!/^[*?$]$/.test(name)) return { start, variable: (name.split(',')[0] ?? '').trim().toLowerCase() };
      start += name;
      at = end;
    } else if (operator.hasWildcards && (character === '*' || character === '?')) {
      return { start, variable: undefined };
    } else {
      start += character;
    }
  }
  return undefined;
}

/** True for a variable that AWS fills in with an id that nobody can choose. */
export function isAssignedId(variable: string): boolean {
  return ASSIGNED.has(variable);
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const ASSIGNED: ReadonlySet<string> = new Set([
  'aws:ec2instancesourcevpc',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  'aws:vpceaccount',
  'aws:vpceorgid',
]);

import { valueText } from '../policy/value-text.ts';
import type { ConditionTest } from './condition-tests.ts';

/**
 * True for a test with an ARN operator whose key never holds an ARN; then the values do not matter. Tags, encryption
 * contexts and keys of services may hold one although the reference calls them text: there the values decide.
 */
export function testsNoArn({ operator, key, values, isKnown }: ConditionTest): boolean {
  if (operator?.operator.operand !== 'Arn' || !key || !/String$/.test(key.type)) return false;
  if (!mayHoldArn(key.name)) return true;
  return isKnown && !values.some((value) => mayBeArn(valueText(value)));
}

/** A `*` alone and a variable are written for either type. */
const mayBeArn = (text: string): boolean => /^(?:arn:|[*?]+(?:$|:))|\$\{/.test(text);

/**
 * Of the global keys only these may.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
function mayHoldArn(name: string): boolean {
  return (
    !/^aws:/i.test(name) ||
    name.includes('/') ||
    /^aws:(?:FederatedProvider|referer|UserAgent|TagKeys)$/i.test(name)
  );
}

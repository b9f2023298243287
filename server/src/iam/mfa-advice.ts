import { parseConditionOperator } from './condition-operator.ts';

/**
 * What goes wrong when the MFA keys, which long-term access keys lack, are tested with this operator under this
 * effect; undefined where nothing does. Markdown.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function mfaAdvice(
  key: string,
  operatorText: string,
  effect: 'Allow' | 'Deny' | undefined,
): string | undefined {
  const name = key.toLowerCase();
  const parsed = parseConditionOperator(operatorText);
  if (!parsed || !effect || parsed.operator.isNegated) return;
  const { operator, ifExists } = parsed;
  if (name === 'aws:multifactorauthpresent' && operator.name !== 'Null') {
    if (effect === 'Deny' && !ifExists) {
      return 'Access keys lack the key, so this Deny does not stop them: use `BoolIfExists`.';
    }
    if (effect === 'Allow' && ifExists) {
      return 'Access keys lack the key, so this Allow lets them through without MFA: use `Bool`.';
    }
  }
  if (name === 'aws:multifactorauthage' && effect === 'Deny' && !ifExists && operator.operand === 'Numeric') {
    return 'Callers without MFA lack the key, so this Deny does not stop them: use the `…IfExists` form.';
  }
  return;
}

import type { OperandType } from '../iam/condition-operator.ts';
import { fitsOperand } from '../iam/operand-fit.ts';
import type { ConditionKey } from './catalogue.ts';

/**
 * True unless operators of this kind surely cannot test the key. Milder than the published types where AWS's own pages
 * are: some keys take two kinds, and some that hold a number, a Boolean or an ARN are published as text.
 */
export function isTestableAs({ name, type, description }: ConditionKey, operand: OperandType): boolean {
  if (fitsOperand(type, operand)) return true;
  if (operand === 'Numeric') return NUMBERS_TOO.has(name.toLowerCase()) || saysSo(name, type, description);
  if (operand === 'Bool') return saysSo(name, type, description);
  return false;
}

/**
 * Dates that numeric operators compare, too.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
const NUMBERS_TOO: ReadonlySet<string> = new Set(['aws:epochtime', 'kms:validto']);

/** The reference publishes `redshift:DurationSeconds` and `ssm:Overwrite` as text; Redshift's guide compares numbers. */
function saysSo(name: string, type: string, description: string): boolean {
  if (!/String$/.test(type) || name.startsWith('aws:') || name.includes('${')) return false;
  return (
    /\bwhether\b|\bnumber of\b|\bcontroll?ing\b/i.test(description) ||
    /:(?:\w*Is[A-Z])|Enabled$|Seconds$/.test(name)
  );
}

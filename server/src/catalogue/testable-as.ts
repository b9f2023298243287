import type { OperandType } from '../iam/condition-operator.ts';
import { fitsOperand } from '../iam/operand-fit.ts';
import type { ConditionKey } from './catalogue.ts';

/**
 * True unless operators of this kind surely cannot test the key. Milder than the published types where AWS's own pages
 * are: some dates are tested as numbers, too, and some keys that hold a number or a Boolean are published as text.
 */
export function isTestableAs(key: ConditionKey, operand: OperandType): boolean {
  if (fitsOperand(key.type, operand)) return true;
  return (operand === 'Numeric' && NUMBERS_TOO.has(key.name.toLowerCase())) || seemsToHold(key, operand);
}

/**
 * Dates that numeric operators compare, too.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
const NUMBERS_TOO: ReadonlySet<string> = new Set(['aws:epochtime', 'kms:validto']);

/**
 * The guides of S3 Glacier and Redshift compare `glacier:ArchiveAgeInDays` and `redshift:DurationSeconds` as numbers,
 * although the reference publishes both as text. Keys of services with such names are given the benefit of the doubt.
 */
function seemsToHold({ name, type, description }: ConditionKey, operand: OperandType): boolean {
  if (!type.endsWith('String') || name.startsWith('aws:') || name.includes('${')) return false;
  return (
    (NAMES[operand]?.test(name) ?? false) ||
    (operand === 'Bool' && /\bwhether\b|\bcontroll?ing\b/i.test(description))
  );
}

const NAMES: Partial<Readonly<Record<OperandType, RegExp>>> = {
  Numeric: /(?:Days|Seconds|Minutes|Hours|Duration|Packets|Version)$/,
  Bool: /:(?:is|has|enable|disable|allow|require)[A-Z-]|:\w*(?:Is[A-Z]\w*|Has[A-Z]\w*|Enabled|MultiRegion)$/,
  IpAddress: /IpAddress$/,
  Date: /(?:Time|Date)$/,
};

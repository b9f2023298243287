import type { ConditionKeyType } from './condition-key-type.ts';
import type { OperandType } from './condition-operator.ts';

const OPERANDS: Readonly<Record<string, readonly OperandType[]>> = {
  String: ['String'],
  ARN: ['Arn', 'String'],
  Bool: ['Bool'],
  Numeric: ['Numeric'],
  Date: ['Date'],
  IPAddress: ['IpAddress'],
  Binary: ['Binary'],
};

/** True if an operator for these operands can test a key of this type; `Null` tests every key. */
export function fitsOperand(type: ConditionKeyType, operand: OperandType): boolean {
  return operand === 'Null' || (OPERANDS[type.replace('ArrayOf', '')]?.includes(operand) ?? false);
}

/** A request may carry several values of the key. */
export function isMultivalued(type: ConditionKeyType): boolean {
  return type.startsWith('ArrayOf');
}

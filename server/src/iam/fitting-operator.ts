import { isArnPattern } from './arn-pattern.ts';
import { isBooleanText } from './boolean-value.ts';
import type { ConditionKeyType } from './condition-key-type.ts';
import { CONDITION_OPERATORS, type OperandType, type ParsedOperator } from './condition-operator.ts';
import { parseDateValue } from './date-value.ts';
import { isNumberText } from './number-value.ts';
import { operatorName } from './operator-name.ts';

/** An operator that fits a key, and the values that it then needs. */
export interface FittingOperator {
  readonly name: string;
  /** The opposite Boolean where there is no negated operator, and the range that a pattern of addresses stands for. */
  readonly values?: readonly string[];
}

/**
 * The operator for keys of this type that asks what the written one asks: negation, comparison, set operator and
 * IfExists stay. Undefined where there is none, or the values are not of the type.
 */
export function fittingOperator(
  parsed: ParsedOperator,
  type: ConditionKeyType,
  written: readonly string[],
): FittingOperator | undefined {
  const operand = OPERAND_OF[type.replace('ArrayOf', '')];
  const values = operand === 'IpAddress' ? written.map(addressRange) : written;
  if (!operand || !values.every((value) => value.includes('${') || isOperand(operand, value)))
    return undefined;
  if (operand === 'Bool' && parsed.operator.isNegated) return oppositeBoolean(parsed, values);
  const name = nameFor(operand, parsed, values);
  const operator = CONDITION_OPERATORS.find((candidate) => candidate.name === name);
  if (!operator) return undefined;
  return { name: operatorName({ ...parsed, operator }), ...(values.join() !== written.join() && { values }) };
}

const OPERAND_OF: Readonly<Record<string, OperandType>> = {
  String: 'String',
  ARN: 'Arn',
  Bool: 'Bool',
  Numeric: 'Numeric',
  Date: 'Date',
  IPAddress: 'IpAddress',
  Binary: 'Binary',
};

/** Whether a value is written as operators of this kind expect it; of addresses and bytes only the characters count. */
function isOperand(operand: OperandType, value: string): boolean {
  if (operand === 'Arn') return isArnPattern(value);
  if (operand === 'Bool') return isBooleanText(value);
  if (operand === 'Numeric') return isNumberText(value);
  if (operand === 'Date') return parseDateValue(value) !== undefined;
  if (operand === 'IpAddress') return /^[\da-f]*[.:][\da-f:.]*(?:\/\d+)?$/i.test(value);
  return operand !== 'Binary' || /^[\w+/]+=*$/.test(value);
}

/** `StringNotEquals` is true without the key, so what says the same with the opposite value has IfExists. */
function oppositeBoolean(parsed: ParsedOperator, values: readonly string[]): FittingOperator | undefined {
  const [value, ...others] = values;
  if (value === undefined || others.length > 0 || !isBooleanText(value) || parsed.setOperator)
    return undefined;
  return { name: 'BoolIfExists', values: [value.toLowerCase() === 'true' ? 'false' : 'true'] };
}

/** `203.0.113.*` as a range; anything else stays as it is. */
function addressRange(text: string): string {
  const [, start = ''] = /^((?:\d{1,3}\.){1,3})\*(?:\.\*)*$/.exec(text) ?? [];
  const octets = start.split('.').length - 1;
  return start === ''
    ? text
    : `${start}${Array.from({ length: 4 - octets }, () => '0').join('.')}/${octets * 8}`;
}

function nameFor(operand: OperandType, { operator }: ParsedOperator, values: readonly string[]): string {
  const not = operator.isNegated ? 'Not' : '';
  const comparison = /(?:Less|Greater)Than(?:Equals)?$/.exec(operator.name)?.[0];
  if (operand === 'Bool') return 'Bool';
  if (operand === 'IpAddress') return comparison ? '' : `${not}IpAddress`;
  if (operand === 'Numeric' || operand === 'Date') return `${operand}${comparison ?? `${not}Equals`}`;
  const isPattern = operator.hasWildcards && values.some((value) => /[*?]/.test(value));
  const ignoresCase = operand === 'String' && operator.name.endsWith('IgnoreCase');
  return `${operand}${comparison ?? `${not}${isPattern ? 'Like' : 'Equals'}${ignoresCase ? 'IgnoreCase' : ''}`}`;
}

/** What kind of values an operator compares. */
export type OperandType = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IpAddress' | 'Arn' | 'Null';

export interface ConditionOperator {
  readonly name: string;
  readonly operand: OperandType;
  readonly isNegated: boolean;
  readonly hasWildcards: boolean;
  /** One sentence in our own words, true while the key is there. */
  readonly summary: string;
}

/** What the values of an operator are, in a few words. */
export const OPERAND_NAMES: Readonly<Record<OperandType, string>> = {
  String: 'text',
  Numeric: 'numbers, whole or decimal',
  Date: 'times, as ISO 8601 or as seconds since 1970',
  Bool: '`true` or `false`, whatever their case',
  Binary: 'bytes, written in Base64',
  IpAddress: 'IP addresses with ranges in CIDR notation',
  Arn: 'ARNs, each of the six parts by itself',
  Null: 'nothing: it tests whether the key is there',
};

/** Whether `${aws:username}` and the like are filled in where the operator's values name them. */
export function takesVariables({ operand }: ConditionOperator): boolean {
  return operand === 'String' || operand === 'Arn' || operand === 'Bool';
}

/** The page behind this file. */
export const CONDITION_OPERATOR_SOURCE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html';

function operator(name: string, operand: OperandType, summary: string): ConditionOperator {
  const hasWildcards = operand === 'Arn' || name.includes('Like');
  return { name, operand, isNegated: name.includes('Not'), hasWildcards, summary };
}

/**
 * All operators that AWS knows, without set operator and suffix.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const CONDITION_OPERATORS: readonly ConditionOperator[] = [
  operator('StringEquals', 'String', 'The text is the same, case included; `*` is an ordinary character.'),
  operator('StringNotEquals', 'String', 'The text differs.'),
  operator('StringEqualsIgnoreCase', 'String', 'The text is the same but for the case of letters.'),
  operator('StringNotEqualsIgnoreCase', 'String', 'The text differs by more than case.'),
  operator(
    'StringLike',
    'String',
    'The whole text matches a pattern: `*` any characters, `?` one; case counts.',
  ),
  operator('StringNotLike', 'String', 'The text does not match the pattern.'),
  operator('NumericEquals', 'Numeric', 'The numbers are equal.'),
  operator('NumericNotEquals', 'Numeric', 'The numbers differ.'),
  operator('NumericLessThan', 'Numeric', 'The number of the request is smaller.'),
  operator('NumericLessThanEquals', 'Numeric', 'The number of the request is smaller or equal.'),
  operator('NumericGreaterThan', 'Numeric', 'The number of the request is greater.'),
  operator('NumericGreaterThanEquals', 'Numeric', 'The number of the request is greater or equal.'),
  operator('DateEquals', 'Date', 'The times are equal; ISO 8601 or seconds since 1970.'),
  operator('DateNotEquals', 'Date', 'The times differ.'),
  operator('DateLessThan', 'Date', 'The time of the request is earlier.'),
  operator('DateLessThanEquals', 'Date', 'The time of the request is earlier or the same.'),
  operator('DateGreaterThan', 'Date', 'The time of the request is later.'),
  operator('DateGreaterThanEquals', 'Date', 'The time of the request is later or the same.'),
  operator('Bool', 'Bool', 'The value is the one that is written, `true` or `false`.'),
  operator('BinaryEquals', 'Binary', 'The bytes are equal; the value is written in Base64.'),
  operator('IpAddress', 'IpAddress', 'The address lies in the range, written as IPv4 or IPv6 CIDR.'),
  operator(
    'NotIpAddress',
    'IpAddress',
    'The address lies outside the range; true for every address of the other IP version.',
  ),
  operator('ArnEquals', 'Arn', 'The ARN matches part by part, wildcards included; the same as ArnLike.'),
  operator('ArnLike', 'Arn', 'The ARN matches part by part; `*` and `?` stay within their part.'),
  operator('ArnNotEquals', 'Arn', 'The ARN does not match.'),
  operator('ArnNotLike', 'Arn', 'The ARN does not match.'),
  operator('Null', 'Null', '`"true"`: the key is absent from the request; `"false"`: it is present.'),
];

export type SetOperator = 'ForAllValues' | 'ForAnyValue';

export const SET_OPERATORS: readonly SetOperator[] = ['ForAllValues', 'ForAnyValue'];

/** `ForAllValues:StringLikeIfExists` in parts. */
export interface ParsedOperator {
  readonly setOperator: SetOperator | undefined;
  readonly operator: ConditionOperator;
  readonly ifExists: boolean;
}

const BY_NAME = new Map(CONDITION_OPERATORS.map((entry) => [entry.name.toLowerCase(), entry]));

/** The parts of an operator, read without regard to case; undefined if AWS knows no such operator. */
export function parseConditionOperator(text: string): ParsedOperator | undefined {
  const [, prefix, rest = ''] = /^(?:(ForAllValues|ForAnyValue):)?(.*)$/i.exec(text) ?? [];
  const setOperator = SET_OPERATORS.find((name) => name.toLowerCase() === prefix?.toLowerCase());
  const ifExists = /IfExists$/i.test(rest);
  const operator = BY_NAME.get((ifExists ? rest.slice(0, -8) : rest).toLowerCase());
  return operator && !(ifExists && operator.name === 'Null')
    ? { setOperator, operator, ifExists }
    : undefined;
}

import type { ParsedOperator } from './condition-operator.ts';

/** An operator as AWS writes it, with its set operator and suffix; the reverse of `parseConditionOperator`. */
export function operatorName({ setOperator, operator, ifExists }: ParsedOperator): string {
  return `${setOperator ? `${setOperator}:` : ''}${operator.name}${ifExists ? 'IfExists' : ''}`;
}

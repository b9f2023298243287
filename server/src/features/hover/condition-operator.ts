import { codeSpan, markdownLink } from '../../base/markdown.ts';
import {
  CONDITION_OPERATOR_SOURCE,
  type ConditionOperator,
  OPERAND_NAMES,
  type ParsedOperator,
  parseConditionOperator,
  takesVariables,
} from '../../iam/condition-operator.ts';
import type { HoverProvider } from './hover-provider.ts';
import { renderPage } from './page.ts';

/** An operator as it is written, with its set operator and `IfExists`. */
export const hoverConditionOperator: HoverProvider<'conditionOperator'> = (_cursor, { text }) =>
  conditionOperatorMarkdown(text);

/** Without regard to case; says so of a text that is no operator. */
export function conditionOperatorMarkdown(text: string): string {
  const footer = markdownLink('Reference', CONDITION_OPERATOR_SOURCE);
  const parsed = parseConditionOperator(text);
  if (!parsed) return renderPage({ title: `${codeSpan(text)} is no condition operator of AWS.`, footer });

  const { operator } = parsed;
  const isNull = operator.operand === 'Null';
  return renderPage({
    title: `${codeSpan(text)}: ${operator.summary}`,
    facts: isNull
      ? [nullQuantified(parsed)]
      : [compares(operator), quantified(parsed), combines(operator), absentKey(parsed)],
    footer,
  });
}

function compares(operator: ConditionOperator): string {
  const { name, operand, hasWildcards } = operator;
  const isText = operand === 'String' || operand === 'Arn';
  const parts = [`Compares ${OPERAND_NAMES[operand]}`];
  if (isText) parts.push(name.includes('IgnoreCase') ? 'case does not count' : 'case counts');
  if (isText) parts.push(hasWildcards ? '`*` and `?` are wildcards' : 'no wildcards');
  if (takesVariables(operator)) parts.push('policy variables are filled in');
  return parts.join('; ');
}

function quantified({ setOperator }: ParsedOperator): string | undefined {
  if (!setOperator) return;
  const quantity = setOperator === 'ForAllValues' ? 'every value' : 'at least one value';
  return `\`${setOperator}\`: ${quantity} of the key in the request must pass`;
}

function combines({ isNegated, operand }: ConditionOperator): string | undefined {
  if (operand === 'Bool') return;
  return `Several values in the policy: ${isNegated ? 'none of them may match' : 'one of them must match'}`;
}

/** The order matters: `IfExists` outdoes the set operator, and that outdoes the negation. */
function absentKey({ operator, ifExists, setOperator }: ParsedOperator): string {
  const beginning = 'Key absent from the request:';
  if (setOperator === 'ForAllValues') {
    return `${beginning} **holds**, and also if the key is empty; an Allow needs \`"Null": { "key": "false" }\` beside it`;
  }
  if (ifExists) {
    const isIdle = operator.isNegated && !setOperator;
    return `${beginning} holds, ${isIdle ? 'but so it does without `IfExists`' : 'because of `IfExists`'}`;
  }
  if (setOperator) return `${beginning} does not hold, nor if the key is empty`;
  return `${beginning} ${operator.isNegated ? 'holds, as for all negated operators' : 'does not hold'}`;
}

function nullQuantified({ setOperator }: ParsedOperator): string | undefined {
  if (!setOperator) return;
  return setOperator === 'ForAllValues'
    ? '`ForAllValues` makes it hold always'
    : '`ForAnyValue` makes it hold never';
}

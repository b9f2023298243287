import { CONDITION_OPERATORS, type ParsedOperator, takesVariables } from '../../iam/condition-operator.ts';
import { operatorName } from '../../iam/operator-name.ts';
import { isEscape, variablesOf } from '../../policy/policy-variable.ts';
import type { ConditionEntry, Statement } from '../../policy/statement.ts';
import { conditionTests } from '../../reasoning/condition-tests.ts';
import { useOperator } from '../condition-fixes.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * Operators that compare text, ARNs and Booleans fill in policy variables. Those for numbers, times, addresses and
 * bytes, and `Null`, take the text as it stands, which is then no number, no time and no address.
 */
export const variableWithWrongOperator = defineRule({
  id: 'variable-with-wrong-operator',
  scope: 'statement',
  mentions: ['${'],
  severity: 'error',
  category: 'correctness',
  summary: 'Operator does not fill in policy variables',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  equivalents: { accessAnalyzer: ['INVALID_VARIABLE_FOR_OPERATOR'] },
  supersedes: [
    'numeric-value',
    'date-value',
    'ip-value',
    'binary-value',
    'null-value',
    'operator-key-type-mismatch',
  ],
  examples: [
    {
      bad: '"Condition": { "NumericEquals": { "aws:ResourceTag/level": "${aws:PrincipalTag/level}" } }',
      good: '"Condition": { "StringEquals": { "aws:ResourceTag/level": "${aws:PrincipalTag/level}" } }',
    },
  ],

  *check({ statement, catalogue }) {
    const variables = variablesOf(statement).filter(({ condition, isClosed }) => condition && isClosed);
    if (variables.length === 0) return;
    const tests = conditionTests(statement, catalogue);
    for (const variable of variables) {
      const parsed = tests.find(({ entry }) => entry === variable.condition)?.operator;
      if (!variable.condition || !parsed || takesVariables(parsed.operator) || isEscape(variable)) continue;
      if (variable.name.trim() === '') continue;
      const { condition } = variable;
      yield {
        range: variable.range,
        message: `${parsed.operator.name} fills in no variables; "${variable.text}" is plain text here.`,
        fixes: () => compareAsText(statement, condition, parsed),
      };
    }
  },
});

/** None for comparisons by size, and for `Null`. */
function compareAsText(statement: Statement, entry: ConditionEntry, parsed: ParsedOperator): readonly Fix[] {
  const { name, isNegated, operand } = parsed.operator;
  if (operand === 'Null' || /Than/.test(name)) return [];
  const operator = CONDITION_OPERATORS.find(
    (other) => other.name === (isNegated ? 'StringNotEquals' : 'StringEquals'),
  );
  if (!operator) return [];
  return useOperator(statement, [{ entry }], operatorName({ ...parsed, operator }), {
    keepsAccess: false,
    isPreferred: true,
  });
}

import { parseDateValue } from '../../iam/date-value.ts';
import { isNumberText } from '../../iam/number-value.ts';
import { valueText } from '../../policy/value-text.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { removeRedundant } from '../remove-redundant.ts';
import { defineRule } from '../rule.ts';

/**
 * The values of a condition key are alternatives. Of several bounds the widest decides: less than 10 or less than 20 is
 * less than 20. The others do nothing, and whoever reads them may think they do. The same goes for dates.
 *
 * To ask for a span, use two operators: `NumericGreaterThan` and `NumericLessThan`.
 */
export const redundantNumericValues = defineRule({
  id: 'redundant-numeric-values',
  scope: 'statement',
  mentions: ['date', 'numeric'],
  severity: 'information',
  category: 'style',
  summary: 'Several bounds, of which one decides',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['REDUNDANT_CONDITION_VALUE_NUM'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": { "NumericLessThanEquals": { "s3:max-keys": ["10", "20"] } }',
      good: '"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": { "NumericLessThanEquals": { "s3:max-keys": ["20"] } }',
    },
    {
      bad: '"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "DateGreaterThan": { "aws:CurrentTime": ["2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"] } }',
      good: '"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "DateGreaterThan": { "aws:CurrentTime": ["2026-01-01T00:00:00Z"] } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (statement.conditions.length === 0) return;
    for (const test of conditionTests(statement, catalogue)) {
      const { values, entry } = test;
      const deciding = decidingValue(test);
      if (deciding === undefined) continue;
      const others = values.filter((_, index) => index !== deciding);
      const bound = valueText(values[deciding] as (typeof values)[number]);
      for (const value of others) {
        yield {
          range: value.range,
          message:
            valueText(value) === bound
              ? `"${bound}" is listed already.`
              : `"${valueText(value)}" has no effect beside "${bound}", which decides.`,
          isUnnecessary: true,
          fixes: () => removeRedundant(statement, entry.values, value, others),
        };
      }
    }
  },
});

/** The index of the value that decides; undefined for one value, other operators, and values that are not comparable. */
function decidingValue({ operator, values, isKnown }: ConditionTest): number | undefined {
  const { name = '', operand } = operator?.operator ?? {};
  if (values.length < 2 || !isKnown || !/(?:Less|Greater)Than/.test(name)) return undefined;
  const texts = values.map(valueText);
  const numbers = operand === 'Date' ? times(texts) : texts.map(number);
  if (!numbers.every((own) => own !== undefined)) return undefined;
  const bound = name.includes('Less') ? Math.max(...numbers) : Math.min(...numbers);
  return numbers.indexOf(bound);
}

/** Longer ones are not told apart. */
function number(text: string): number | undefined {
  return isNumberText(text) && text.length < 16 ? Number(text) : undefined;
}

/** Only of dates that say equally much: AWS does not say which moment a day stands for. */
function times(texts: readonly string[]): readonly (number | undefined)[] {
  const dates = texts.map((text) => (text.includes('.') ? undefined : parseDateValue(text)));
  const [first] = dates;
  return dates.map((date) =>
    date?.hasZone && date.form === first?.form && date.precision === first.precision ? date.time : undefined,
  );
}

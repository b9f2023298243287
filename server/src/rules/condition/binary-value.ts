import { isTestableAs } from '../../catalogue/testable-as.ts';
import { conditionTests } from '../../reasoning/condition-tests.ts';
import { literalValues } from '../../reasoning/literal-values.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * `BinaryEquals` compares bytes, and a policy writes bytes in Base64: letters, digits, `+` and `/` in groups of four, the
 * last one filled up with `=`. Another text stands for no bytes, so it matches nothing.
 *
 * With a key that holds no bytes the operator is the mistake, see `operator-key-type-mismatch`.
 */
export const binaryValue = defineRule({
  id: 'binary-value',
  scope: 'statement',
  mentions: ['binary'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Value of BinaryEquals is no Base64',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals',
  equivalents: { accessAnalyzer: ['TYPE_MISMATCH_STRING'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Condition": { "BinaryEquals": { "kms:RecipientAttestation:PCR0": "QmluYXJ5VmFsdWVJbkJhc2U2NA" } }',
      good: '"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Condition": { "BinaryEquals": { "kms:RecipientAttestation:PCR0": "QmluYXJ5VmFsdWVJbkJhc2U2NA==" } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (!statement.conditions.some(({ operator }) => /^(?:For.*:)?binary/i.test(operator.text))) return;
    for (const test of conditionTests(statement, catalogue)) {
      if (test.operator?.operator.operand !== 'Binary') continue;
      if (test.key && !isTestableAs(test.key, 'Binary')) continue;
      for (const { value, text } of literalValues(test)) {
        if (isBase64(text)) continue;
        const meant = meantBase64(text);
        yield {
          range: value.range,
          message: `"${text}" is no Base64, as which "${test.entry.operator.text}" reads its values.`,
          fixes: () => (meant ? changeToEach(value, [meant]) : []),
        };
      }
    }
  },
});

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

/** The text with the letters of the alphabet for URLs replaced, and with what is missing at its end. */
function meantBase64(text: string): string | undefined {
  const digits = text.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/');
  const filled = digits.padEnd(Math.ceil(digits.length / 4) * 4, '=');
  return isBase64(filled) ? filled : undefined;
}

import { parseConditionOperator } from '../../iam/condition-operator.ts';
import { insertElement } from '../../policy/insert-element.ts';
import type { Statement } from '../../policy/statement.ts';
import { mayHave } from '../../policy/stray-element.ts';
import { strings, type Value } from '../../policy/value.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * A statement neither allows nor denies by default: without `Effect` AWS rejects the policy.
 */
export const missingEffect = defineRule({
  id: 'missing-effect',
  scope: 'statement',
  severity: 'error',
  category: 'syntax',
  summary: 'Statement has no Effect',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html',
  equivalents: { accessAnalyzer: ['MISSING_EFFECT'], parliament: ['MALFORMED'], cfnLint: ['E3510'] },
  examples: [
    {
      bad: '"Action": "s3:GetObject", "Resource": "*"',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
    },
  ],

  *check({ statement, policyType }) {
    if (statement.isBroken || mayHave(statement, 'Effect')) return;

    const insert = (effect: string): Fix => ({
      title: `Insert "Effect": "${effect}"`,
      keepsAccess: false,
      edits: [insertElement(statement, 'Effect', JSON.stringify(effect))],
    });
    yield {
      range: statement.members[0]?.key.range ?? { start: 0, end: 1 },
      message: 'This statement has no Effect; say "Allow" or "Deny".',
      isAbsence: true,
      // A resource control policy can only deny.
      fixes: () => {
        if (policyType === 'rcp') return [insert('Deny')];
        return soundsLikeDeny(statement)
          ? [insert('Deny'), insert('Allow')]
          : [insert('Allow'), insert('Deny')];
      },
    };
  },
});

/** By its Sid, or because it tests for what should not be: hardly any Allow does. */
function soundsLikeDeny(statement: Statement): boolean {
  const sid = statement.element('Sid')?.value;
  if (sid?.kind === 'string' && /^(?:deny|block|forbid|prevent|prohibit|reject|disallow)/i.test(sid.text))
    return true;
  return statement.conditions.some(
    ({ operator, key, values }) =>
      parseConditionOperator(operator.text)?.operator.isNegated === true ||
      (/^aws:(?:SecureTransport|MultiFactorAuthPresent)$/i.test(key.text) && isFalse(values)),
  );
}

function isFalse(value: Value | undefined): boolean {
  return strings(value).some(({ text }) => text.toLowerCase() === 'false');
}

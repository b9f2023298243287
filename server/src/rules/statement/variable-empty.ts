import { escapeSnippet } from '../../base/snippet.ts';
import { type PlacedVariable, variablesOf } from '../../policy/policy-variable.ts';
import { changeVariableToAny } from '../change-variable.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * A policy variable names a key of the request, such as `${aws:username}`. With nothing between its braces AWS rejects
 * the policy.
 */
export const variableEmpty = defineRule({
  id: 'variable-empty',
  scope: 'statement',
  mentions: ['${'],
  severity: 'error',
  category: 'syntax',
  summary: 'Policy variable names nothing',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  equivalents: { accessAnalyzer: ['EMPTY_VARIABLE'] },
  examples: [
    {
      bad: '"Resource": "arn:aws:s3:::home/${}/*"',
      good: '"Resource": "arn:aws:s3:::home/${aws:username}/*"',
    },
  ],

  *check({ statement }) {
    if (statement.isBroken) return;
    for (const variable of variablesOf(statement)) {
      if (!variable.isClosed || variable.name.trim() !== '') continue;
      yield {
        range: variable.range,
        message: `"${variable.text}" names no key of the request.`,
        fixes: () => [nameKey(variable), ...changeVariableToAny(variable, [''])],
      };
    }
  },
});

/** The keys that policies name most as variables. */
const CHOICES = 'aws:username,aws:PrincipalTag/team,aws:PrincipalAccount,aws:userid,aws:SourceIdentity';

function nameKey({ value, start, end, fallback }: PlacedVariable): Fix {
  const literal = (text: string): string => escapeSnippet(JSON.stringify(text).slice(1, -1));
  const before = literal(value.text.slice(0, start + 2));
  const after = literal(`${fallback === undefined ? '' : `,${fallback}`}}${value.text.slice(end)}`);
  return {
    title: 'Name a key',
    keepsAccess: false,
    isSnippet: true,
    edits: [{ range: value.range, newText: `"${before}\${1|${CHOICES}|}${after}"` }],
  };
}

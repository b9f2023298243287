import { type PlacedVariable, variablesOf } from '../../policy/policy-variable.ts';
import { partOf } from '../../policy/value.ts';
import { changeVariableToEach } from '../change-variable.ts';
import { defineRule } from '../rule.ts';

/**
 * A policy variable may have a default for requests without the key: `${aws:PrincipalTag/team, 'none'}`. The default
 * stands in single quotes, or AWS rejects the policy.
 */
export const variableDefaultQuotes = defineRule({
  id: 'variable-default-quotes',
  scope: 'statement',
  mentions: ['${'],
  severity: 'error',
  category: 'syntax',
  summary: 'Default of a policy variable has no single quotes',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  equivalents: { accessAnalyzer: ['MISSING_QUOTE_IN_VARIABLE'] },
  examples: [
    {
      bad: '"Resource": "arn:aws:s3:::home/${aws:PrincipalTag/team, none}/*"',
      good: `"Resource": "arn:aws:s3:::home/\${aws:PrincipalTag/team, 'none'}/*"`,
    },
  ],

  *check({ statement }) {
    for (const variable of variablesOf(statement)) {
      const fallback = variable.fallback?.trim();
      if (fallback === undefined || !variable.isClosed || /^'[^']*'$/.test(fallback)) continue;
      const end = variable.end - 1;
      const start = end - (variable.fallback ?? '').trimStart().length;
      yield {
        range: fallback === '' ? variable.range : partOf(variable.value, start, start + fallback.length),
        message:
          fallback === ''
            ? `"${variable.text}" has a comma, but no default behind it.`
            : `The default "${bare(fallback)}" must stand in single quotes.`,
        fixes: () => changeVariableToEach(variable, [repaired(variable, fallback)]),
      };
    }
  },
});

function repaired({ name }: PlacedVariable, fallback: string): string {
  return fallback === '' ? `\${${name.trim()}}` : `\${${name.trim()}, '${bare(fallback)}'}`;
}

/** Without quotes of whatever kind. */
function bare(fallback: string): string {
  return fallback
    .replace(/^['"`\u2018\u2019\u201c\u201d]|['"`\u2018\u2019\u201c\u201d]$/g, '')
    .replaceAll("'", '');
}

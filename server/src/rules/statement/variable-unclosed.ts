import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findConditionKey } from '../../catalogue/find-condition-key.ts';
import { type PlacedVariable, variablesOf } from '../../policy/policy-variable.ts';
import { partOf } from '../../policy/value.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * A policy variable begins with `${` and ends with `}`. Without the brace AWS rejects the policy, or reads all of it as
 * plain text.
 */
export const variableUnclosed = defineRule({
  id: 'variable-unclosed',
  scope: 'statement',
  severity: 'error',
  category: 'syntax',
  summary: 'Policy variable is not closed',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  equivalents: { accessAnalyzer: ['MISSING_BRACE_IN_VARIABLE'] },
  examples: [
    {
      bad: '"Resource": "arn:aws:s3:::home/${aws:username/*"',
      good: '"Resource": "arn:aws:s3:::home/${aws:username}/*"',
    },
  ],

  *check({ statement, catalogue }) {
    if (statement.isBroken) return;
    for (const variable of variablesOf(statement)) {
      if (variable.isClosed) continue;
      const end = variable.start + 2 + nameLength(variable, catalogue);
      const { value } = variable;
      yield {
        range: partOf(value, variable.start, end),
        message: `"${value.text.slice(variable.start, end)}" has no closing brace.`,
        fixes: () => changeToEach(value, [`${value.text.slice(0, end)}}${value.text.slice(end)}`]),
      };
    }
  },
});

/** As far as it is a known key, or looks like a name; a slash belongs to it only where a tag may follow. */
function nameLength({ text }: PlacedVariable, catalogue: Catalogue): number {
  const written = text.slice(2);
  const whole = /^[\w.-]*:[\w.-]*(?:\/[\w.@=+-]+)?/.exec(written)?.[0] ?? '';
  const name = whole.split('/', 1)[0] ?? '';
  const isTag = whole !== name && !findConditionKey(name, catalogue);
  const length = isTag ? whole.length : name.length;
  const fallback = /^\s*,\s*'[^']*'/.exec(written.slice(length))?.[0] ?? '';
  return length + fallback.length || (/^[\w*?$.-]*/.exec(written)?.[0].length ?? 0);
}

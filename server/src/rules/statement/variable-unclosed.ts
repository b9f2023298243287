import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findConditionKey } from '../../catalogue/find-condition-key.ts';
import { isOwnVariable } from '../../iam/own-variable.ts';
import { type PlacedVariable, variablesOf } from '../../policy/policy-variable.ts';
import { unopenedVariables } from '../../policy/unopened-variable.ts';
import { partOf } from '../../policy/value.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * A policy variable begins with `${` and ends with `}`. With a part of these missing AWS rejects the policy, or reads
 * all of it as plain text, which matches nothing.
 */
export const variableUnclosed = defineRule({
  id: 'variable-unclosed',
  scope: 'statement',
  severity: 'error',
  category: 'syntax',
  summary: 'Policy variable lacks a brace or its dollar sign',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  equivalents: { accessAnalyzer: ['MISSING_BRACE_IN_VARIABLE'] },
  examples: [
    {
      bad: '"Resource": "arn:aws:s3:::home/${aws:username/*"',
      good: '"Resource": "arn:aws:s3:::home/${aws:username}/*"',
    },
    {
      bad: '"Resource": "arn:aws:s3:::home/{aws:username}/*"',
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
    for (const { value, start, end, text, name } of unopenedVariables(statement)) {
      if (!findConditionKey(name, catalogue) && !isOwnVariable(name)) continue;
      const variable = `\${${name}}`;
      yield {
        range: partOf(value, start, end),
        message: `"${text}" is plain text; a policy variable is written "${variable}".`,
        fixes: () => changeToEach(value, [value.text.slice(0, start) + variable + value.text.slice(end)]),
      };
    }
  },
});

/** As far as it is a known key, or looks like a name; a slash belongs to it only where a tag may follow. */
function nameLength({ text }: PlacedVariable, catalogue: Catalogue): number {
  const written = text.slice(2);
  const whole = /^[\w.-]*:[\w.-]*(?:\/[\w.@=+-]+)?/.exec(written)?.[0] ?? '';
  const first = whole.split('/', 1)[0] ?? '';
  const name = findConditionKey(first, catalogue) ? first : first.replace(/[.-]+$/, '');
  const isTag = whole !== name && !findConditionKey(name, catalogue);
  const length = isTag ? whole.length : name.length;
  const fallback = /^\s*,\s*'[^']*'/.exec(written.slice(length))?.[0] ?? '';
  return length + fallback.length || (/^[\w*?$.-]*/.exec(written)?.[0].length ?? 0);
}

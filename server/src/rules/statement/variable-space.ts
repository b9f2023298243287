import { type PlacedVariable, variablesOf } from '../../policy/policy-variable.ts';
import { partOf } from '../../policy/value.ts';
import { changeVariableToEach } from '../change-variable.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * The name of a policy variable has no blanks: AWS rejects a policy with `${ aws:username }`. Only before a default may
 * one stand. The value of a tag whose key has blanks cannot be filled in.
 */
export const variableSpace = defineRule({
  id: 'variable-space',
  scope: 'statement',
  mentions: ['${'],
  severity: 'error',
  category: 'syntax',
  summary: 'Name of a policy variable has a blank',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  equivalents: { accessAnalyzer: ['UNSUPPORTED_SPACE_IN_VARIABLE'] },
  examples: [
    {
      bad: '"Resource": "arn:aws:s3:::home/${ aws:username }/*"',
      good: '"Resource": "arn:aws:s3:::home/${aws:username}/*"',
    },
  ],

  *check({ statement }) {
    for (const variable of variablesOf(statement)) {
      const { name, start, value, isClosed, text } = variable;
      const written = variable.fallback === undefined ? name : name.trimEnd();
      if (!isClosed || name.trim() === '' || !/\s/.test(written)) continue;
      yield {
        range: partOf(value, start + 2, start + 2 + written.length),
        message: `The name in "${text}" must have no blanks.`,
        fixes: () => withoutBlanks(variable),
      };
    }
  },
});

/** None where a tag may really be called so. */
function withoutBlanks(variable: PlacedVariable): readonly Fix[] {
  const name = variable.name.trim().replace(/\s*([:/])\s*/g, '$1');
  const slash = name.indexOf('/');
  if (slash >= 0 && /\s/.test(name.slice(slash))) return [];
  const fallback = variable.fallback === undefined ? '' : `, ${variable.fallback.trim()}`;
  return changeVariableToEach(variable, [`\${${name.replace(/\s+/g, '')}${fallback}}`]);
}

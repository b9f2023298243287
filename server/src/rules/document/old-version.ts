import { mayHoldVariables, variableTexts } from '../../policy/variable-text.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * The policy language of 2008-10-17 knows no policy variables: `${aws:username}` stands for these very characters.
 * Before changing to 2012-10-17, make sure that every `${…}` is meant as a variable.
 */
export const oldVersion = defineRule({
  id: 'old-version',
  scope: 'policy',
  severity: 'warning',
  category: 'correctness',
  summary: 'Version 2008-10-17 is outdated',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
  equivalents: { parliament: ['OLD_VERSION'], cfnLint: ['W2511'] },
  examples: [
    {
      bad: '{ "Version": "2008-10-17", "Statement": [] }',
      good: '{ "Version": "2012-10-17", "Statement": [] }',
    },
  ],

  *check({ policy }) {
    const value = policy.members.find(({ key }) => key.text === 'Version')?.value;
    if (value?.kind !== 'string' || value.text !== '2008-10-17') return;

    const variables = variableTexts(policy);
    const keepsAccess = !mayHoldVariables(policy);
    yield {
      range: value.range,
      // AWS's own consoles and defaults still write it, and without variables both versions say the same.
      severity: variables.length === 0 ? 'information' : 'warning',
      message: `Version 2008-10-17 is outdated.${variables.length === 0 ? '' : ` With 2012-10-17, ${listed(variables)} a variable.`}`,
      fixes: () => changeToEach(value, ['2012-10-17']).map((fix) => ({ ...fix, keepsAccess })),
    };
  },
});

/** Three at most are named. */
function listed(variables: readonly string[]): string {
  const named = variables.slice(0, 3).map((text) => `"${text}"`);
  const more = variables.length - named.length;
  const last = more > 0 ? `${more} more` : named.pop();
  return named.length > 0 ? `${named.join(', ')} and ${last} would each become` : `${last} would become`;
}

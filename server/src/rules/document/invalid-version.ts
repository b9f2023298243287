import { editDistance } from '../../base/edit-distance.ts';
import { POLICY_VERSIONS } from '../../iam/policy-version.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * `Version` is the version of the policy language, not the date of the policy. AWS knows two, 2012-10-17 and
 * 2008-10-17, and rejects a policy with any other.
 */
export const invalidVersion = defineRule({
  id: 'invalid-version',
  scope: 'policy',
  severity: 'error',
  category: 'syntax',
  summary: 'Version is no version of the policy language',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
  equivalents: {
    accessAnalyzer: ['INVALID_VERSION'],
    parliament: ['INVALID_VERSION'],
    cfnLint: ['E3510'],
  },
  examples: [
    {
      bad: '{ "Version": "2024-10-17", "Statement": [] }',
      good: '{ "Version": "2012-10-17", "Statement": [] }',
    },
  ],

  *check({ policy }) {
    for (const { key, value } of policy.members) {
      if (key.text !== 'Version' || value?.kind !== 'string' || isDynamic(value.text)) continue;
      if (IDS.includes(value.text)) continue;

      yield {
        range: value.range,
        message: `"${value.text}" is no version of the policy language; use "${CURRENT}".`,
        fixes: () => changeToEach(value, isNearOld(value.text) ? [CURRENT, OLD] : [CURRENT]),
      };
    }
  },
});

const IDS: readonly string[] = POLICY_VERSIONS.map(({ id }) => id);

const CURRENT = '2012-10-17';

const OLD = '2008-10-17';

const isNearOld = (text: string): boolean => editDistance(text, OLD, 1) <= 1;

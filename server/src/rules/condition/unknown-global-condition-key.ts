import { suggestKeys } from '../../catalogue/suggest-condition-key.ts';
import { defectiveKeys } from '../../reasoning/condition-key-defects.ts';
import { defineRule } from '../rule.ts';
import { servicesNamed, unknownKeyFinding } from '../unknown-key-finding.ts';

/**
 * A key with the prefix `aws:` that AWS does not define is in no request. A test of it fails, or holds for everybody
 * where its operator is negated or ends in `IfExists`: an Allow grants nothing, a Deny protects nothing, or either of
 * them reaches too far.
 *
 * A key that is no misspelling of a known one may be newer than the data of this check: it is reported as a warning,
 * with the date of the data.
 */
export const unknownGlobalConditionKey = defineRule({
  id: 'unknown-global-condition-key',
  scope: 'statement',
  severity: 'error',
  category: 'correctness',
  summary: 'Global condition key does not exist',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  equivalents: { accessAnalyzer: ['INVALID_GLOBAL_CONDITION_KEY'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincpalOrgID": "o-exampleorgid" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-exampleorgid" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const found of defectiveKeys(statement, catalogue)) {
      if (found.defect !== 'global') continue;
      const { key } = found.entry;
      const suggestions = suggestKeys(key.text, catalogue, servicesNamed(statement));
      const claim = `There is no global condition key "${key.text}"`;
      yield {
        range: key.range,
        ...unknownKeyFinding(statement, found, suggestions, claim, catalogue),
      };
    }
  },
});

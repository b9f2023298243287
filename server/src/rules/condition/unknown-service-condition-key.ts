import { suggestKeys } from '../../catalogue/suggest-condition-key.ts';
import { defectiveKeys } from '../../reasoning/condition-key-defects.ts';
import { defineRule } from '../rule.ts';
import { servicesNamed, unknownKeyFinding } from '../unknown-key-finding.ts';

/**
 * Each service publishes the condition keys that its requests carry. A test of any other key with its prefix fails, or
 * holds for everybody where its operator is negated or ends in `IfExists`. Keys that all services share have the
 * prefix `aws:`, so it is `aws:SourceIp` for Amazon S3 as well.
 *
 * A key that is no misspelling of a known one may be newer than the data of this check: it is reported as a warning,
 * with the date of the data. Attributes of SAML that AWS does not list are left alone then.
 */
export const unknownServiceConditionKey = defineRule({
  id: 'unknown-service-condition-key',
  scope: 'statement',
  severity: 'error',
  category: 'correctness',
  summary: 'Service has no such condition key',
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  equivalents: {
    accessAnalyzer: ['INVALID_SERVICE_CONDITION_KEY'],
    parliament: ['UNKNOWN_CONDITION_FOR_ACTION'],
  },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": { "StringLike": { "s3:prefx": "home/*" } }',
      good: '"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": { "StringLike": { "s3:prefix": "home/*" } }',
    },
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "s3:SourceIp": "203.0.113.0/24" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const found of defectiveKeys(statement, catalogue)) {
      if (found.defect !== 'service') continue;
      const { key } = found.entry;
      const prefix = found.prefix.toLowerCase();
      const suggestions = suggestKeys(key.text, catalogue, servicesNamed(statement));
      if (prefix === 'saml' && !suggestions.isSlip) continue;
      const claim = `${prefix} has no condition key "${key.text.slice(prefix.length + 1)}"`;
      yield {
        range: key.range,
        ...unknownKeyFinding(statement, found, suggestions, claim, catalogue),
      };
    }
  },
});

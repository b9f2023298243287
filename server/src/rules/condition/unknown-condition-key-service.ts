import { suggestPrefixes } from '../../catalogue/suggest-condition-key.ts';
import { partOf } from '../../policy/value.ts';
import { defectiveKeys } from '../../reasoning/condition-key-defects.ts';
import { defineRule } from '../rule.ts';
import { servicesNamed, unknownKeyFinding } from '../unknown-key-finding.ts';

/**
 * What stands before the colon of a condition key is `aws` for the keys that all services share, the prefix of a
 * service, or the host of an identity provider. With anything else the key is in no request.
 *
 * A prefix that is no misspelling of a known one may be newer than the data of this check: it is reported as a warning,
 * with the date of the data. Services that AWS has closed and identity providers are left alone.
 */
export const unknownConditionKeyService = defineRule({
  id: 'unknown-condition-key-service',
  scope: 'statement',
  severity: 'error',
  category: 'correctness',
  summary: 'No service has condition keys with this prefix',
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  equivalents: { accessAnalyzer: ['INVALID_SERVICE'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringEquals": { "kmss:ViaService": "s3.eu-central-1.amazonaws.com" } }',
      good: '"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringEquals": { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const found of defectiveKeys(statement, catalogue)) {
      if (found.defect !== 'prefix') continue;
      const { key } = found.entry;
      const suggestions = suggestPrefixes(key.text, catalogue, servicesNamed(statement));
      const claim = `"${found.prefix}" is no service with condition keys`;
      yield {
        range: partOf(key, 0, found.prefix.length),
        ...unknownKeyFinding(statement, found, suggestions, claim, catalogue),
      };
    }
  },
});

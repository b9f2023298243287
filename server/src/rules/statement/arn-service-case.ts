import { arnPartRange, isLiteralPart, withArnPart } from '../../policy/resource-arn.ts';
import { wholeArns } from '../../reasoning/whole-arns.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * The service in an ARN is lower case, and ARNs are compared with regard to case: `arn:aws:S3:::bucket` matches no
 * bucket. In an action the case of the service does not matter.
 */
export const arnServiceCase = defineRule({
  id: 'arn-service-case',
  scope: 'statement',
  mentions: ['arn:'],
  severity: 'error',
  category: 'correctness',
  summary: 'Service in an ARN is not lower case',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  equivalents: { accessAnalyzer: ['INVALID_ARN_SERVICE_CASE'] },
  examples: [{ bad: '"Resource": "arn:aws:S3:::bucket"', good: '"Resource": "arn:aws:s3:::bucket"' }],

  *check({ statement, catalogue }) {
    for (const written of wholeArns(statement, catalogue)) {
      const { arn, text, value } = written;
      const lower = arn.service.toLowerCase();
      if (!isLiteralPart(arn.service) || arn.service === lower || !catalogue.isArnNamespace(lower)) continue;

      yield {
        range: arnPartRange(written, 'service'),
        message: `"${arn.service}" must be lower case in an ARN, or it matches nothing.`,
        fixes: () => changeToEach(value, [withArnPart(text, 'service', lower)]),
      };
    }
  },
});

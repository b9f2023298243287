import { escapeSnippet } from '../../base/snippet.ts';
import { parseArn } from '../../iam/arn.ts';
import { conditionValueKind } from '../../iam/condition-value-kind.ts';
import { conditionTests } from '../../reasoning/condition-tests.ts';
import { type LiteralValue, literalValues } from '../../reasoning/literal-values.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * Keys such as `s3:x-amz-server-side-encryption-aws-kms-key-id` hold the ARN of a KMS key,
 * `arn:aws:kms:us-east-1:111122223333:key/…`, even where the request names the key by its id or an alias. An id alone, an
 * alias or the ARN of one never matches.
 */
export const kmsKeyValue = defineRule({
  id: 'kms-key-value',
  scope: 'statement',
  mentions: ['kms'],
  severity: 'error',
  category: 'correctness',
  summary: 'Value is no ARN of a KMS key',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms',
  equivalents: { accessAnalyzer: ['INVALID_KMS_KEY_VALUE'] },
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "s3:PutObject", "Resource": "*", "Condition": { "StringNotEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809" } }',
      good: '"Effect": "Deny", "Action": "s3:PutObject", "Resource": "*", "Condition": { "StringNotEquals": { "s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:us-east-1:111122223333:key/1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809" } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (!statement.conditions.some(({ key }) => conditionValueKind(key.text) === 'kmsKeyArn')) return;
    for (const test of conditionTests(statement, catalogue)) {
      const operand = test.operator?.operator.operand;
      const key = test.entry.key.text;
      if (conditionValueKind(key) !== 'kmsKeyArn' || (operand !== 'String' && operand !== 'Arn')) continue;
      for (const literal of literalValues(test)) {
        if (literal.text === '' || isKeyArn(literal.text)) continue;
        yield {
          range: literal.value.range,
          message: `"${literal.text}" is no ARN of a KMS key. "${key}" holds nothing else.`,
          fixes: () => repairs(literal),
        };
      }
    }
  },
});

function isKeyArn(text: string): boolean {
  const arn = parseArn(text);
  return arn?.service === 'kms' && arn.resource.startsWith('key/');
}

function repairs({ value, text }: LiteralValue): readonly Fix[] {
  const arn = parseArn(text);
  const id = /(?:^|\/)((?:mrk-)?[0-9a-f-]{32,36})$/i.exec(text)?.[1];
  const place = arn?.service === 'kms' ? `${arn.region}:${arn.account}` : '${1:us-east-1}:${2:111122223333}';
  const partition = arn?.partition ?? 'aws';
  const key = id ? escapeSnippet(id) : '${3:1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809}';
  return [
    {
      title: 'Write the ARN of the key',
      keepsAccess: false,
      isSnippet: true,
      edits: [{ range: value.range, newText: `"arn:${partition}:kms:${place}:key/${key}"` }],
    },
  ];
}

import { lendersOfPrefix } from '../../catalogue/borrowed-condition-key.ts';
import type { Catalogue, ConditionKey } from '../../catalogue/catalogue.ts';
import { spelledByAws } from '../../catalogue/condition-key-name.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { conditionTests } from '../../reasoning/condition-tests.ts';
import { renameKey } from '../rename-key.ts';
import { defineRule } from '../rule.ts';

/**
 * AWS reads the names of condition keys without regard to case, but people and their searches do not. This spelling is
 * not the one of AWS's documentation; the names of tags in it are yours.
 */
export const conditionKeyCase = defineRule({
  id: 'condition-key-case',
  scope: 'statement',
  severity: 'hint',
  category: 'style',
  summary: 'Condition key is not spelled as AWS does',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgId": "o-exampleorgid" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-exampleorgid" } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (statement.conditions.length === 0) return;
    for (const { entry, key } of conditionTests(statement, catalogue)) {
      const { text, range } = entry.key;
      if (!key || isDynamic(text)) continue;
      const spelling = spelledByAws(key.name, text);
      if (spelling === text || !isSame(spelling, text) || isSpelledSo(text, key, catalogue)) continue;
      yield {
        range,
        message: `AWS spells this key "${spelling}".`,
        fixes: () => renameKey(statement, entry, [spelling]).map((fix) => ({ ...fix, keepsAccess: true })),
      };
    }
  },
});

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * A few keys have two spellings: `ec2:SourceInstanceARN` is a key of Systems Manager and a global one, the policies
 * that AWS's consoles write name `SAML:aud` and `AWS:SourceArn`, and AWS's example policies `aws:PrincipalARN`.
 */
function isSpelledSo(text: string, { name }: ConditionKey, catalogue: Catalogue): boolean {
  if (/^SAML:/.test(text) && text.slice(5) === name.slice(5)) return true;
  if (/^AWS:Source(?:Arn|Account|Owner)$|^aws:PrincipalARN$/.test(text)) return true;
  const prefix = name.slice(0, name.indexOf(':'));
  const services = [prefix, ...lendersOfPrefix(prefix)].flatMap((one) => catalogue.service(one) ?? []);
  return services.some((service) => service.conditionKeys().some((key) => key.name === text));
}

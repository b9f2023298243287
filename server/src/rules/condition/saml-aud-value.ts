import { conditionTests } from '../../reasoning/condition-tests.ts';
import { literalValues } from '../../reasoning/literal-values.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * `saml:aud` holds the address to which the identity provider sends its answer: the sign-in page of AWS,
 * `https://signin.aws.amazon.com/saml`, or that of a Region or of another partition. It is the Recipient of the SAML
 * assertion, not its Audience, which is `urn:amazon:webservices`. With another value nobody can assume the role.
 */
export const samlAudValue = defineRule({
  id: 'saml-aud-value',
  scope: 'statement',
  mentions: ['saml:aud'],
  severity: 'warning',
  category: 'correctness',
  summary: 'saml:aud is no sign-in address of AWS',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-saml',
  policyTypes: ['trust'],
  examples: [
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/corp" }, "Action": "sts:AssumeRoleWithSAML", "Condition": { "StringEquals": { "SAML:aud": "urn:amazon:webservices" } }',
      good: '"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/corp" }, "Action": "sts:AssumeRoleWithSAML", "Condition": { "StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (!statement.conditions.some(({ key }) => isAudience(key.text))) return;
    for (const test of conditionTests(statement, catalogue)) {
      if (test.operator?.operator.operand !== 'String' || !isAudience(test.entry.key.text)) continue;
      for (const { value, text } of literalValues(test)) {
        if (isSignIn(text)) continue;
        yield {
          range: value.range,
          message: `"${text}" is no sign-in address of AWS. "${test.entry.key.text}" holds nothing else.`,
          fixes: () => changeToEach(value, [`https://signin.${domainIn(text)}/saml`]),
        };
      }
    }
  },
});

const isAudience = (key: string): boolean => key.toLowerCase() === 'saml:aud';

/** The domains of the sign-in pages that AWS documents. */
const DOMAINS: readonly string[] = ['aws.amazon.com', 'amazonaws.cn', 'amazonaws-us-gov.com'];

/** Isolated and sovereign partitions, whose addresses AWS does not publish all. */
const OTHER_DOMAINS = /^https:\/\/(?:[a-z0-9-]+\.)*signin\.[a-z0-9.-]+\.(?:gov|eu|uk)\/saml(?:\/|$)/;

/** Global, of one Region, or of one provider that has its own encryption key. */
function isSignIn(text: string): boolean {
  const [, domain = ''] =
    /^https:\/\/(?:[a-z0-9-]+\.)?signin\.([a-z0-9.-]+)\/saml(?:\/acs\/[\w-]+)?$/i.exec(text) ?? [];
  return DOMAINS.includes(domain.toLowerCase()) || OTHER_DOMAINS.test(text);
}

function domainIn(text: string): string {
  return DOMAINS.find((domain) => text.toLowerCase().includes(domain)) ?? 'aws.amazon.com';
}

import { describe, test } from 'node:test';
import { samlAudValue } from '../../../server/src/rules/condition/saml-aud-value.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const OPTIONS = { policyType: 'trust' } as const;
const equals = (value: string): string =>
  `{ "Statement": { "Condition": { "StringEquals": { "SAML:aud": ${value} } } } }`;

describe('saml-aud-value', () => {
  test('reports what is no sign-in address', () =>
    checkRule(
      samlAudValue,
      `{ "Statement": [{
  "Condition": { "StringEquals": { "SAML:aud": ["https://signin.aws.amzon.com/saml", "http://signin.aws.amazon.com/saml"] } }
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "https://signin.aws.amzon.com/saml" is no sign-in address of AWS. "SAML:aud" holds nothing else.
//                                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "http://signin.aws.amazon.com/saml" is no sign-in address of AWS. "SAML:aud" holds nothing else.
}] }`,
      OPTIONS,
    ));

  test('is silent on the addresses of Regions, partitions and encrypted providers', () =>
    checkRule(
      samlAudValue,
      equals(
        '["https://signin.aws.amazon.com/saml", "https://us-west-2.signin.aws.amazon.com/saml", "https://signin.amazonaws.cn/saml", "https://us-gov-west-1.signin.amazonaws-us-gov.com/saml", "https://us-east-1.signin.aws.amazon.com/saml/acs/SAMLSP4SHN3UIS2D558H46", "https://signin.c2shome.ic.gov/saml"]',
      ),
      OPTIONS,
    ));

  test('leaves patterns and what is filled in later alone', () =>
    checkRule(
      samlAudValue,
      '{ "Statement": { "Condition": { "StringLike": { "SAML:aud": ["https://*.signin.aws.amazon.com/saml", "${signin_url}"] } } } }',
      OPTIONS,
    ));

  test('keeps the partition', () =>
    checkFix(
      samlAudValue,
      equals('"signin.amazonaws-us-gov.com"'),
      'Change to "https://signin.amazonaws-us-gov.com/saml"',
      equals('"https://signin.amazonaws-us-gov.com/saml"'),
      OPTIONS,
    ));
});

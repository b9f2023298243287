import { identityProviderClaim } from '../../iam/identity-provider-claim.ts';
import type { PolicyType } from '../../iam/policy-type.ts';
import { matchesWildcard } from '../../iam/wildcard.ts';
import type { Statement } from '../../policy/statement.ts';
import { holdsWithoutKey } from '../../reasoning/absent-key.ts';
import { conditionTests } from '../../reasoning/condition-tests.ts';
import { defineRule } from '../rule.ts';

/**
 * Some keys exist only in requests that the policy never decides on. `aws:SourceArn` and its like come with calls of
 * services, which no identity-based policy or service control policy governs. Most claims of identity providers exist
 * only while a role is assumed with them. Whoever assumes a role with a token or a SAML assertion signs nothing, so in
 * its trust policy nothing about MFA, a user name or an organization is known.
 *
 * An ordinary test of an absent key never holds, a negated one always.
 */
export const keyNeverPresentForPolicyType = defineRule({
  id: 'key-never-present-for-policy-type',
  scope: 'statement',
  severity: 'warning',
  category: 'correctness',
  summary: 'Key that no request under this policy carries',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif',
  policyTypes: ['identity', 'trust', 'scp', 'boundary', 'session'],
  noFix: 'what should be tested instead depends on what the policy is for',
  examples: [
    {
      policyType: 'identity',
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalAccount": "111122223333" } }',
    },
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/corp" }, "Action": "sts:AssumeRoleWithSAML", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }',
      good: '"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/corp" }, "Action": "sts:AssumeRoleWithSAML", "Condition": { "StringEquals": { "saml:aud": "https://signin.aws.amazon.com/saml" } }',
    },
  ],

  *check({ statement, policyType, catalogue }) {
    if (statement.conditions.length === 0 || statement.isBroken) return;
    for (const test of conditionTests(statement, catalogue)) {
      const { key } = test.entry;
      if (test.operator?.operator.name === 'Null') continue;
      const why = whyAbsent(key.text, statement, policyType);
      const holds = why === undefined ? undefined : holdsWithoutKey(test);
      if (holds === undefined) continue;
      yield {
        range: key.range,
        message: `${why} This test ${holds ? 'always' : 'never'} holds.`,
      };
    }
  },
});

/** A sentence; undefined for a key that may be there. */
function whyAbsent(key: string, statement: Statement, policyType: PolicyType): string | undefined {
  const name = key.toLowerCase();
  if (policyType === 'trust' && OF_SIGNERS.has(name) && isUnsigned(statement)) {
    return `Who assumes a role with a token signs nothing, so "${key}" is absent.`;
  }
  if (policyType !== 'trust' && OF_SERVICES.has(name)) {
    return `Only services send "${key}", and this policy is not for them.`;
  }
  if (isSamlOnly(name) && !mayDo(statement, 'sts:assumerolewithsaml')) {
    return `"${key}" exists only while a role is assumed with SAML.`;
  }
  const isOfToken = isTokenOnly(key) && !mayDo(statement, 'sts:assumerolewithwebidentity');
  return isOfToken ? `"${key}" exists only while a role is assumed with a token.` : undefined;
}

/** Of calls that a service makes under its own name. */
const OF_SERVICES: ReadonlySet<string> = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:principalservicename',
  'aws:principalservicenameslist',
]);

/** Of calls that somebody signs with keys that IAM or AWS STS gave out. */
const OF_SIGNERS: ReadonlySet<string> = new Set([
  'aws:multifactorauthage',
  'aws:multifactorauthpresent',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:tokenissuetime',
  'aws:username',
]);

/** Later requests of the session carry these, too. */
const OF_SAML_SESSIONS: ReadonlySet<string> = new Set(['saml:namequalifier', 'saml:sub', 'saml:sub_type']);

function isSamlOnly(name: string): boolean {
  return name.startsWith('saml:') && !OF_SAML_SESSIONS.has(name);
}

/** Later requests of the session carry who the token is about and for whom it is. */
function isTokenOnly(key: string): boolean {
  const claim = identityProviderClaim(key)?.claim;
  return claim !== undefined && !/^(?:amr|app_id|aud|email|id|oaud|sub|user_id)$/.test(claim);
}

/** Every action of the statement assumes a role with what an identity provider issued, or goes with that. */
function isUnsigned(statement: Statement): boolean {
  const names = statement.actions.map(({ text }) => text.toLowerCase());
  return (
    !statement.element('NotAction') &&
    names.some((name) => WITH_PROVIDER.test(name)) &&
    names.every((name) => WITH_PROVIDER.test(name) || ALONGSIDE.test(name))
  );
}

const WITH_PROVIDER = /^sts:assumerolewith(?:saml|webidentity)$/;
const ALONGSIDE = /^sts:(?:tagsession|setsourceidentity)$/;

function mayDo(statement: Statement, action: string): boolean {
  if (statement.element('NotAction') || statement.actions.length === 0) return true;
  return statement.actions.some(
    ({ text }) => matchesWildcard(text.toLowerCase(), action) || ALONGSIDE.test(text.toLowerCase()),
  );
}

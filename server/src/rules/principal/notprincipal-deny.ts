import { parseArn } from '../../iam/arn.ts';
import { principalStrings } from '../../policy/principal-strings.ts';
import type { Statement } from '../../policy/statement.ts';
import { oneOrMany } from '../../policy/value.ts';
import { exceptInCondition, exceptSomebody } from '../except-principals.ts';
import { defineRule } from '../rule.ts';

/**
 * A Deny with `NotPrincipal` spares a role only if its account is listed beside it, a session only with its role and
 * account, and nobody who has a permissions boundary, whatever it lists. AWS advises to deny everyone and to except
 * roles and users by `ArnNotEquals` on `aws:PrincipalArn`.
 */
export const notprincipalDeny = defineRule({
  id: 'notprincipal-deny',
  scope: 'statement',
  effect: 'Deny',
  mentions: ['notprincipal'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Deny with NotPrincipal denies more than it seems',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
  policyTypes: ['resource'],
  examples: [
    {
      policyType: 'resource',
      bad: '"Effect": "Deny", "NotPrincipal": { "AWS": ["arn:aws:iam::111122223333:role/admin", "arn:aws:iam::111122223333:root"] }, "Action": "s3:*", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
      good: '"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*", "Condition": { "ArnNotEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/admin" } }',
    },
  ],

  *check({ statement }) {
    const element = statement.element('NotPrincipal');
    if (!element || statement.element('Principal')) return;
    const alone = withoutAccount(statement);
    yield {
      range: element.key.range,
      message:
        alone === undefined
          ? 'A Deny with NotPrincipal denies everyone who has a permissions boundary, listed or not.'
          : `Without its account in the list "${alone}" is denied, too.`,
      fixes: () => {
        const [rewrite] = exceptInCondition(statement);
        return rewrite ? [{ ...rewrite, isPreferred: true }] : exceptSomebody(statement);
      },
    };
  },
});

/** The first role, user or session whose account is not listed; undefined where that may be filled in later. */
function withoutAccount(statement: Statement): string | undefined {
  const texts = principalStrings(statement).flatMap(({ type, text }) => (type === 'AWS' ? [text] : []));
  const written = statement.principals
    .filter(({ type }) => type?.text === 'AWS')
    .flatMap(({ values }) => oneOrMany(values));
  if (texts.length < written.length) return undefined;
  const accounts = new Set(texts.map((text) => /^(?:arn:[^:]*:iam::)?(\d{12})(?::root)?$/.exec(text)?.[1]));
  return texts.find((text) => {
    const account = parseArn(text)?.account ?? '';
    return /^\d{12}$/.test(account) && !accounts.has(account);
  });
}

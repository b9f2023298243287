import { isCanonicalUserId } from '../../iam/likely-principal-type.ts';
import { movePrincipal } from '../../policy/principal-edit.ts';
import { type PrincipalString, principalStrings } from '../../policy/principal-strings.ts';
import type { Statement } from '../../policy/statement.ts';
import { moveToType, namePrincipal } from '../principal-fixes.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * A canonical user id is how Amazon S3 names an account: 64 hexadecimal digits, or 96 for an origin access identity of
 * CloudFront. Other services do not know it; there an account is its 12 digits or the ARN that ends in `:root`.
 */
export const canonicalUserOutsideS3 = defineRule({
  id: 'canonical-user-outside-s3',
  scope: 'statement',
  mentions: ['canonicaluser'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Canonical user that the service does not know',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/finding-canonical-user-id.html',
  policyTypes: ['resource', 'trust'],
  examples: [
    {
      policyType: 'resource',
      bad: '"Effect": "Allow", "Principal": { "CanonicalUser": "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be" }, "Action": "sqs:SendMessage", "Resource": "*"',
      good: '"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sqs:SendMessage", "Resource": "*"',
    },
  ],

  *check({ statement }) {
    for (const principal of principalStrings(statement)) {
      const { type, text, range } = principal;
      if (type !== 'CanonicalUser' || /[*?]/.test(text)) continue;
      const isId = isCanonicalUserId(text);
      if (isId && mayBeS3(statement)) continue;
      yield {
        range,
        message: isId
          ? 'Only Amazon S3 knows accounts by their canonical user id.'
          : `"${text}" is no canonical user id; it must have 64 hexadecimal digits.`,
        fixes: () => nameAccount(statement, principal),
      };
    }
  },
});

/** Every action that is written out belongs to another service. */
function mayBeS3({ actions }: Statement): boolean {
  return (
    actions.length === 0 ||
    actions.some(({ servicePrefix }) => !/^[\w-]+$/.test(servicePrefix) || /^s3/i.test(servicePrefix))
  );
}

function nameAccount(statement: Statement, principal: PrincipalString): readonly Fix[] {
  if (/^\d{12}$|^arn:/.test(principal.text)) return moveToType(statement, principal, 'AWS');
  const edits = movePrincipal(statement, principal, 'AWS', 'arn:aws:iam::${1:111122223333}:root');
  const byArn: Fix[] = edits
    ? [{ title: 'Name the account by its ARN', keepsAccess: false, isSnippet: true, edits }]
    : [];
  return mayBeS3(statement) ? [...namePrincipal(principal, ['${1:canonical-user-id}']), ...byArn] : byArn;
}

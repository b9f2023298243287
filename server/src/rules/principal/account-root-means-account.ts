import type { Catalogue } from '../../catalogue/catalogue.ts';
import { type PrincipalString, principalStrings } from '../../policy/principal-strings.ts';
import type { Statement } from '../../policy/statement.ts';
import { strings } from '../../policy/value.ts';
import { conditionTests } from '../../reasoning/condition-tests.ts';
import { defineRule, type Finding } from '../rule.ts';

/**
 * As a principal `arn:aws:iam::111122223333:root` is the whole account: everyone in it whose own policies allow the
 * action, not only its root user. As a value of `aws:PrincipalArn` the same ARN is the root user and nobody else.
 *
 * Pointed out where the text seems to mean the other one: where the ARN stands beside roles or users of its account,
 * or in a statement whose `Sid` speaks of the root user, and where a Deny excepts only the root user of an account.
 * Key policies of AWS KMS give the account its control of the key in this way and are left alone.
 */
export const accountRootMeansAccount = defineRule({
  id: 'account-root-means-account',
  scope: 'statement',
  severity: 'hint',
  category: 'correctness',
  summary: 'The root ARN means the account here, or not',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  policyTypes: ['resource', 'trust'],
  noFix: 'Both can be meant; the hint says what is written.',
  examples: [
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "AWS": ["arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:role/admin"] }, "Action": "sts:AssumeRole"',
      good: '"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/admin" }, "Action": "sts:AssumeRole"',
    },
  ],

  *check({ statement, catalogue }) {
    if (isAboutKeys(statement)) return;
    const listed = principalStrings(statement).filter(
      ({ element, type }) => element === 'Principal' && type === 'AWS',
    );
    for (const principal of listed) {
      const account = rootOf(principal.text);
      if (account === undefined || !isTakenForUser(account, statement, listed)) continue;
      yield {
        range: principal.range,
        message: 'As a principal this is the whole account, not only its root user.',
      };
    }
    if (statement.effect === 'Deny') yield* exceptedRoots(statement, catalogue);
  },
});

const isAboutKeys = ({ actions }: Statement): boolean =>
  actions.some(({ servicePrefix }) => servicePrefix.toLowerCase() === 'kms');

const rootOf = (text: string): string | undefined => /^arn:[^:]*:iam::(\d{12}):root$/.exec(text)?.[1];

function isTakenForUser(account: string, statement: Statement, listed: readonly PrincipalString[]): boolean {
  const sid = statement.element('Sid')?.value;
  const speaksOfUser =
    sid?.kind === 'string' && /root[\s_-]?user|only[\s_-]?root|root[\s_-]?only/i.test(sid.text);
  const ofAccount = new RegExp(`^arn:[^:]*:iam::${account}:(?:role|user)/`);
  return speaksOfUser || (statement.effect === 'Allow' && listed.some(({ text }) => ofAccount.test(text)));
}

/** A Deny for all but this ARN; beside others it may well be the root user that is meant. */
function* exceptedRoots(statement: Statement, catalogue: Catalogue): Generator<Finding> {
  if (statement.conditions.length === 0) return;
  for (const { entry, operator, isKnown } of conditionTests(statement, catalogue)) {
    const [value, ...others] = strings(entry.values);
    const isExemption =
      operator?.operator.isNegated === true && entry.key.text.toLowerCase() === 'aws:principalarn';
    if (!isExemption || !isKnown || !value || others.length > 0 || rootOf(value.text) === undefined) continue;
    yield {
      range: value.range,
      message: 'In this key it is the root user alone; everyone else of the account is denied.',
    };
  }
}

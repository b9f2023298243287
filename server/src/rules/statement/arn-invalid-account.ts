import { escapeSnippet } from '../../base/snippet.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { arnPartSpan, splitArn } from '../../iam/arn.ts';
import { nearAccounts } from '../../iam/near-account.ts';
import { arnPartRange, isLiteralPart, withArnPart } from '../../policy/resource-arn.ts';
import type { Statement } from '../../policy/statement.ts';
import type { WrittenArn } from '../../policy/written-arns.ts';
import { wholeArns } from '../../reasoning/whole-arns.ts';
import { changeToAny, changeToEach } from '../change-to.ts';
import { unlessStandIn } from '../not-filled-in.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * The fifth field of an ARN is an account id of 12 digits, zeros in front included, or empty where the service has
 * none there; what AWS owns has `aws`. An ARN with any other account matches nothing. About a word that stands for an
 * account, as in a template, the finding is mere information.
 */
export const arnInvalidAccount = defineRule({
  id: 'arn-invalid-account',
  scope: 'statement',
  mentions: ['arn:'],
  severity: 'error',
  category: 'correctness',
  summary: 'ARN has no valid account id',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  equivalents: { accessAnalyzer: ['INVALID_ARN_ACCOUNT'], parliament: ['INVALID_ARN'], cfnLint: ['E3514'] },
  examples: [
    {
      bad: '"Resource": "arn:aws:iam::1111-2222-3333:role/app"',
      good: '"Resource": "arn:aws:iam::111122223333:role/app"',
    },
    {
      bad: '"Resource": "arn:aws:sns:us-east-1:11122223333:topic"',
      good: '"Resource": "arn:aws:sns:us-east-1:011122223333:topic"',
    },
  ],

  *check({ statement, catalogue }) {
    for (const found of wholeArns(statement, catalogue)) {
      const { arn } = found;
      const { account } = arn;
      if (account === '' || /^\d{12}$/.test(account) || !isLiteralPart(account)) continue;
      if (OWNERS.has(account) || isAccountOfFormat(catalogue, arn.service, account)) continue;

      yield {
        range: arnPartRange(found, 'account'),
        ...unlessStandIn(account, 'account', `"${account}" is no account id; it must have 12 digits.`),
        fixes: () => fixesFor(statement, found, catalogue),
      };
    }
  },
});

/** What AWS writes instead of an account id in ARNs of its own resources. */
const OWNERS: ReadonlySet<string> = new Set(['amazon', 'aws', 'aws-marketplace', 'cloudfront']);

/** A few formats have a word in this place, such as the offerings of MediaConnect. */
function isAccountOfFormat(catalogue: Catalogue, namespace: string, account: string): boolean {
  return formatsOf(catalogue, namespace).some((format) => splitArn(format)[4] === account);
}

function formatsOf(catalogue: Catalogue, namespace: string): readonly string[] {
  return (
    catalogue
      .service(namespace)
      ?.resourceTypes()
      .flatMap(({ arnFormats }) => arnFormats) ?? []
  );
}

function fixesFor(statement: Statement, written: WrittenArn, catalogue: Catalogue): readonly Fix[] {
  const { text, value, arn } = written;
  const { account } = arn;
  const digits = account.replace(/[-\s._]/g, '');
  const padded = /^\d{9,12}$/.test(digits) ? [digits.padStart(12, '0')] : [];
  const bare = account.replace(/\D/g, '');
  const stripped = bare.length === 12 && account.length === 13 ? [bare] : [];
  const likely = [...new Set([...nearAccounts(statement.text, account), ...padded, ...stripped])];
  if (likely.length > 0) {
    return changeToEach(
      value,
      likely.map((id) => withArnPart(text, 'account', id)),
    );
  }
  const skipped = accountsBefore(catalogue, arn.service, `${account}:${arn.resource}`);
  const inserted = skipped.map((field) => withArnPart(text, 'account', `${field}:${account}`));
  return [...changeToAny(value, inserted), insertAccount(written)];
}

/** What belongs in front where the account was forgotten and the resource stands in its place. */
function accountsBefore(catalogue: Catalogue, namespace: string, resource: string): readonly string[] {
  const fields = formatsOf(catalogue, namespace).flatMap((format) => {
    const [, , , , account = '', type = ''] = splitArn(format);
    const head = type.split('${', 1)[0] ?? '';
    return head !== '' && resource.startsWith(head) ? [account === '' ? '' : '*'] : [];
  });
  return [...new Set(fields)];
}

function insertAccount({ value, text }: WrittenArn): Fix {
  const { start, end } = arnPartSpan(text, 'account');
  const before = JSON.stringify(text.slice(0, start)).slice(0, -1);
  const after = JSON.stringify(text.slice(end)).slice(1);
  const newText = `${escapeSnippet(before)}\${1:111122223333}${escapeSnippet(after)}`;
  return {
    title: 'Insert an account id',
    keepsAccess: false,
    isSnippet: true,
    edits: [{ range: value.range, newText }],
  };
}

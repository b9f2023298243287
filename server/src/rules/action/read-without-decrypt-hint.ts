import { memoized } from '../../base/memo.ts';
import { shifted } from '../../base/text-range.ts';
import { layoutOf, renderJson } from '../../policy/layout.ts';
import type { ActionString, Statement } from '../../policy/statement.ts';
import { addStatementAfter } from '../../policy/statement-edit.ts';
import { allowsSomewhere } from '../../reasoning/allows-somewhere.ts';
import { defineRule, type Fix, type StatementPlace } from '../rule.ts';
import { shiftedFixes } from '../shifted-fixes.ts';

/**
 * What a customer managed key encrypts is read only by who may also use the key: objects with SSE-KMS, secrets and
 * SecureString parameters need `kms:Decrypt`. Keys that AWS manages need nothing, and a key policy may allow it instead.
 * Whether there is such a key does not stand in the policy, so this is said only on request, once for each service, where
 * no Allow matches `kms:Decrypt` in any way. Limit the key to the service with `kms:ViaService`.
 */
export const readWithoutDecryptHint = defineRule({
  id: 'read-without-decrypt-hint',
  scope: 'policy',
  severity: 'hint',
  category: 'correctness',
  summary: 'Encrypted data is read without kms:Decrypt',
  source:
    'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service',
  policyTypes: ['identity'],
  isOptIn: true,
  examples: [
    {
      bad: `{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }
] }`,
      good: `{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }, { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:us-east-1:111122223333:key/key-id", "Condition": { "StringEquals": { "kms:ViaService": "s3.us-east-1.amazonaws.com" } } }
] }`,
    },
  ],

  *check({ policy }) {
    // A larger document may hold the other policies of the same role.
    if (policy.pointer !== '') return;
    const isInList = policy.statementValue?.kind === 'array';
    const told = new Set<string>();
    let isMissing: boolean | undefined;
    for (const { statement, offset } of policy.statements) {
      for (const action of readingActions(statement)) {
        const prefix = action.servicePrefix.toLowerCase();
        if (told.has(prefix)) continue;
        isMissing ??= !allowsSomewhere(policy)('kms:Decrypt');
        if (!isMissing) return;
        told.add(prefix);
        yield {
          range: shifted(action.range, offset),
          message: `"${action.text}" needs kms:Decrypt too where a customer managed key encrypts the data.`,
          fixes: () => shiftedFixes([addDecrypt(statement, action, { isInList })], offset),
        };
      }
    }
  },
});

const readingActions = memoized(({ effect, actions }: Statement): readonly ActionString[] =>
  effect === 'Allow'
    ? actions.filter(({ element, text }) => element === 'Action' && READING.has(text.toLowerCase()))
    : [],
);

/**
 * Return plain text of what a key encrypts; in lower case.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html
 */
const READING: ReadonlySet<string> = new Set([
  's3:getobject',
  's3:getobjectversion',
  'secretsmanager:batchgetsecretvalue',
  'secretsmanager:getsecretvalue',
  'ssm:getparameter',
  'ssm:getparameterhistory',
  'ssm:getparameters',
  'ssm:getparametersbypath',
]);

function addDecrypt(
  statement: Statement,
  { servicePrefix }: ActionString,
  place: Pick<StatementPlace, 'isInList'>,
): Fix {
  const service = `${servicePrefix.toLowerCase()}.\${1:us-east-1}.amazonaws.com`;
  const condition = { StringEquals: { 'kms:ViaService': service } };
  const edits = addStatementAfter(statement, place, {
    Effect: '"Allow"',
    Action: '"kms:Decrypt"',
    Resource: '"arn:aws:kms:${1:us-east-1}:${2:111122223333}:key/${3:key-id}"',
    Condition: renderJson(condition, layoutOf(statement), 1),
  });
  return {
    title: 'Allow "kms:Decrypt" for one key through the service',
    keepsAccess: false,
    isSnippet: true,
    edits,
  };
}

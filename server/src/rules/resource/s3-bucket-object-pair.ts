import { addResources } from '../../policy/add-resources.ts';
import type { ResourceString, Statement } from '../../policy/statement.ts';
import { type S3Half, s3Half } from '../../reasoning/s3-half.ts';
import { firstNamed } from '../first-named.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';

/**
 * In S3 the bucket and its objects are two resources. `s3:ListBucket` works on `arn:aws:s3:::bucket`, `s3:GetObject`
 * on `arn:aws:s3:::bucket/*`, and neither ARN stands for the other. A statement with both kinds of actions needs both
 * ARNs; with one of them half of its actions are neither allowed nor denied.
 *
 * Only actions that are written out count: `s3:Get*` on the objects alone is ordinary. But a Deny of `s3:*` on a bucket
 * alone leaves all its objects open.
 */
export const s3BucketObjectPair = defineRule({
  id: 's3-bucket-object-pair',
  scope: 'statement',
  mentions: ['s3'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Actions need a bucket and its objects, one is missing',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html',
  equivalents: { parliament: ['RESOURCE_MISMATCH'], cfnLint: ['I3510'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": ["s3:ListBucket", "s3:GetObject"], "Resource": "arn:aws:s3:::app"',
      good: '"Effect": "Allow", "Action": ["s3:ListBucket", "s3:GetObject"], "Resource": ["arn:aws:s3:::app", "arn:aws:s3:::app/*"]',
    },
    {
      bad: '"Effect": "Allow", "Action": ["s3:ListBucket", "s3:GetObject"], "Resource": ["arn:aws:s3:::app/*"]',
      good: '"Effect": "Allow", "Action": ["s3:ListBucket", "s3:GetObject"], "Resource": ["arn:aws:s3:::app/*", "arn:aws:s3:::app"]',
    },
  ],

  *check({ statement, catalogue }) {
    yield* bucketsDenied(statement);
    const half = s3Half(statement, catalogue);
    const [first] = half?.resources ?? [];
    if (!half || !first) return;
    const added = otherHalf(half);
    yield {
      range: first.range,
      message: `${subject(half)}. ${consequence(half, statement)}, as that needs "${added[0]}".`,
      fixes: () => [addFix(statement, added)],
    };
  },
});

/** All is denied, but only on the bucket. */
function* bucketsDenied(statement: Statement): Generator<Finding> {
  const { effect, actions, resources, isBroken } = statement;
  const isAll = actions.some(({ element, text }) => element === 'Action' && /^s3:\*+$/i.test(text));
  if (effect !== 'Deny' || isBroken || !isAll) return;
  const texts = resources.map(({ text }) => text);
  if (statement.element('NotResource') || !texts.every((text) => BUCKET.test(text))) return;
  const [first] = resources;
  if (!first) return;
  const added = texts.map((text) => `${text}/*`);
  yield {
    range: first.range,
    message: `"${first.text}" is the bucket without its objects. What is done with those is not denied.`,
    fixes: () => [addFix(statement, added)],
  };
}

const BUCKET = /^arn:[^:]*:s3:::[\w.-]+$/;

function subject({ named, resources: [first] }: S3Half): string {
  const text = first?.text ?? '';
  return named === 'bucket' ? `"${text}" is the bucket without its objects` : `"${text}" names objects only`;
}

function consequence({ actions }: S3Half, { effect }: Statement): string {
  const names = firstNamed(actions.map(({ action }) => action.text));
  return `${names} ${actions.length === 1 ? 'is' : 'are'} not ${effect === 'Deny' ? 'denied' : 'allowed'}`;
}

function otherHalf({ named, resources }: S3Half): readonly string[] {
  const texts = resources.map(({ text }: ResourceString) =>
    named === 'bucket' ? `${text}/*` : text.slice(0, text.indexOf('/')),
  );
  return [...new Set(texts)];
}

function addFix(statement: Statement, added: readonly string[]): Fix {
  const names = added.map((text) => `"${text}"`).join(' and ');
  const quoted = added.map((text) => JSON.stringify(text).slice(1, -1));
  return {
    title: `Add ${names}`,
    keepsAccess: false,
    isPreferred: true,
    edits: addResources(statement, quoted),
  };
}

import { completedArns } from '../../catalogue/arn-completion.ts';
import type { Catalogue, ResourceType } from '../../catalogue/catalogue.ts';
import { parseArn, splitArn } from '../../iam/arn.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { Statement } from '../../policy/statement.ts';
import { withLostColon } from '../../reasoning/lost-colon.ts';
import { changeToAny, changeToEach } from '../change-to.ts';
import { unlessStandIn } from '../not-filled-in.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * A resource is an ARN or `*`. The name of a bucket or a table alone is neither, and AWS rejects the policy.
 *
 * Only resource-based policies of API Gateway have a short form of their own, `execute-api:/stage/GET/path`.
 */
export const arnPrefix = defineRule({
  id: 'arn-prefix',
  scope: 'statement',
  severity: 'error',
  category: 'syntax',
  summary: 'Resource is neither an ARN nor "*"',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  equivalents: {
    accessAnalyzer: ['INVALID_ARN_PREFIX'],
    parliament: ['INVALID_ARN'],
    cfnLint: ['E3510', 'E3514'],
  },
  examples: [
    {
      bad: '"Action": "s3:GetObject", "Resource": "my-bucket/*"',
      good: '"Action": "s3:GetObject", "Resource": "arn:aws:s3:::my-bucket/*"',
    },
    { bad: '"Resource": "s3:::my-bucket"', good: '"Resource": "arn:aws:s3:::my-bucket"' },
  ],

  *check({ statement, catalogue }) {
    if (statement.isBroken) return;

    for (const { text, value, range } of statement.resources) {
      if (/^(?:\*+$|arn:|\$\{|execute-api:\/)/.test(text.trimStart()) || isDynamic(text)) continue;

      yield {
        range,
        ...(text.trim() === ''
          ? { message: 'The resource is empty; it must be an ARN or "*".' }
          : unlessStandIn(text, 'arn', `"${text}" is no ARN; a resource must begin with "arn:" or be "*".`)),
        fixes(): readonly Fix[] {
          if (text.trim() === '') return changeToAny(value, ['*']);
          const repaired = withLostColon(text, catalogue)[0] ?? repairedBeginning(text, catalogue);
          if (repaired !== undefined) return changeToEach(value, [repaired]);
          return fromActions(statement, text, catalogue, value);
        },
      };
    }
  },
});

/** The text is an ARN but for its beginning, or the address of a bucket or queue. */
function repairedBeginning(text: string, catalogue: Catalogue): string | undefined {
  const bucket = /^s3:\/\/(.+)$/i.exec(text)?.[1];
  if (bucket !== undefined) return `arn:aws:s3:::${bucket}`;
  const queue = /^https:\/\/sqs\.([a-z\d-]+)\.amazonaws\.com\/(\d{12})\/([^/]+)$/.exec(text);
  if (queue) return `arn:aws:sqs:${queue.slice(1).join(':')}`;
  const candidates = [
    text.replace(/^[^:]*:/, 'arn:'),
    `arn:${text}`,
    `arn:aws:${text}`,
    `arn${text}`,
    `arn:aws${text}`,
  ];
  return candidates.find((candidate) => {
    const arn = parseArn(candidate);
    return arn && catalogue.partition(arn.partition) && catalogue.isArnNamespace(arn.service);
  });
}

/** The text as the name of a resource that the statement's actions work on. */
function fromActions(
  statement: Statement,
  text: string,
  catalogue: Catalogue,
  value: Parameters<typeof changeToEach>[0],
): readonly Fix[] {
  const types = resourceTypes(statement, catalogue);
  const partition = statement.resources
    .map((other) => splitArn(other.text)[1])
    .find((id) => catalogue.partition(id ?? ''));
  const given = { partition: partition ?? 'aws', region: undefined, account: undefined, resource: text };
  const arns = completedArns(types, given).filter(({ fit }) => fit >= 1.5 || types.length <= 3);
  const texts = arns.slice(0, 3).map((arn) => arn.text);
  const isClear = arns.length > 0 && (arns[0]?.fit ?? 0) > (arns[1]?.fit ?? 0);
  if (texts.length === 0) return changeToAny(value, ['*']);
  return isClear ? changeToEach(value, texts) : changeToAny(value, texts);
}

/** Of a pattern those of its whole service. */
function resourceTypes(statement: Statement, catalogue: Catalogue): readonly ResourceType[] {
  const types = statement.actions.flatMap(({ servicePrefix, name, isPattern }) => {
    const service = catalogue.service(servicePrefix);
    if (!service || name === undefined) return [];
    return isPattern
      ? service.resourceTypes()
      : (service.action(name)?.resources.map(({ type }) => type) ?? []);
  });
  return [...new Set(types)];
}

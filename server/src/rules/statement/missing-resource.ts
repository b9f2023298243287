import { enumerated } from '../../base/enumerated.ts';
import { expandActionPattern } from '../../catalogue/action-pattern.ts';
import type { ActionInfo, Catalogue } from '../../catalogue/catalogue.ts';
import type { PolicyType } from '../../iam/policy-type.ts';
import { insertElement } from '../../policy/insert-element.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import type { Statement } from '../../policy/statement.ts';
import { mayHave } from '../../policy/stray-element.ts';
import { arnMeaning, isUsableOn } from '../../reasoning/usable-on.ts';
import { neededArns } from '../needed-arns.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';
import { shiftedFinding } from '../shifted-finding.ts';

/**
 * Outside role trust policies a statement says what its actions may be performed on; AWS rejects one without
 * `Resource` or `NotResource`.
 *
 * Some services, such as Amazon ECR, do without it in the policies that are attached to their resources. Unless all
 * actions are of services that do not, it is reported there only where another statement of the policy names resources.
 */
export const missingResource = defineRule({
  id: 'missing-resource',
  scope: 'policy',
  severity: 'error',
  category: 'syntax',
  summary: 'Statement has no Resource',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  equivalents: {
    accessAnalyzer: ['MISSING_RESOURCE'],
    parliament: ['MALFORMED'],
    cfnLint: ['E3510', 'E3512', 'E3513'],
  },
  policyTypes: ['identity', 'resource', 'scp', 'rcp', 'boundary', 'session', 'endpoint'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject"',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
    },
    {
      bad: '"Effect": "Deny", "Action": "s3:GetObject"',
      good: '"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*"',
      policyType: 'scp',
    },
  ],

  *check({ policy, policyType, catalogue }) {
    const mayDoWithout = policyType === 'resource' && !namesResources(policy);
    for (const { statement, offset } of policy.statements) {
      if (mayDoWithout && !needsResource(statement)) continue;
      if (hasResource(statement) || statement.isBroken || mayHave(statement, 'Resource', 'NotResource'))
        continue;
      yield shiftedFinding(missing(statement, policy, policyType, catalogue), offset);
    }
  },
});

function namesResources({ statements }: PolicyDocument): boolean {
  return statements.some(({ statement }) => hasResource(statement));
}

function needsResource({ actions }: Statement): boolean {
  return actions.length > 0 && actions.every(({ text }) => DEMANDING.test(text));
}

/**
 * Services that accept no statement without the element in the policies of their resources.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-creating-custom-policies-key-concepts.html
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-key-concepts.html
 */
const DEMANDING = /^(?:s3|sns|sqs):/i;

function hasResource(statement: Statement): boolean {
  return statement.members.some(({ key }) => key.text === 'Resource' || key.text === 'NotResource');
}

function missing(
  statement: Statement,
  policy: PolicyDocument,
  policyType: PolicyType,
  catalogue: Catalogue,
): Finding {
  return {
    range: statement.members[0]?.key.range ?? { start: 0, end: 1 },
    message: 'This statement has neither Resource nor NotResource.',
    isAbsence: true,
    fixes: () => {
      const everything = insert(statement, 'Insert "Resource": "*"', '"*"');
      const carried = policyType === 'resource' ? resourcesOfOthers(statement, policy, catalogue) : [];
      if (carried.length > 0) {
        const texts = carried.map((text) => JSON.stringify(text));
        const value = texts.length === 1 ? (texts[0] as string) : `[${texts.join(', ')}]`;
        const title = `Insert "Resource" with ${enumerated(texts)}`;
        return [{ ...insert(statement, title, value), isPreferred: true }];
      }
      const isCeiling = policyType === 'scp' || policyType === 'rcp' || policyType === 'endpoint';
      const arns = isCeiling ? undefined : neededArns(actionsOf(statement, catalogue) ?? []);
      if (!arns) return [{ ...everything, isPreferred: true }];
      const [first = '', ...others] = arns.snippets.map((snippet) => `"${snippet}"`);
      const value = others.length === 0 ? first : `[${[first, ...others].join(', ')}]`;
      const named = insert(statement, `Insert "Resource" with ${arns.names}`, value);
      return [{ ...named, isPreferred: true, isSnippet: true }, everything];
    },
  };
}

/** The policy of a resource is about that resource; a bucket may stand for its objects, and the other way round. */
function resourcesOfOthers(
  { actions }: Statement,
  { statements }: PolicyDocument,
  catalogue: Catalogue,
): readonly string[] {
  const texts = statements.flatMap(({ statement }) => statement.resources.map(({ text }) => text));
  const buckets = texts.flatMap((text) => /^arn:[^:]*:s3:::[^/*?]+/.exec(text)?.[0] ?? []);
  const isUsed = (text: string): boolean =>
    actions.some(({ servicePrefix, name }) => {
      const service = catalogue.service(servicePrefix);
      if (!service || name === undefined || !text.startsWith('arn:')) return false;
      const infos = expandActionPattern(catalogue, `${servicePrefix}:${name}`).flatMap(
        (action) => actionInfo(action, catalogue) ?? [],
      );
      const meaning = arnMeaning(text, service);
      return infos.some((info) => isUsableOn(info, meaning));
    });
  const written = [...new Set(texts)].filter(isUsed);
  const derived = [...new Set(buckets.flatMap((bucket) => [bucket, `${bucket}/*`]))].filter(isUsed);
  return (written.length > 0 ? written : derived).slice(0, 4);
}

/** Undefined where the ARNs of some cannot be told, or some work on `*` only. */
function actionsOf({ actions }: Statement, catalogue: Catalogue): readonly ActionInfo[] | undefined {
  const found: ActionInfo[] = [];
  for (const { element, text, isPattern } of actions) {
    if (element === 'NotAction' || text.startsWith('*')) return undefined;
    for (const name of isPattern ? expandActionPattern(catalogue, text) : [text]) {
      const info = actionInfo(name, catalogue);
      if (!info || info.resources.length === 0) return undefined;
      found.push(info);
    }
  }
  return found;
}

function actionInfo(text: string, catalogue: Catalogue): ActionInfo | undefined {
  const [servicePrefix = '', name = ''] = text.split(':');
  return catalogue.service(servicePrefix)?.action(name);
}

function insert(statement: Statement, title: string, value: string): Fix {
  return { title, keepsAccess: false, edits: [insertElement(statement, 'Resource', value)] };
}

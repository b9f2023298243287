import { enumerated } from '../../base/enumerated.ts';
import { shifted, type TextRange } from '../../base/text-range.ts';
import {
  arnPartRange,
  isLiteralPart,
  type ResourceArn,
  resourceArns,
  withArnPart,
} from '../../policy/resource-arn.ts';
import { defineRule, type Fix } from '../rule.ts';
import { shiftedFixes } from '../shifted-fixes.ts';

/**
 * A CloudFormation template knows the Region and the account that it is deployed to, as `AWS::Region` and
 * `AWS::AccountId`. Where they are written out, the stack works nowhere else, or reaches into another account.
 *
 * ARNs of what belongs to another account on purpose can stay: suppress the finding there.
 */
export const hardCodedRegionAccount = defineRule({
  id: 'hard-coded-region-account',
  scope: 'policy',
  severity: 'hint',
  category: 'style',
  summary: 'Template names its Region or account',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html',
  equivalents: { cfnLint: ['I3042'] },
  isOptIn: true,
  examples: [
    {
      bad: template('"arn:aws:sqs:eu-west-1:111122223333:orders"'),
      good: template('{ "Fn::Sub": "arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:orders" }'),
    },
  ],

  *check({ policy }) {
    if (policy.embedding.isString || !IN_TEMPLATE.test(policy.pointer)) return;
    for (const { statement, offset } of policy.statements) {
      for (const one of resourceArns(statement)) {
        const range = writtenOut(one);
        if (!range) continue;
        const { region, account } = literalParts(one);
        yield {
          range: shifted(range, offset),
          message: `This template works with ${enumerated([...region, ...account].map((name) => `"${name}"`))} only.`,
          fixes: () => shiftedFixes([substituted(one)], offset),
        };
      }
    }
  },
});

/** From the root of a template to a policy of one of its resources. */
const IN_TEMPLATE = /^\/Resources\/[^/]+\/Properties\//;

function literalParts({ arn }: ResourceArn): {
  readonly region: readonly string[];
  readonly account: readonly string[];
} {
  return {
    region: arn.region !== '' && isLiteralPart(arn.region) ? [arn.region] : [],
    account: /^\d{12}$/.test(arn.account) ? [arn.account] : [],
  };
}

function writtenOut(one: ResourceArn): TextRange | undefined {
  const { region, account } = literalParts(one);
  if (region.length + account.length === 0) return undefined;
  const { start } = arnPartRange(one.resource, region.length > 0 ? 'region' : 'account');
  const { end } = arnPartRange(one.resource, account.length > 0 ? 'account' : 'region');
  return { start, end };
}

/** Variables of the policy stay what they are. */
function substituted(one: ResourceArn): Fix {
  const { region, account } = literalParts(one);
  const { value, text } = one.resource;
  const withRegion = region.length > 0 ? withArnPart(text, 'region', REGION) : text;
  const withBoth = account.length > 0 ? withArnPart(withRegion, 'account', ACCOUNT) : withRegion;
  const escaped = withBoth.replace(/\$\{(?!AWS::)/g, '${!');
  return {
    title: 'Take them from the stack with Fn::Sub',
    keepsAccess: false,
    isPreferred: true,
    edits: [{ range: value.range, newText: `{ "Fn::Sub": ${JSON.stringify(escaped)} }` }],
  };
}

const REGION = '${AWS::Region}';
const ACCOUNT = '${AWS::AccountId}';

function template(resource: string): string {
  return `{ "Resources": { "Send": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": ${resource} }] } } } } }`;
}

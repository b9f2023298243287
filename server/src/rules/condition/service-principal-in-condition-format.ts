import { escapeSnippet } from '../../base/snippet.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { servicePrincipalSlip, withoutRegion } from '../../catalogue/service-principal-slip.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { type StringValue, strings } from '../../policy/value.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule, type Finding } from '../rule.ts';

/**
 * Keys that name a service hold the name under which it acts, `lambda.amazonaws.com`: lower case, with the domain of AWS
 * behind it. `kms:ViaService` has the Region in it, `s3.eu-central-1.amazonaws.com`. A test against anything else never
 * matches, or always where its operator is negated.
 */
export const servicePrincipalInConditionFormat = defineRule({
  id: 'service-principal-in-condition-format',
  scope: 'statement',
  mentions: ['service'],
  severity: 'error',
  category: 'correctness',
  summary: 'Value has not the form of a service principal',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['INVALID_SERVICE_PRINCIPAL_FORMAT'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/app", "Condition": { "StringEquals": { "iam:PassedToService": "lambda" } }',
      good: '"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/app", "Condition": { "StringEquals": { "iam:PassedToService": "lambda.amazonaws.com" } }',
    },
    {
      bad: '"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringEquals": { "kms:ViaService": "s3.amazonaws.com" } }',
      good: '"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Condition": { "StringEquals": { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (statement.conditions.length === 0) return;
    for (const test of conditionTests(statement, catalogue)) {
      if (!comparesServices(test)) continue;
      for (const value of strings(test.entry.values)) {
        if (/[*?]|\$\{/.test(value.text) || isDynamic(value.text) || value.text !== value.text.trim())
          continue;
        if (HAS_WORD_FOR_NAME.test(value.text)) continue;
        const found = misspelt(test, value, catalogue) ?? withoutItsRegion(test, value, catalogue);
        if (found) yield { range: value.range, ...found };
      }
    }
  },
});

/** In lower case. */
const KEYS: ReadonlySet<string> = new Set([
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'codeconnections:passedtoservice',
  'codestar-connections:passedtoservice',
  'iam:awsservicename',
  'iam:passedtoservice',
  'kms:viaservice',
  'organizations:serviceprincipal',
  'sts:awsservicename',
]);

const comparesServices = ({ entry, operator }: ConditionTest): boolean =>
  operator?.operator.operand === 'String' && KEYS.has(entry.key.text.toLowerCase());

/** `SERVICE-NAME.amazonaws.com` and `s3.REGION.amazonaws.com` of guides have to be filled in. */
const HAS_WORD_FOR_NAME = /(?:^|\.)(?:(?:[a-z]+[-_])?region(?:[-_]?(?:code|id|name))?|service[-_]?name)\./i;

type Judgement = Omit<Finding, 'range'>;

function misspelt(
  { operator }: ConditionTest,
  value: StringValue,
  catalogue: Catalogue,
): Judgement | undefined {
  const { text } = value;
  const ignoresCase = operator?.operator.name.includes('IgnoreCase') ?? false;
  const slip = servicePrincipalSlip(ignoresCase ? text.toLowerCase() : text, catalogue);
  if (slip?.kind !== 'form') return undefined;
  const [first] = slip.names;
  return {
    message:
      first === undefined || slip.names.length > 1
        ? `"${text}" is no service principal; they end in ".amazonaws.com".`
        : `"${text}" is no service principal; use "${first}".`,
    fixes: () =>
      first === undefined
        ? [
            {
              title: 'Name a service instead',
              keepsAccess: false,
              isSnippet: true,
              edits: [{ range: value.range, newText: '"${1:lambda.amazonaws.com}"' }],
            },
          ]
        : changeToEach(value, slip.names),
  };
}

function withoutItsRegion(
  { entry }: ConditionTest,
  value: StringValue,
  catalogue: Catalogue,
): Judgement | undefined {
  const { text, range } = value;
  if (entry.key.text.toLowerCase() !== 'kms:viaservice') return undefined;
  const [, stem = '', domain = ''] = /^([a-z0-9.-]+?)\.(amazonaws\.com(?:\.cn)?)$/i.exec(text) ?? [];
  if (stem === '' || withoutRegion(stem, catalogue) !== stem) return undefined;
  const region = domain.endsWith('.cn') ? 'cn-north-1' : 'us-east-1';
  const newText = `"${escapeSnippet(stem)}.\${1:${region}}.${domain}"`;
  return {
    message: `"${text}" lacks the Region, as in "${stem}.${region}.${domain}".`,
    fixes: () => [
      {
        title: 'Insert the Region',
        keepsAccess: false,
        isPreferred: true,
        isSnippet: true,
        edits: [{ range, newText }],
      },
    ],
  };
}

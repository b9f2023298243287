import { memoized } from '../../base/memo.ts';
import { ownProperty } from '../../base/own-property.ts';
import { escapeSnippet } from '../../base/snippet.ts';
import { shifted } from '../../base/text-range.ts';
import { parseArn } from '../../iam/arn.ts';
import { type ParsedOperator, parseConditionOperator } from '../../iam/condition-operator.ts';
import { addConditions } from '../../policy/condition-edit.ts';
import { layoutOf, renderJson } from '../../policy/layout.ts';
import type { ConditionEntry, Statement } from '../../policy/statement.ts';
import { addStatementAfter } from '../../policy/statement-edit.ts';
import { strings } from '../../policy/value.ts';
import { defineRule, type Fix, type StatementPlace } from '../rule.ts';
import { shiftedFixes } from '../shifted-fixes.ts';

/**
 * Some keys say something only together with another. A private address, `aws:VpcSourceIp`, exists in many VPCs, those of
 * strangers included, so it needs `aws:SourceVpc` or `aws:SourceVpce`. The ARN of a bucket has no account: if the bucket
 * is deleted, anybody can create one with its name, so `aws:SourceArn` with a bucket needs `aws:SourceAccount`.
 *
 * A Deny of the same policy that tests the partner counts as well.
 */
export const missingPairedKey = defineRule({
  id: 'missing-paired-key',
  scope: 'policy',
  severity: 'warning',
  category: 'security',
  summary: 'Condition key says nothing without its partner',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['MISSING_PAIRED_CONDITION_KEYS'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/16" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/16" }, "StringEquals": { "aws:SourceVpc": "vpc-0a1b2c3d4e5f60718" } }',
    },
    {
      policyType: 'resource',
      bad: '"Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sns:Publish", "Resource": "*", "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:s3:::amzn-s3-demo-bucket" } }',
      good: '"Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sns:Publish", "Resource": "*", "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:s3:::amzn-s3-demo-bucket" }, "StringEquals": { "aws:SourceAccount": "111122223333" } }',
    },
  ],

  *check({ policy }) {
    const single = policy.statements.filter(({ statement }) => singleKeys(statement).length > 0);
    if (single.length === 0) return;
    const denies = policy.statements.filter(({ statement }) => statement.effect === 'Deny');
    const denied = new Set(denies.flatMap(({ statement }) => testedKeys(statement)));
    for (const { statement, offset } of single) {
      for (const found of singleKeys(statement)) {
        if (found.partners.some((key) => denied.has(key.toLowerCase()))) continue;
        yield {
          range: shifted(found.entry.key.range, offset),
          message: found.message,
          fixes: (place) => shiftedFixes(withPartner(statement, found, place), offset),
        };
      }
    }
  },
});

interface SingleKey {
  readonly entry: ConditionEntry;
  readonly operator: ParsedOperator;
  /** The first one is what a repair adds. */
  readonly partners: readonly string[];
  readonly partnerValue: string;
  readonly message: string;
}

/** The keys of a statement that have no partner in it. */
const singleKeys = memoized((statement: Statement): readonly SingleKey[] => {
  if (!statement.effect || !isReadable(statement)) return [];
  const tested = testedKeys(statement);
  return statement.conditions.flatMap((entry) => {
    const operator = parseConditionOperator(entry.operator.text);
    if (!operator || operator.operator.name === 'Null') return [];
    const single = addressKey(entry) ?? (statement.effect === 'Allow' ? bucketKey(entry) : undefined);
    const hasPartner = single?.partners.some((name) => tested.includes(name.toLowerCase()));
    return single && !hasPartner ? [{ entry, operator, ...single }] : [];
  });
});

/** What has not the form of a condition may hold the partner. */
function isReadable(statement: Statement): boolean {
  const condition = statement.element('Condition')?.value;
  return condition?.kind === 'object' && condition.members.every(({ value }) => value?.kind === 'object');
}

type Pairing = Omit<SingleKey, 'entry' | 'operator'>;

/** An address compared with a variable is that of the same request. */
function addressKey({ key, values }: ConditionEntry): Pairing | undefined {
  const known = ownProperty(ADDRESS_KEYS, key.text.toLowerCase());
  if (!known || strings(values).some(({ text }) => text.includes('${'))) return undefined;
  return {
    partners: known,
    partnerValue: 'vpc-0a1b2c3d4e5f60718',
    message: `Other VPCs have the same addresses, so "${key.text}" needs "${known[0]}".`,
  };
}

/** Lower-case key → keys that name the network. */
const ADDRESS_KEYS: Readonly<Record<string, readonly string[]>> = {
  'aws:vpcsourceip': [
    'aws:SourceVpc',
    'aws:SourceVpce',
    'aws:SourceVpcArn',
    'aws:VpceAccount',
    'aws:VpceOrgID',
    'aws:VpceOrgPaths',
  ],
  'aws:ec2instancesourceprivateipv4': ['aws:Ec2InstanceSourceVpc', 'ec2:SourceInstanceArn'],
};

function bucketKey({ key, values }: ConditionEntry): Pairing | undefined {
  if (key.text.toLowerCase() !== 'aws:sourcearn') return undefined;
  const namesBucket = strings(values).some(({ text }) => {
    const arn = parseArn(text);
    return arn?.service === 's3' && arn.account === '';
  });
  if (!namesBucket) return undefined;
  return {
    partners: ['aws:SourceAccount', 'aws:SourceOrgID', 'aws:SourceOrgPaths', 'aws:SourceOwner'],
    partnerValue: '111122223333',
    message: 'The ARN of a bucket has no account, so it needs "aws:SourceAccount" beside it.',
  };
}

/** In lower case. */
function testedKeys({ conditions }: Statement): readonly string[] {
  return conditions
    .filter(({ operator }) => operator.text.toLowerCase() !== 'null')
    .map(({ key }) => key.text.toLowerCase());
}

/** A Deny that spares addresses would spare more with a second test, so what names the network gets its own Deny. */
function withPartner(statement: Statement, single: SingleKey, place: StatementPlace): readonly Fix[] {
  const [key = ''] = single.partners;
  const value = `\${1:${single.partnerValue}}`;
  if (statement.effect === 'Deny' && single.operator.operator.isNegated) {
    const edits = addStatementAfter(statement, place, secondDeny(statement, { [key]: value }));
    return [{ title: `Deny all but one "${key}"`, keepsAccess: false, isSnippet: true, edits }];
  }
  const edit = addConditions(statement, 'StringEquals', { [key]: value });
  return edit ? [{ title: `Test "${key}", too`, keepsAccess: false, isSnippet: true, edits: [edit] }] : [];
}

function secondDeny(
  statement: Statement,
  keys: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const kept = statement.members.flatMap(({ key, value }) =>
    value && key.text !== 'Sid' && key.text !== 'Condition'
      ? [[key.text, escapeSnippet(statement.text.slice(value.range.start, value.range.end))]]
      : [],
  );
  return {
    ...Object.fromEntries(kept),
    Condition: renderJson({ StringNotEquals: keys }, layoutOf(statement), 1),
  };
}

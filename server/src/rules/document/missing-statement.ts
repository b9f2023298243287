import { POLICY_ELEMENTS, statementElement } from '../../iam/element.ts';
import { intendedElement } from '../../iam/intended-element.ts';
import type { PolicyType } from '../../iam/policy-type.ts';
import { insertLast } from '../../policy/list-edit.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import { defineRule, type Fix } from '../rule.ts';
import { statementSkeleton } from '../statement-skeleton.ts';

/**
 * A policy is a set of statements; AWS rejects one without any. A misspelt `Statements`, and elements that stand
 * outside a statement, are reported by `unknown-policy-element`.
 */
export const missingStatement = defineRule({
  id: 'missing-statement',
  scope: 'policy',
  severity: 'error',
  category: 'syntax',
  summary: 'Policy has no statement',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html',
  equivalents: {
    accessAnalyzer: ['MISSING_STATEMENT'],
    parliament: ['MALFORMED'],
    cfnLint: ['E3510'],
  },
  examples: [
    {
      bad: '{ "Version": "2012-10-17", "Statement": [] }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }] }',
    },
    {
      bad: '{ "Version": "2012-10-17" }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" }] }',
      policyType: 'scp',
    },
  ],

  *check({ policy, policyType }) {
    if (policy.isBroken) return;
    const { members, range, text } = policy;
    const entry = members.find(({ key }) => key.text === 'Statement');
    if (entry) {
      if (!isEmptyList(policy)) return;
      yield {
        range: entry.key.range,
        message: 'This policy has no statement; AWS rejects an empty list.',
        fixes: () => [fillList(policy, policyType)],
      };
    } else if (!members.some(({ key }) => stands(key.text))) {
      const skeleton = `"Statement": [${statementSkeleton(policyType)}]`;
      yield {
        range: members[0]?.key.range ?? { start: range.start, end: range.start + 1 },
        message: 'This policy has no Statement.',
        isAbsence: true,
        fixes: () => [insert(insertLast(text, { kind: 'object', members, range }, skeleton))],
      };
    }
  },
});

/** A list of CloudFormation functions is not empty, although its statements are not known. */
function isEmptyList({ statementValue, text }: PolicyDocument): boolean {
  if (statementValue?.kind !== 'array') return false;
  const { start, end } = statementValue.range;
  return text.slice(start + 1, end - 1).trim() === '';
}

/** A misspelt Statement, or what should stand in one. */
function stands(key: string): boolean {
  return statementElement(key) !== undefined || intendedElement(key, POLICY_ELEMENTS) === 'Statement';
}

function fillList({ statementValue }: PolicyDocument, policyType: PolicyType): Fix {
  const { start, end } = statementValue?.range ?? { start: 0, end: 0 };
  return insert({ range: { start: start + 1, end: end - 1 }, newText: statementSkeleton(policyType) });
}

function insert(edit: Fix['edits'][number]): Fix {
  return {
    title: 'Insert a statement',
    keepsAccess: false,
    isPreferred: true,
    isSnippet: true,
    edits: [edit],
  };
}

import { editDistance } from '../../base/edit-distance.ts';
import { shifted } from '../../base/text-range.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findConditionKey } from '../../catalogue/find-condition-key.ts';
import { insertFirst } from '../../policy/list-edit.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import { isEscape, type PlacedVariable, variablesOf } from '../../policy/policy-variable.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * Only the policy language of 2012-10-17 fills in policy variables. In a policy of 2008-10-17, or without `Version`,
 * `${aws:username}` stands for these very characters, and the statement matches nothing that is meant.
 */
export const variableOldVersion = defineRule({
  id: 'variable-old-version',
  scope: 'policy',
  severity: 'error',
  category: 'correctness',
  summary: 'Policy variable needs Version 2012-10-17',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  equivalents: { accessAnalyzer: ['VARIABLE_UNSUPPORTED_IN_VERSION'] },
  supersedes: ['missing-version', 'old-version'],
  examples: [
    {
      bad: '{ "Version": "2008-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username}/*" } }',
      good: '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username}/*" } }',
    },
    {
      bad: '{ "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username}/*" } }',
      good: '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username}/*" } }',
    },
  ],

  *check({ policy, catalogue }) {
    const repair = setVersion(policy);
    if (!repair) return;
    for (const { statement, offset } of policy.statements) {
      const variable = variablesOf(statement).find((candidate) => isMeant(candidate, catalogue));
      if (!variable) continue;
      yield {
        range: shifted(variable.range, offset),
        message: `"${variable.text}" is plain text; only Version 2012-10-17 has variables.`,
        fixes: () => [repair],
      };
      return;
    }
  },
});

/** Undefined where the version is right, or wrong in a way that other rules explain. */
function setVersion({ members, range, text, isBroken }: PolicyDocument): Fix | undefined {
  const facts = { keepsAccess: false, isPreferred: true } as const;
  const value = members.find(({ key }) => key.text === 'Version')?.value;
  if (value?.kind === 'string' && value.text === '2008-10-17') {
    const edits = [{ range: value.range, newText: '"2012-10-17"' }];
    return { title: 'Change to "2012-10-17"', ...facts, edits };
  }
  if (isBroken || members.some(({ key }) => editDistance(key.text.toLowerCase(), 'version', 2) <= 2)) {
    return undefined;
  }
  const edits = [insertFirst(text, { kind: 'object', members, range }, '"Version": "2012-10-17"')];
  return { title: 'Insert "Version": "2012-10-17"', ...facts, edits };
}

function isMeant(variable: PlacedVariable, catalogue: Catalogue): boolean {
  const name = variable.name.trim();
  return variable.isClosed && (isEscape(variable) || findConditionKey(name, catalogue) !== undefined);
}

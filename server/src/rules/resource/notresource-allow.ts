import { enumerated } from '../../base/enumerated.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { SENSITIVE_SERVICES } from '../../iam/sensitive-service.ts';
import { replaceList } from '../../policy/replace-list.ts';
import type { Statement } from '../../policy/statement.ts';
import { addStatementAfter } from '../../policy/statement-edit.ts';
import { allowedActions } from '../../reasoning/allowed-actions.ts';
import { passesAnyRole } from '../../reasoning/passes-any-role.ts';
import { neededArns } from '../needed-arns.ts';
import { defineRule, type Fix, type StatementPlace } from '../rule.ts';

/**
 * `NotResource` is no way to protect something: in an Allow it opens every other resource of every service that the
 * actions touch, also those to come, and another Allow may still open the listed ones. To protect, write a Deny with
 * `Resource`, which no Allow overrides; to allow, name the resources.
 *
 * Ceilings, such as service control policies and boundaries, grant nothing and are not reported. Where the only action is
 * `iam:PassRole`, see `passrole-star-resource`.
 */
export const notresourceAllow = defineRule({
  id: 'notresource-allow',
  scope: 'statement',
  effect: 'Allow',
  mentions: ['notresource'],
  severity: 'warning',
  category: 'security',
  summary: 'Allow with NotResource opens all that is not listed',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html',
  equivalents: { parliament: ['NOTRESOURCE_WITH_ALLOW'] },
  policyTypes: ['identity', 'resource'],
  examples: [
    {
      bad: '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::amzn-s3-demo-bucket/*" } }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }] }',
    },
  ],

  *check({ statement, policyType, catalogue }) {
    const member = statement.element('NotResource');
    if (!member || statement.element('Resource')) return;
    if (policyType === 'identity' && onlyPassesRoles(statement, catalogue)) return;
    yield {
      range: member.key.range,
      message: messageFor(statement, catalogue),
      fixes: (place) => [...denyListed(statement, place), ...nameResources(statement, catalogue)],
    };
  },
});

function onlyPassesRoles(statement: Statement, catalogue: Catalogue): boolean {
  return passesAnyRole(statement) !== undefined && allowedActions(statement, catalogue).size === 1;
}

function messageFor(statement: Statement, catalogue: Catalogue): string {
  const actions = allowedActions(statement, catalogue);
  const subject =
    actions.size === 1 ? '1 action' : actions.size === 0 ? 'the actions' : `${actions.size} actions`;
  const sensitive = SENSITIVE_SERVICES.filter((prefix) => actions.countIn(prefix) > 0);
  const among = sensitive.length > 0 ? ` The actions include some of ${enumerated(sensitive)}.` : '';
  return `NotResource allows ${subject} on every resource that is not listed.${among}`;
}

function denyListed(statement: Statement, place: StatementPlace): readonly Fix[] {
  const listed = statement.element('NotResource');
  if (!listed?.value || statement.resources.length === 0) return [];
  const { range } = listed.value;
  const edits = [
    { range: listed.key.range, newText: '"Resource"' },
    { range, newText: '"*"' },
    ...addStatementAfter(statement, place, {
      Effect: '"Deny"',
      ...written(statement, ['Principal', 'Action', 'NotAction']),
      Resource: statement.text.slice(range.start, range.end),
      ...written(statement, ['Condition']),
    }),
  ];
  return [{ title: 'Allow "*" and deny the listed resources', keepsAccess: false, edits }];
}

function written(statement: Statement, elements: readonly string[]): Readonly<Record<string, string>> {
  const present = elements.flatMap((name) => {
    const range = statement.element(name)?.value?.range;
    return range ? [[name, statement.text.slice(range.start, range.end)]] : [];
  });
  return Object.fromEntries(present);
}

function nameResources(statement: Statement, catalogue: Catalogue): readonly Fix[] {
  const key = statement.element('NotResource')?.key.range;
  if (!key || statement.element('NotAction')) return [];
  const arns = neededArns(allowedActions(statement, catalogue).infos);
  const list = arns && replaceList(statement, 'NotResource', arns.snippets);
  if (!list) return [];
  const edits = [{ range: key, newText: '"Resource"' }, list];
  return [{ title: `Limit to ${arns.names}`, keepsAccess: false, isSnippet: true, edits }];
}

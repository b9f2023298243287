import { enumerated } from '../../base/enumerated.ts';
import { escapeSnippet } from '../../base/snippet.ts';
import { shifted } from '../../base/text-range.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findAction } from '../../catalogue/find-action.ts';
import { layoutOf, renderJson } from '../../policy/layout.ts';
import type { ActionString, Statement } from '../../policy/statement.ts';
import { addStatementAfter } from '../../policy/statement-edit.ts';
import { allowsSomewhere } from '../../reasoning/allows-somewhere.ts';
import { neededDependents } from '../../reasoning/needed-dependents.ts';
import { principalOf, ROLE_SNIPPET } from '../limit-pass-role.ts';
import { neededArns } from '../needed-arns.ts';
import { defineRule, type Fix, type StatementPlace } from '../rule.ts';
import { shiftedFixes } from '../shifted-fixes.ts';

/**
 * Some calls need more than the action of their own name: `lambda:CreateFunction` and `ecs:RunTask` give a service a role,
 * which takes `iam:PassRole`. AWS's reference names such dependent actions, but not which calls need them, and another
 * policy may allow them; so they are only pointed out, once in a policy, where no Allow matches them in any way.
 *
 * Only actions that are named are looked at, in a policy that is a file of its own. Nothing is said about dependents that
 * go with one feature, such as customer managed keys, tags and service-linked roles. AWS stopped publishing this data in
 * July 2026; it is as of the date that hovers show.
 */
export const dependentActionMissing = defineRule({
  id: 'dependent-action-missing',
  scope: 'policy',
  severity: 'information',
  category: 'correctness',
  summary: 'An action that another one depends on is not allowed',
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  policyTypes: ['identity'],
  examples: [
    {
      bad: `{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Action": "lambda:CreateFunction", "Resource": "*" }
] }`,
      good: `{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Action": "lambda:CreateFunction", "Resource": "*" }, { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/role-name-with-path", "Condition": { "StringEquals": { "iam:PassedToService": "lambda.amazonaws.com" } } }
] }`,
    },
  ],

  *check({ policy, catalogue }) {
    // A larger document may hold the other policies of the same role.
    if (policy.pointer !== '') return;
    const isInList = policy.statementValue?.kind === 'array';
    const told = new Set<string>();
    let isAllowed: ReturnType<typeof allowsSomewhere> | undefined;
    for (const { statement, offset } of policy.statements) {
      for (const { action, dependents } of neededDependents(statement, catalogue)) {
        isAllowed ??= allowsSomewhere(policy);
        const missing: string[] = [];
        for (const name of dependents) {
          if (told.has(name)) continue;
          told.add(name);
          if (!isAllowed(name)) missing.push(name);
        }
        if (missing.length === 0) continue;
        yield {
          range: shifted(action.range, offset),
          message: `"${action.text}" may also need ${shortList(missing)}, which no statement allows.`,
          fixes: () => shiftedFixes(addMissing(statement, action, missing, catalogue, { isInList }), offset),
        };
      }
    }
  },
});

/** Three at most are named. */
function shortList(names: readonly string[]): string {
  return enumerated(names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names);
}

const PASS_ROLE = 'iam:PassRole';

function addMissing(
  statement: Statement,
  action: ActionString,
  missing: readonly string[],
  catalogue: Catalogue,
  place: Pick<StatementPlace, 'isInList'>,
): readonly Fix[] {
  const others = missing.filter((name) => name !== PASS_ROLE);
  return [
    ...(others.length < missing.length ? [addPassRole(statement, action, place)] : []),
    ...(others.length > 0 ? [addOthers(statement, others, catalogue, place)] : []),
  ];
}

function addPassRole(
  statement: Statement,
  { servicePrefix }: ActionString,
  place: Pick<StatementPlace, 'isInList'>,
): Fix {
  const service = `\${3:${escapeSnippet(principalOf(servicePrefix.toLowerCase()))}}`;
  const condition = { StringEquals: { 'iam:PassedToService': service } };
  const edits = addStatementAfter(statement, place, {
    Effect: '"Allow"',
    Action: `"${PASS_ROLE}"`,
    Resource: `"${ROLE_SNIPPET}"`,
    Condition: renderJson(condition, layoutOf(statement), 1),
  });
  return {
    title: `Allow "${PASS_ROLE}" for one role and its service`,
    keepsAccess: false,
    isSnippet: true,
    edits,
  };
}

function addOthers(
  statement: Statement,
  names: readonly string[],
  catalogue: Catalogue,
  place: Pick<StatementPlace, 'isInList'>,
): Fix {
  const layout = layoutOf(statement);
  const infos = names.flatMap((name) => findAction(catalogue, name) ?? []);
  const isWhole = infos.some(({ resources }) => resources.length === 0);
  const arns = isWhole ? ['*'] : (neededArns(infos)?.snippets ?? ['*']);
  const value = (texts: readonly string[]): string =>
    renderJson(texts.length === 1 ? (texts[0] ?? '*') : texts, layout, 1);
  const edits = addStatementAfter(statement, place, {
    Effect: '"Allow"',
    Action: value(names),
    Resource: value(arns),
  });
  return {
    title: `Allow ${shortList(names.map((name) => `"${name}"`))}`,
    keepsAccess: false,
    isSnippet: true,
    edits,
  };
}

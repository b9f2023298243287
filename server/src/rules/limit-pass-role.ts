import type { Catalogue } from '../catalogue/catalogue.ts';
import { addConditions, type ConditionSketch } from '../policy/condition-edit.ts';
import { layoutOf, renderJson } from '../policy/layout.ts';
import { insertLast, removeEntry } from '../policy/list-edit.ts';
import { replaceItem } from '../policy/replace-item.ts';
import { replaceList } from '../policy/replace-list.ts';
import type { ActionString, Statement } from '../policy/statement.ts';
import { addStatementAfter } from '../policy/statement-edit.ts';
import { allowedActions } from '../reasoning/allowed-actions.ts';
import type { RolePassing } from '../reasoning/passes-any-role.ts';
import { narrowAction } from './narrow-action.ts';
import type { Fix, StatementPlace } from './rule.ts';

/**
 * Ways to limit `iam:PassRole` to a role and to the services that receive it: in place where the statement has no
 * other action, in a statement of its own where it is named among others, and where it is reached by a wildcard or
 * `NotAction` by a condition that means nothing to other actions.
 */
export function limitPassRole(
  statement: Statement,
  passing: RolePassing,
  catalogue: Catalogue,
  place: Pick<StatementPlace, 'isInList'>,
): readonly Fix[] {
  const { action } = passing;
  const services = receivingServices(statement, catalogue);
  if (!action) return [...excludePassRole(statement), ...limitServices(statement, services)];
  if (!isNamed(action)) {
    return [...limitServices(statement, services), ...withoutPassRole(statement, action, catalogue)];
  }
  return statement.actions.every(isNamed)
    ? nameRole(statement, passing, services)
    : [...moveAway(statement, action, services, place), ...limitServices(statement, services)];
}

const isNamed = ({ text }: ActionString): boolean => text.toLowerCase() === 'iam:passrole';

/** One role, in snippet syntax with two tab stops. */
export const ROLE_SNIPPET = 'arn:aws:iam::${1:111122223333}:role/${2:role-name-with-path}';

function nameRole(
  statement: Statement,
  { resource, isConditional }: RolePassing,
  services: readonly string[],
): readonly Fix[] {
  const condition = isConditional ? undefined : addConditions(statement, 'StringEquals', passedTo(services));
  const key = statement.element(resource.element)?.key.range;
  const named =
    resource.element === 'Resource'
      ? replaceItem(statement, resource.element, resource.value, [ROLE_SNIPPET])
      : replaceList(statement, resource.element, [ROLE_SNIPPET]);
  if (!key || !named) return [];
  return [
    {
      title: condition ? 'Limit to one role and its service' : 'Limit to one role',
      keepsAccess: false,
      isSnippet: true,
      edits: [
        ...(resource.element === 'NotResource' ? [{ range: key, newText: '"Resource"' }] : []),
        named,
        ...(condition ? [condition] : []),
      ],
    },
  ];
}

function moveAway(
  statement: Statement,
  action: ActionString,
  services: readonly string[],
  place: Pick<StatementPlace, 'isInList'>,
): readonly Fix[] {
  const list = statement.element('Action')?.value;
  if (list?.kind !== 'array') return [];
  const condition = renderJson({ StringEquals: passedTo(services) }, layoutOf(statement), 1);
  const edits = [
    removeEntry(list, action.range),
    ...addStatementAfter(statement, place, {
      Effect: '"Allow"',
      Action: '"iam:PassRole"',
      Resource: `"${ROLE_SNIPPET}"`,
      Condition: condition,
    }),
  ];
  const title = 'Move "iam:PassRole" to a statement for one role and its service';
  return [{ title, keepsAccess: false, isSnippet: true, edits }];
}

/** Other actions do not send the key, so that the test leaves them as they are. */
function limitServices(statement: Statement, services: readonly string[]): readonly Fix[] {
  const edit = addConditions(statement, 'StringEqualsIfExists', passedTo(services));
  if (!edit) return [];
  return [
    { title: 'Limit the services that receive roles', keepsAccess: false, isSnippet: true, edits: [edit] },
  ];
}

function excludePassRole(statement: Statement): readonly Fix[] {
  const list = statement.element('NotAction')?.value;
  const [first] = statement.actions;
  if (!first) return [];
  const edit =
    list?.kind === 'array'
      ? insertLast(statement.text, list, '"iam:PassRole"')
      : replaceItem(statement, 'NotAction', first.value, [first.text, 'iam:PassRole']);
  return [{ title: 'Add "iam:PassRole" to NotAction', keepsAccess: false, edits: [edit] }];
}

function withoutPassRole(statement: Statement, action: ActionString, catalogue: Catalogue): readonly Fix[] {
  return narrowAction(statement, action, catalogue, (names) => !names.includes('iam:PassRole'));
}

function passedTo(services: readonly string[]): ConditionSketch {
  const stops = services.map((service, index) => `\${${index + 3}:${service}}`);
  return { 'iam:PassedToService': stops.length === 1 ? (stops[0] ?? '') : stops };
}

/** The services of the statement that have an action which depends on `iam:PassRole`. */
function receivingServices(statement: Statement, catalogue: Catalogue): readonly string[] {
  if (
    statement.actions.some(
      ({ element, servicePrefix }) => element === 'NotAction' || /[*?]/.test(servicePrefix),
    )
  ) {
    return [TYPICAL_SERVICE];
  }
  const prefixes = new Set(
    allowedActions(statement, catalogue)
      .infos.filter(({ dependentActions }) => dependentActions?.includes('iam:PassRole'))
      .map(({ servicePrefix }) => servicePrefix),
  );
  return prefixes.size > 0 && prefixes.size <= 5 ? [...prefixes].sort().map(principalOf) : [TYPICAL_SERVICE];
}

const TYPICAL_SERVICE = 'ec2.amazonaws.com';

/** The service principal that receives roles of a service's actions. Tasks of ECS have one of their own. */
export function principalOf(prefix: string): string {
  return `${prefix === 'ecs' ? 'ecs-tasks' : prefix}.amazonaws.com`;
}

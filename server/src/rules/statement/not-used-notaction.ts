import { enumerated } from '../../base/enumerated.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { replaceList } from '../../policy/replace-list.ts';
import type { Statement } from '../../policy/statement.ts';
import { oneOrMany } from '../../policy/value.ts';
import { allowedActions } from '../../reasoning/allowed-actions.ts';
import { isForeignAction } from '../../reasoning/foreign-action.ts';
import { servicesOfResources } from '../../reasoning/services-of-resources.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';

/**
 * A negation is read twice. Where ARNs limit a statement to one service, what `NotAction` leaves may be a short list, or
 * all of the service; and a `NotResource` that lists nothing the actions can be used on is the same as all resources.
 * Said directly, it is plain to see.
 *
 * An Allow with one of them is usually a risk, too, and then reported as such; so is `NotPrincipal`.
 */
export const notUsedNotaction = defineRule({
  id: 'not-used-notaction',
  scope: 'statement',
  mentions: ['notaction', 'notresource'],
  severity: 'information',
  category: 'style',
  summary: 'Negated element could be written directly',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
  examples: [
    {
      bad: '"Effect": "Deny", "NotAction": ["iam:*", "sts:*"], "Resource": "arn:aws:s3:::app/*"',
      good: '"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::app/*"',
    },
    {
      bad: '"Effect": "Deny", "Action": "s3:*", "NotResource": "arn:aws:iam::111122223333:role/app"',
      good: '"Effect": "Deny", "Action": "s3:*", "Resource": "*"',
    },
  ],

  *check({ statement, catalogue }) {
    if (statement.isBroken) return;
    yield* ofActions(statement, catalogue);
    yield* ofResources(statement, catalogue);
  },
});

/** Longer lists are no easier to read. */
const SHORT = 3;

function* ofActions(statement: Statement, catalogue: Catalogue): Generator<Finding> {
  const member = statement.element('NotAction');
  if (!member || !isWrittenOut(statement, 'NotAction') || statement.element('Action')) return;
  const services = servicesOfResources(statement, catalogue);
  if (!services) return;
  const left = services.map((prefix) => remaining(statement, prefix, catalogue));
  const texts = left.flatMap((own) => own ?? []);
  if (left.includes(undefined) || texts.length === 0 || texts.length > SHORT) return;
  const isAll = texts.every((text) => text.endsWith(':*'));
  yield {
    range: member.key.range,
    message: isAll
      ? `NotAction leaves all of ${enumerated(services)} on these resources. Action says so directly.`
      : `NotAction leaves only ${enumerated(texts)} on these resources. Action says so directly.`,
    fixes: () => directly(statement, 'NotAction', 'Action', texts),
  };
}

/** What `NotAction` leaves of a service; undefined where that are too many names. */
function remaining(
  statement: Statement,
  prefix: string,
  catalogue: Catalogue,
): readonly string[] | undefined {
  const actions = allowedActions(statement, catalogue);
  const own = statement.actions.filter(
    ({ servicePrefix }) => /[*?]/.test(servicePrefix) || servicePrefix.toLowerCase() === prefix,
  );
  if (own.length === 0) return [`${prefix}:*`];
  if (actions.countIn(prefix) > SHORT) return undefined;
  return actions.names.filter((name) => name.startsWith(`${prefix}:`));
}

function* ofResources(statement: Statement, catalogue: Catalogue): Generator<Finding> {
  const member = statement.element('NotResource');
  const { actions, resources } = statement;
  if (!member || !isWrittenOut(statement, 'NotResource') || statement.element('Resource')) return;
  if (actions.length === 0 || statement.element('NotAction') || !isWrittenOut(statement, 'Action')) return;
  if (!actions.every((action) => isForeignAction(action, resources, catalogue))) return;
  yield {
    range: member.key.range,
    message: 'No action here can be used on what NotResource lists. Resource "*" says the same.',
    fixes: () => directly(statement, 'NotResource', 'Resource', ['*']),
  };
}

function isWrittenOut(statement: Statement, element: string): boolean {
  const items = oneOrMany(statement.element(element)?.value);
  return items.length > 0 && items.every((item) => item.kind === 'string' && !isDynamic(item.text));
}

function directly(
  statement: Statement,
  negated: string,
  element: string,
  texts: readonly string[],
): readonly Fix[] {
  const member = statement.element(negated);
  const [text] = texts;
  if (!member?.value || text === undefined) return [];
  const list =
    texts.length > 1
      ? replaceList(statement, negated, texts)
      : { range: member.value.range, newText: JSON.stringify(text) };
  return [
    {
      title: `Change to ${element} ${enumerated(texts.map((own) => `"${own}"`))}`,
      keepsAccess: false,
      isPreferred: true,
      edits: [{ range: member.key.range, newText: `"${element}"` }, ...(list ? [list] : [])],
    },
  ];
}

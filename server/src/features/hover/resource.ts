import { codeSpan, escapeMarkdown, firstOf } from '../../base/markdown.ts';
import type { ActionInfo, Catalogue, ResourceType, Service } from '../../catalogue/catalogue.ts';
import { parseArn, splitArn } from '../../iam/arn.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { Statement } from '../../policy/statement.ts';
import { resourceTypesOf } from '../../reasoning/resource-types-of.ts';
import { actionList, actionSpan } from './action-span.ts';
import { type AccountName, arnInWords, managedPolicyInWords } from './arn-in-words.ts';
import { dataFooter } from './data-footer.ts';
import type { HoverProvider } from './hover-provider.ts';
import { isOfKeyPolicy } from './key-policy.ts';
import { fullyKnown, listedActions, listedServices } from './listed-actions.ts';
import { type Page, renderPage } from './page.ts';

/** What an ARN names, part by part, and which actions of its statement can be performed on it. */
export const hoverResource: HoverProvider<'resource'> = (cursor, { text, catalogue, accountName }) => {
  const { element, policy, placed } = cursor;
  if (text === '*' && element === 'NotResource') {
    return renderPage({ title: '`*` leaves no resource, so the statement matches nothing.' });
  }
  if (text === '*' && isOfKeyPolicy(placed.statement, policy)) {
    return renderPage({ title: '`*` in a key policy is **the key itself**.' });
  }
  const page = resourcePage(text, placed.statement, catalogue, accountName);
  return renderPage(
    element === 'Resource' ? page : { ...page, title: `All resources except: ${page.title}` },
  );
};

function resourcePage(
  text: string,
  statement: Statement,
  catalogue: Catalogue,
  accountName?: AccountName,
): Page {
  if (text === '*') return everyResourcePage(statement, catalogue);
  const arn = parseArn(text);
  if (!arn) return { title: noArn(text) };

  const own = catalogue.service(arn.service);
  const services = new Set([...(own ? [own] : []), ...listedServices(statement, catalogue)]);
  const types = [...services].flatMap((service) => resourceTypesOf(text, service));
  return {
    title: arnInWords(arn, catalogue, accountName),
    facts: [
      managedPolicyInWords(arn, catalogue),
      typesFact(types, text, own, catalogue),
      ...actionFacts(types, listedActions(statement, catalogue) ?? [], catalogue),
    ],
    footer: dataFooter(catalogue, own && 'Service reference', own?.documentation[0]),
  };
}

function everyResourcePage(statement: Statement, catalogue: Catalogue): Page {
  const actions = listedActions(statement, catalogue) ?? [];
  const without = fullyKnown(actions, catalogue).filter(takesNothing);
  return {
    title: '**Every resource** of the services that the actions belong to, those of the future included.',
    facts: [
      without.length > 0 ? `Needed by ${actionList(without, 8)}: no ARN fits what takes no resource.` : '',
    ],
    footer: actions.length > 0 ? dataFooter(catalogue) : undefined,
  };
}

function noArn(text: string): string {
  if (isFilledIn(text)) return `${codeSpan(text)} is filled in later; nothing is known about it here.`;
  const parts = splitArn(text);
  return parts[0] === 'arn'
    ? `${codeSpan(text)} has ${parts.length} of the six parts of an ARN, \`arn:partition:service:region:account:resource\`.`
    : `${codeSpan(text)} is neither an ARN nor \`*\`.`;
}

function typesFact(
  types: readonly ResourceType[],
  text: string,
  service: Service | undefined,
  catalogue: Catalogue,
): string | undefined {
  const [first] = types;
  if (first && types.length === 1) {
    return `Resource type ${codeSpan(first.name)}: ${codeSpan(first.arnFormats[0] ?? '')}`;
  }
  if (first) {
    const names = types.map(({ name }) => codeSpan(name));
    return `Fits ${types.length} resource types: ${firstOf(names, 8)}`;
  }
  return service && !isFilledIn(text)
    ? `Fits no resource type of ${escapeMarkdown(service.name)} in the data of ${catalogue.stamp.date}.`
    : undefined;
}

/** With a placeholder of whatever kind, or a policy variable. */
const isFilledIn = (text: string): boolean => isDynamic(text) || text.includes('${');

/** Silent where nothing is known of the actions or of the resource. */
function actionFacts(
  types: readonly ResourceType[],
  actions: readonly ActionInfo[],
  catalogue: Catalogue,
): readonly string[] {
  if (types.length === 0) return [];
  const takesIt = ({ resources }: ActionInfo): boolean => resources.some(({ type }) => types.includes(type));
  const taking = actions.filter(takesIt);
  const others = fullyKnown(actions, catalogue).filter((action) => !takesIt(action));
  const without = others.filter(takesNothing);
  const elsewhere = others.filter((action) => !takesNothing(action));
  return [
    ...(taking.length > 0 ? [`Taken by ${actionList(taking, 8)}`] : []),
    ...(elsewhere.length > 0 ? [`Not by ${actionList(elsewhere, 4, withTypes)}`] : []),
    ...(without.length > 0 ? [`Not by ${actionList(without, 4)}, taking no resource: only \`*\` works`] : []),
  ];
}

const takesNothing = ({ resources }: ActionInfo): boolean => resources.length === 0;

function withTypes(action: ActionInfo): string {
  const types = action.resources.map(({ type }) => codeSpan(type.name));
  return `${actionSpan(action)} (takes ${firstOf(types, 3)})`;
}

import { enumerated } from '../base/enumerated.ts';
import { escapeSnippet, plainText } from '../base/snippet.ts';
import type { TextEdit } from '../base/text-edit.ts';
import type { ActionInfo, Catalogue } from '../catalogue/catalogue.ts';
import { conditionKeySenders } from '../catalogue/condition-key-senders.ts';
import type { PolicyType } from '../iam/policy-type.ts';
import { addResources } from '../policy/add-resources.ts';
import { layoutOf, renderJson } from '../policy/layout.ts';
import { removeEntries } from '../policy/remove-entries.ts';
import { replaceItem } from '../policy/replace-item.ts';
import type { ResourceString, Statement } from '../policy/statement.ts';
import { isForeignAction } from '../reasoning/foreign-action.ts';
import { neededResourceTypes } from '../reasoning/needed-resource-types.ts';
import { s3Half } from '../reasoning/s3-half.ts';
import { statementFit, type UnfitAction } from '../reasoning/statement-fit.ts';
import { firstNamed } from './first-named.ts';
import { fittingArns } from './fitting-arns.ts';
import { moveActions } from './move-actions.ts';
import { removeActions } from './remove-actions.ts';
import type { Fix, StatementPlace } from './rule.ts';

/** Actions of one service that can be used on none of the resources of their statement. */
export interface Mismatch {
  readonly statement: Statement;
  /** At least one. */
  readonly actions: readonly UnfitAction[];
  /** Resources on which no action of the statement can be used, none of another service either that does not fit. */
  readonly unused: readonly ResourceString[];
}

/**
 * The mismatches of a statement, one for each service. What other rules explain better is left out: buckets without
 * their objects, aliases of keys, and actions that have no place in a policy of this resource.
 */
export function mismatches(
  statement: Statement,
  policyType: PolicyType,
  catalogue: Catalogue,
): readonly Mismatch[] {
  const { mismatched, unused } = statementFit(statement, catalogue);
  if (mismatched.length === 0) return [];
  const half = new Set(s3Half(statement, catalogue)?.actions);
  const own = mismatched.filter(
    (unfit) =>
      !half.has(unfit) &&
      !isAboutAlias(unfit, statement) &&
      !(policyType === 'resource' && isForeignAction(unfit.action, statement.resources, catalogue)),
  );
  const services = [...new Set(own.map(serviceOf))];
  return services.map((service) => {
    const others = statement.actions.filter(({ servicePrefix }) => servicePrefix.toLowerCase() !== service);
    return {
      statement,
      actions: own.filter((unfit) => serviceOf(unfit) === service),
      unused: unused.filter((resource) =>
        others.every((action) => isForeignAction(action, [resource], catalogue)),
      ),
    };
  });
}

const serviceOf = ({ infos }: UnfitAction): string => infos[0]?.servicePrefix ?? '';

function isAboutAlias(unfit: UnfitAction, { resources }: Statement): boolean {
  return serviceOf(unfit) === 'kms' && resources.some(({ text }) => /^arn:[^:]*:kms:.*:alias\//.test(text));
}

/** Two sentences; `consequence` is what the actions are not, such as `allowed`. */
export function mismatchMessage({ statement, actions }: Mismatch, consequence: string): string {
  const subject = firstNamed(actions.map(({ action }) => action.text));
  const [work, not] = actions.length === 1 ? ['works', 'does not'] : ['work', 'do not'];
  const fits =
    statement.resources.length === 1 ? `${not} work on this resource` : `${work} on none of these resources`;
  const types = neededResourceTypes(actions.flatMap(({ infos }) => infos)).map(({ name }) => `"${name}"`);
  const [be, need] = actions.length === 1 ? ['It is', 'it needs'] : ['They are', 'they need'];
  const needed = types.length > 3 ? '' : `; ${need} ${typeNames(types)}`;
  return `${subject} ${fits}. ${be} never ${consequence} here${needed}.`;
}

function typeNames(types: readonly string[]): string {
  return types.length === 1 ? `an ARN of type ${types[0]}` : `ARNs of the types ${enumerated(types)}`;
}

/** Name what the actions need, in the place of what nobody needs; or give them a statement of their own; or go. */
export function mismatchFixes(mismatch: Mismatch, place: StatementPlace): readonly Fix[] {
  const { statement, actions } = mismatch;
  const infos = actions.flatMap((unfit) => unfit.infos);
  const arns = fittingArns(infos, statement.resources);
  const strings = actions.map(({ action }) => action);
  if (!sendsKeys(infos, statement)) return removeActions(statement, strings);
  return [
    ...(arns.length > 0 ? [nameResources(mismatch, arns), ...ownStatement(mismatch, arns, place)] : []),
    ...removeActions(statement, strings),
  ];
}

/** With a condition on keys of another service the actions would not be allowed on the right resources either. */
function sendsKeys(infos: readonly ActionInfo[], { conditions }: Statement): boolean {
  return conditions
    .map(({ key }) => key.text)
    .filter((key) => !/^aws:/i.test(key))
    .every((key) => conditionKeySenders(infos, key).size === new Set(infos).size);
}

function nameResources({ statement, unused }: Mismatch, arns: readonly string[]): Fix {
  const [first] = unused;
  const edits = first ? replaceUnused(statement, unused, arns) : addResources(statement, arns, escapeSnippet);
  const names = enumerated(arns.map((arn) => `"${plainText(arn)}"`));
  return {
    title: first ? `Change Resource to ${names}` : `Add ${names}`,
    keepsAccess: false,
    isPreferred: true,
    isSnippet: true,
    edits,
  };
}

/** The first one becomes what is needed, the others go. */
function replaceUnused(
  statement: Statement,
  [first, ...others]: readonly ResourceString[],
  arns: readonly string[],
): readonly TextEdit[] {
  const value = statement.element('Resource')?.value;
  if (!first) return [];
  const replaced = replaceItem(statement, 'Resource', first.value, arns);
  if (value?.kind !== 'array' || others.length === 0) return [replaced];
  const gone = new Set(others.map((resource) => resource.value.range));
  const ranges = value.items.map(({ range }) => range);
  return [
    replaced,
    ...removeEntries(statement.text, ranges, (index) => gone.has(ranges[index] as (typeof ranges)[number])),
  ];
}

function ownStatement(
  { statement, actions }: Mismatch,
  arns: readonly string[],
  place: StatementPlace,
): readonly Fix[] {
  const strings = actions.map(({ action }) => action);
  const resource = renderJson(arns.length === 1 ? (arns[0] as string) : arns, layoutOf(statement), 1);
  const edits = moveActions(statement, place, strings, { Resource: resource }, escapeSnippet);
  if (!edits) return [];
  return [
    {
      title: `Move ${firstNamed(strings.map(({ text }) => text))} to a statement of ${strings.length === 1 ? 'its' : 'their'} own`,
      keepsAccess: false,
      isSnippet: true,
      edits,
    },
  ];
}

import type { TextEdit } from '../base/text-edit.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { exactPatterns } from '../catalogue/exact-patterns.ts';
import { replaceList } from '../policy/replace-list.ts';
import type { Statement } from '../policy/statement.ts';
import { strings } from '../policy/value.ts';
import { allowedActions } from '../reasoning/allowed-actions.ts';
import { accessLevelChoices } from './access-level-choices.ts';
import type { Fix } from './rule.ts';

/** Say with `Action` what a `NotAction` leaves over in some services: all of it, or certain access levels. */
export function nameAllowedActions(
  statement: Statement,
  services: readonly string[],
  catalogue: Catalogue,
): readonly Fix[] {
  if (services.length === 0) return [];
  const isOf = (prefix: string) => (name: string) => name.startsWith(`${prefix}:`);
  const { names } = allowedActions(statement, catalogue);
  const all = services.flatMap((prefix) => names.filter(isOf(prefix)));
  const choices = [
    { title: `Name the ${all.length} actions that it allows`, names: all },
    ...accessLevelChoices(all, catalogue).map((choice) => ({
      title: `Name its ${choice.title} actions (${choice.names.length} of ${all.length})`,
      names: choice.names,
    })),
  ];
  return choices.flatMap((choice) =>
    useAction(
      statement,
      choice.title,
      services.flatMap((prefix) =>
        exactPatterns(catalogue, choice.names.filter(isOf(prefix)), `${prefix}:*`),
      ),
    ),
  );
}

/** For a role trust policy: the action that fits the kind of principal. */
export function nameAssumeAction(statement: Statement): readonly Fix[] {
  const action = assumeActionFor(statement);
  return useAction(statement, `Allow only ${action}`, [action]);
}

/** Turn the statement around: what was left out is denied, and all else is up to other statements. */
export function denyListed(statement: Statement): readonly Fix[] {
  const effect = statement.element('Effect')?.value?.range;
  const key = renamedKey(statement);
  if (!effect || !key) return [];
  const title = 'Deny the listed actions instead of allowing all others';
  return [{ title, keepsAccess: false, edits: [{ range: effect, newText: '"Deny"' }, key] }];
}

function useAction(statement: Statement, title: string, texts: readonly string[]): readonly Fix[] {
  const key = renamedKey(statement);
  const list = replaceList(statement, 'NotAction', texts);
  return key && list && texts.length > 0 ? [{ title, keepsAccess: false, edits: [key, list] }] : [];
}

function renamedKey(statement: Statement): TextEdit | undefined {
  const range = statement.element('NotAction')?.key.range;
  return range && { range, newText: '"Action"' };
}

function assumeActionFor({ principals }: Statement): string {
  const federated = principals
    .filter(({ type }) => type?.text === 'Federated')
    .flatMap(({ values }) => strings(values));
  if (federated.length === 0) return 'sts:AssumeRole';
  return federated.some(({ text }) => text.includes(':saml-provider/'))
    ? 'sts:AssumeRoleWithSAML'
    : 'sts:AssumeRoleWithWebIdentity';
}

import type { TextEdit } from '../base/text-edit.ts';
import { parseArn } from '../iam/arn.ts';
import { addConditions, type ConditionSketch } from '../policy/condition-edit.ts';
import { layoutOf, renderJson } from '../policy/layout.ts';
import { insertLast } from '../policy/list-edit.ts';
import { principalStrings } from '../policy/principal-strings.ts';
import type { Statement } from '../policy/statement.ts';
import { oneOrMany } from '../policy/value.ts';
import type { Fix } from './rule.ts';

/**
 * A statement about all but a few principals, said with `Principal` and a condition in place of `NotPrincipal`: roles
 * and users by `aws:PrincipalArn`, accounts and services by keys of their own. All of these tests hold for a caller who
 * lacks the key. None where somebody cannot be told by such a key.
 */
export function exceptInCondition(statement: Statement): readonly Fix[] {
  const element = statement.element('NotPrincipal');
  const listed = principalStrings(statement).filter((one) => one.element === 'NotPrincipal');
  const written = statement.principals
    .filter((entry) => entry.element === 'NotPrincipal')
    .flatMap(({ type, values }) => oneOrMany(values).map(() => type));
  const named = listed.map(({ type, text }) => nameOf(type, text));
  if (!element?.value || listed.length < written.length || named.includes(undefined)) return [];

  const names = named.flatMap((name) => name ?? []);
  const people = names.filter(({ key }) => key === 'aws:PrincipalArn');
  // The account of a role has to be listed beside it; it is not meant to be spared as a whole.
  const ofPeople = new Set(people.map(({ account }) => account));
  const accounts = names.filter(
    ({ key, account }) => key === 'aws:PrincipalAccount' && !ofPeople.has(account),
  );
  const services = names.filter(({ key }) => key === 'aws:PrincipalServiceName');
  const byArn = sketch(people);
  const byText = { ...sketch(accounts), ...sketch(services) };
  const edit = addBoth(statement, byArn, byText);
  if (!edit) return [];
  const edits = [
    { range: element.key.range, newText: '"Principal"' },
    { range: element.value.range, newText: '"*"' },
    edit,
  ];
  return [{ title: 'Except them in the condition instead', keepsAccess: false, edits }];
}

interface Name {
  readonly key: 'aws:PrincipalArn' | 'aws:PrincipalAccount' | 'aws:PrincipalServiceName';
  readonly value: string;
  readonly account: string;
}

function nameOf(type: string, text: string): Name | undefined {
  if (/[*?"\\]/.test(text)) return undefined;
  if (type === 'Service') return { key: 'aws:PrincipalServiceName', value: text, account: '' };
  if (type !== 'AWS') return undefined;
  if (/^\d{12}$/.test(text)) return { key: 'aws:PrincipalAccount', value: text, account: text };
  const arn = parseArn(text);
  if (arn?.service !== 'iam' || !/^\d{12}$/.test(arn.account)) return undefined;
  const { account, resource } = arn;
  if (resource === 'root') return { key: 'aws:PrincipalAccount', value: account, account };
  return /^(?:role|user)\/./.test(resource) ? { key: 'aws:PrincipalArn', value: text, account } : undefined;
}

function sketch(names: readonly Name[]): ConditionSketch {
  const [first] = names;
  if (!first) return {};
  const values = [...new Set(names.map(({ value }) => value))];
  return { [first.key]: values.length === 1 ? first.value : values };
}

/** Two operators only where there is no condition yet: two edits cannot have one place. */
function addBoth(
  statement: Statement,
  byArn: ConditionSketch,
  byText: ConditionSketch,
): TextEdit | undefined {
  if (isEmpty(byText)) return addConditions(statement, 'ArnNotEquals', byArn);
  if (isEmpty(byArn)) return addConditions(statement, 'StringNotEquals', byText);
  if (statement.element('Condition')) return undefined;
  const condition = renderJson({ ArnNotEquals: byArn, StringNotEquals: byText }, layoutOf(statement), 1);
  return insertLast(statement.text, statement.object, `"Condition": ${condition}`);
}

const isEmpty = (keys: ConditionSketch): boolean => Object.keys(keys).length === 0;

/** As `exceptInCondition`, where only the author knows whom; the list is lost. */
export function exceptSomebody(statement: Statement): readonly Fix[] {
  const element = statement.element('NotPrincipal');
  const arn = 'arn:aws:iam::${1:111122223333}:role/${2:role-name}';
  const edit = addConditions(statement, 'ArnNotEquals', { 'aws:PrincipalArn': arn });
  if (!element?.value || !edit) return [];
  const edits = [
    { range: element.key.range, newText: '"Principal"' },
    { range: element.value.range, newText: '"*"' },
    edit,
  ];
  return [{ title: 'Except a role in the condition instead', keepsAccess: false, isSnippet: true, edits }];
}

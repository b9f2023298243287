import { addConditions } from '../policy/condition-edit.ts';
import type { Statement } from '../policy/statement.ts';
import type { StringValue } from '../policy/value.ts';
import type { Fix } from './rule.ts';

/** Ways to close a statement that lets in `everyone`: to one organization, or to one account. */
export function limitCallers(statement: Statement, everyone: StringValue): readonly Fix[] {
  const keysForOrganization = { 'aws:PrincipalOrgID': '${1:o-exampleorgid}' };
  const condition = addConditions(statement, 'StringEquals', keysForOrganization);
  const account = '"arn:aws:iam::${1:111122223333}:root"';
  const isTyped = statement.element('Principal')?.value?.kind === 'object';
  const newText = isTyped ? account : `{ "AWS": ${account} }`;
  return [
    ...(condition ? [snippetFix('Limit to one organization', condition)] : []),
    snippetFix('Limit to one account', { range: everyone.range, newText }),
  ];
}

function snippetFix(title: string, edit: Fix['edits'][number]): Fix {
  return { title, keepsAccess: false, isSnippet: true, edits: [edit] };
}

import { type Layout, renderJson } from '../../policy/layout.ts';
import { uniqueSid } from '../../policy/sid.ts';
import type { StatementSketch, Template } from './template.ts';

/** The whole policy in snippet syntax, indented by tabs. */
export function policySnippet({ statements }: Template): string {
  const list = indented(render(statements), '\t\t');
  return `{\n\t"Version": "2012-10-17",\n\t"Statement": [\n\t\t${list}\n\t]\n}\n$0`;
}

/** The statements in snippet syntax, a comma between them; none gets one of the Sids that are `taken`. */
export function statementsSnippet({ statements }: Template, taken: Iterable<string> = []): string {
  const sids = new Set(taken);
  const renamed = statements.map((statement) => {
    const Sid = uniqueSid(statement.Sid, sids);
    sids.add(Sid);
    return { ...statement, Sid };
  });
  return `${render(renamed)}$0`;
}

function render(statements: readonly StatementSketch[]): string {
  return statements.map((statement) => renderJson(statement, LAYOUT, 0)).join(',\n');
}

/** Editors turn a snippet's tabs into the indentation of the file. */
const LAYOUT: Layout = { lineBreak: '\n', unit: '\t' };

function indented(text: string, by: string): string {
  return text.replaceAll('\n', `\n${by}`);
}

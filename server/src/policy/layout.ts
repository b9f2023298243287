import type { Statement } from './statement.ts';

/** How a statement is laid out, so that what a fix inserts looks as if its author had written it. */
export interface Layout {
  /** The line break before the closing brace with its indentation; undefined if all stands on one line. */
  readonly lineBreak: string | undefined;
  /** What each level adds to the indentation. */
  readonly unit: string;
}

export const ON_ONE_LINE: Layout = { lineBreak: undefined, unit: '' };

export function layoutOf({ text, object, members }: Statement): Layout {
  const ofMember = members
    .map(({ range }) => lineBreakBefore(text, range.start))
    .find((found) => found !== undefined);
  if (ofMember === undefined) return ON_ONE_LINE;

  const ofBrace = lineBreakBefore(text, object.range.end - 1);
  if (ofBrace !== undefined && ofMember.startsWith(ofBrace) && ofMember.length > ofBrace.length) {
    return { lineBreak: ofBrace, unit: ofMember.slice(ofBrace.length) };
  }
  const unit = ofMember.endsWith('\t') ? '\t' : '  ';
  return { lineBreak: ofMember.endsWith(unit) ? ofMember.slice(0, -unit.length) : ofMember, unit };
}

/** JSON to write; strings are what shall stand between the quotes, in JSON or snippet syntax. */
export type JsonSketch = string | readonly JsonSketch[] | { readonly [key: string]: JsonSketch };

/** `level` counts the braces around the value: 0 for a statement, 1 for the value of one of its members. */
export function renderJson(sketch: JsonSketch, layout: Layout, level: number): string {
  if (typeof sketch === 'string') return `"${sketch}"`;
  if (isList(sketch)) {
    const items = sketch.map((item) => renderJson(item, layout, level + 1));
    return enclosed(items, ['[', ']'], items.length > 1 ? layout : ON_ONE_LINE, level);
  }
  const members = Object.entries(sketch).map(([key, value]) => [key, renderJson(value, layout, level + 1)]);
  return renderMembers(Object.fromEntries(members), layout, level);
}

/** An object whose values are JSON texts already. */
export function renderMembers(
  members: Readonly<Record<string, string>>,
  layout: Layout,
  level: number,
): string {
  const entries = Object.entries(members).map(([key, text]) => `"${key}": ${text}`);
  return enclosed(entries, ['{', '}'], layout, level);
}

function isList(sketch: JsonSketch): sketch is readonly JsonSketch[] {
  return Array.isArray(sketch);
}

function enclosed(
  entries: readonly string[],
  [open, close]: readonly [string, string],
  { lineBreak, unit }: Layout,
  level: number,
): string {
  if (lineBreak === undefined) {
    const inner = entries.join(', ');
    return open === '{' ? `{ ${inner} }` : `[${inner}]`;
  }
  const inside = lineBreak + unit.repeat(level + 1);
  return `${open}${inside}${entries.join(`,${inside}`)}${lineBreak}${unit.repeat(level)}${close}`;
}

/** The last line break before the offset with the indentation behind it, if nothing else stands between. */
function lineBreakBefore(text: string, offset: number): string | undefined {
  let start = offset;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  if (text[start - 1] !== '\n') return undefined;
  return text.slice(text[start - 2] === '\r' ? start - 2 : start - 1, offset);
}

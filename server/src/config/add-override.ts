import { applyEdits, type TextEdit } from '../base/text-edit.ts';
import type { TextRange } from '../base/text-range.ts';
import { insertLast } from '../policy/list-edit.ts';
import { parseJson, toValue } from '../policy/parse-json.ts';
import { member, type Value } from '../policy/value.ts';

/** Silence for one rule, as narrow as it can be said. */
export interface NewOverride {
  /** Relative to the configuration. */
  readonly file: string;
  /** A Sid or `#0`; undefined for the whole file. */
  readonly statement: string | undefined;
  readonly ruleId: string;
}

export interface OverrideEdit {
  readonly edits: readonly TextEdit[];
  /** Between the quotes of the reason, where somebody has to write now; counts in the new text. */
  readonly reason: TextRange;
  readonly newText: string;
}

/** Write an override without a reason into a configuration, a new one if `text` is undefined. */
export function addOverride(text: string | undefined, override: NewOverride): OverrideEdit | undefined {
  const edits = text === undefined ? newConfig(override) : intoConfig(text, override);
  if (!edits) return undefined;
  const newText = applyEdits(text ?? '', edits);
  const reason = reasonOfLast(newText);
  return reason && { edits, reason, newText };
}

function newConfig(override: NewOverride): readonly TextEdit[] {
  const newText = `${whole(override, USUAL_LAYOUT)}\n`;
  return [{ range: { start: 0, end: 0 }, newText }];
}

function intoConfig(text: string, override: NewOverride): readonly TextEdit[] | undefined {
  const { root, problems } = parseJson(text, 'allowed');
  const value = root && toValue(root, text);
  if (value?.kind !== 'object' || problems.length > 0) return undefined;
  const layout = layoutOf(text);
  const entry = member(value, 'overrides');
  if (!entry) {
    const last = value.members.at(-1);
    if (!last) return [{ range: value.range, newText: whole(override, layout) }];
    const list = listMember(override, layout, indentationAt(text, last.range.start));
    return [insertLast(text, value, list)];
  }
  const list = entry.value;
  if (list?.kind !== 'array') return undefined;
  const last = list.items.at(-1);
  if (last) return [insertLast(text, list, written(override, layout, indentationAt(text, last.range.start)))];
  return [{ range: list.range, newText: listOf(override, layout, indentationAt(text, list.range.start)) }];
}

function whole(override: NewOverride, layout: Layout): string {
  const { unit, eol } = layout;
  return `{${eol}${unit}${listMember(override, layout, unit)}${eol}}`;
}

function listMember(override: NewOverride, layout: Layout, indentation: string): string {
  return `"overrides": ${listOf(override, layout, indentation)}`;
}

function listOf(override: NewOverride, layout: Layout, indentation: string): string {
  const { unit, eol } = layout;
  const inner = indentation + unit;
  return `[${eol}${inner}${written(override, layout, inner)}${eol}${indentation}]`;
}

/** `indentation` is that of the line which the object begins on. */
function written(
  { file, statement, ruleId }: NewOverride,
  { unit, eol }: Layout,
  indentation: string,
): string {
  const members = [
    `"files": [${JSON.stringify(escapedGlob(file))}]`,
    ...(statement === undefined ? [] : [`"statements": [${JSON.stringify(statement)}]`]),
    `"rules": { "${ruleId}": "off" }`,
    '"reason": ""',
  ];
  const separator = eol + indentation;
  return `{${separator}${unit}${members.join(`,${separator}${unit}`)}${separator}}`;
}

/** A leading slash keeps a name without folder from matching in every folder. */
function escapedGlob(file: string): string {
  const plain = file.replace(/[*?[\]{}()!+@\\|]/g, '\\$&');
  return plain.includes('/') ? plain : `/${plain}`;
}

interface Layout {
  /** What each level adds to the indentation. */
  readonly unit: string;
  readonly eol: string;
}

const USUAL_LAYOUT: Layout = { unit: '  ', eol: '\n' };

function layoutOf(text: string): Layout {
  const unit = /^([ \t]+)\S/m.exec(text)?.[1] ?? USUAL_LAYOUT.unit;
  return { unit, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** The white space that begins the line of an offset. */
function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

function reasonOfLast(text: string): TextRange | undefined {
  const { root } = parseJson(text, 'allowed');
  const list: Value | undefined = root && member(toValue(root, text), 'overrides')?.value;
  const last = list?.kind === 'array' ? list.items.at(-1) : undefined;
  const range = member(last, 'reason')?.value?.range;
  return range && { start: range.start + 1, end: range.end - 1 };
}

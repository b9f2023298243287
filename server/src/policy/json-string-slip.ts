import type { TextEdit } from '../base/text-edit.ts';
import type { TextRange } from '../base/text-range.ts';
import { clipped, insertion, type JsonSlip, jsonSlip, repairBy } from './json-slip.ts';

type Report = (slip: JsonSlip) => void;

/** The end of the string that begins with a double quote at `start`; what is wrong with it is reported. */
export function stringIn(text: string, start: number, isKey: boolean, report: Report): number {
  const plain = plainEnd(text, start);
  if (plain !== undefined) return plain;
  const closing = closingQuote(text, start, isKey);
  const { end } = closing;
  if (closing.kind === 'missing') {
    const isOther = isOtherQuote(text[end - 1]) && end - 1 > start;
    const edit = isOther ? { range: { start: end - 1, end }, newText: '"' } : insertion(end, '"');
    const title = isOther ? 'Change to a straight double quote' : 'Insert a double quote';
    report(jsonSlip('This string has no closing double quote.', { start, end }, repairBy(title, edit)));
  } else if (closing.inner.length > 0) {
    const edits = closing.inner.map((at) => insertion(at, '\\'));
    const message = 'A double quote inside a string must be written \\".';
    report(jsonSlip(message, { start, end }, repairBy('Escape the inner quotes', ...edits)));
  } else if (closing.lineBreak) {
    const range = { start, end: closing.lineBreak.start };
    const repair = repairBy('Join the lines', { range: closing.lineBreak, newText: '' });
    report(jsonSlip('No string goes on in the next line.', range, repair));
    return end;
  }
  const contentEnd = closing.kind === 'missing' ? end : end - 1;
  reportFlaws(text, { start: start + 1, end: contentEnd }, report);
  return end;
}

/** The end of a string as nearly all are: no escapes, closed on its line, and followed by what follows a string. */
function plainEnd(text: string, start: number): number | undefined {
  for (let i = start + 1; ; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) return endsHere(text, i) ? i + 1 : undefined;
    if (!(code >= 0x20) || code === BACKSLASH) return undefined;
  }
}

const QUOTE = 34;

/** The end of the string in single, curly or other quotes at `start`, which is reported. */
export function quotedOtherwise(text: string, start: number, isKey: boolean, report: Report): number {
  const closers = CLOSERS.find((family) => family.includes(text[start] as string)) ?? '';
  const stop = lineEnd(text, start);
  let close: number | undefined;
  for (let i = start + 1; i < stop && close === undefined; i++) {
    if (text[i] === '\\') i++;
    else if (closers.includes(text[i] as string) && endsHere(text, i)) close = i;
  }
  const end = close === undefined ? unclosedEnd(text, start, isKey) : close + 1;
  const range = { start, end };
  const newText = asJsonString(text.slice(start + 1, close ?? end));
  const message = `The string ${clipped(text.slice(start, end))} must stand in straight double quotes.`;
  const repair = repairBy('Change to double quotes', { range, newText });
  report({ ...jsonSlip(message, range, repair), isOtherwiseQuoted: true });
  return end;
}

export function isOtherQuote(char: string | undefined): boolean {
  return char !== undefined && CLOSERS.some((family) => family.includes(char));
}

export function lineEnd(text: string, offset: number): number {
  const match = /[\r\n]/g;
  match.lastIndex = offset;
  return match.exec(text)?.index ?? text.length;
}

/** Quotes that are no JSON quotes; one of a family closes what another one opens. */
const CLOSERS: readonly string[] = ["'‘’‚‛′`´", '“”„‟«»″'];

type Closing =
  | {
      readonly kind: 'found';
      readonly end: number;
      readonly inner: readonly number[];
      readonly lineBreak?: TextRange;
    }
  | { readonly kind: 'missing'; readonly end: number };

function closingQuote(text: string, start: number, isKey: boolean): Closing {
  const inner: number[] = [];
  const stop = lineEnd(text, start);
  for (let i = start + 1; i < stop; i++) {
    if (text[i] === '\\') {
      i++;
      continue;
    }
    if (text[i] !== '"') continue;
    if (endsHere(text, i)) return { kind: 'found', end: i + 1, inner };

    // `"s3:Get, "s3:Put"`: this quote opens the next string.
    const before = text.slice(start + 1, i);
    const isBehindColon =
      before.endsWith(':') && isInside(text, i, stop, isKey) && (!isKey || isName(text, i));
    if (inner.length === 0 && !isBehindColon && /[,:{[]\s*$/.test(before)) {
      return { kind: 'missing', end: start + 1 + contentLength(before) };
    }
    if (!isInside(text, i, stop, isKey)) return { kind: 'found', end: i + 1, inner };
    inner.push(i);
  }
  const lineBreak = inner.length === 0 ? lineBreakWithin(text, stop) : undefined;
  if (lineBreak) return { kind: 'found', end: text.indexOf('"', lineBreak.end) + 1, inner, lineBreak };
  return { kind: 'missing', end: unclosedEnd(text, start, isKey) };
}

/** The end of a line and the indentation of the next one, where that begins with the rest of a string. */
function lineBreakWithin(text: string, stop: number): TextRange | undefined {
  const gap = /(?:\r\n|\n|\r)[ \t]*/y;
  gap.lastIndex = stop;
  if (!gap.test(text)) return undefined;
  const range = { start: stop, end: gap.lastIndex };
  const rest = text.slice(range.end, lineEnd(text, range.end));
  const quote = rest.indexOf('"');
  const isRest =
    quote > 0 && /^(?![\s"{}[\],#]|:[\s"]|\/[/*])/.test(rest) && (rest.match(/"/g)?.length ?? 0) % 2 === 1;
  return isRest && endsHere(text, range.end + quote) ? range : undefined;
}

/** What follows the quote is what follows a string. */
function endsHere(text: string, quote: number): boolean {
  let next = quote + 1;
  while (text[next] === ' ' || text[next] === '\t') next++;
  const char = text[next];
  return char === undefined || char === ',' || char === ':' || /[,:;=}\]"{[\r\n/#\u007f-\uffff]/.test(char);
}

/** Another quote of the same words ends the string. */
function isInside(text: string, quote: number, stop: number, isKey: boolean): boolean {
  for (let i = quote + 1; i < stop; i++) {
    const char = text[i] as string;
    const variable = char === '$' ? /^\$\{[^"{}]*\}/.exec(text.slice(i, stop))?.[0].length : undefined;
    if (variable) i += variable - 1;
    if (',{}[]'.includes(char)) return false;
    // The colons of an ARN or a name have no blank behind them.
    if (char === ':' && !/[\w*$/.:-]/.test(text[i + 1] ?? '')) return false;
    if (char === '"' && endsHere(text, i)) return isKey || !/^[ \t]*:/.test(text.slice(i + 1, i + 50));
  }
  return false;
}

/** What stands between this quote and the next one before a colon can be the rest of a key. */
function isName(text: string, quote: number): boolean {
  return /^"[\w:/.-]+"\s*:/.test(text.slice(quote, quote + 300));
}

/** Where a string without a closing quote most likely ends: before the commas and brackets at the end of its line. */
function unclosedEnd(text: string, start: number, isKey: boolean): number {
  const content = text.slice(start + 1, lineEnd(text, start));
  for (let i = 0; i < content.length; i++) {
    if (isOtherQuote(content[i]) && /^[ \t]*(?:[,:}\]]|$)/.test(content.slice(i + 1, i + 50))) {
      return start + i + 2;
    }
    if (isKey && content[i] === ':' && /^(?:\s|$)/.test(content.slice(i + 1, i + 2))) return start + i + 1;
  }
  return start + 1 + contentLength(content);
}

/** Without the commas, colons and brackets at the end, but with the brace that ends a policy variable. */
function contentLength(content: string): number {
  let length = content.length;
  while (length > 0 && /[\s,:[\]{}]/.test(content[length - 1] as string)) length--;
  const variable = content.lastIndexOf('${', length);
  const brace = variable < 0 ? -1 : content.indexOf('}', variable);
  return brace >= length ? brace + 1 : length;
}

/** Escapes that JSON does not know and control characters, all of one string in one slip. */
function reportFlaws(text: string, { start, end }: TextRange, report: Report): void {
  const edits: TextEdit[] = [];
  let first: { readonly message: string; readonly title: string; readonly range: TextRange } | undefined;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) {
      const known = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(i, Math.min(i + 6, end)))?.[0];
      if (known) {
        i += known.length - 1;
        continue;
      }
      edits.push(insertion(i, '\\'));
      const range = { start: i, end: Math.min(i + 2, end) };
      const message = `JSON knows no escape "${text.slice(i, range.end)}".`;
      first ??= { message, title: 'Escape the backslash', range };
    } else if (code < 0x20) {
      const range = { start: i, end: i + 1 };
      edits.push({ range, newText: JSON.stringify(text[i]).slice(1, -1) });
      const name = code === 9 ? 'tab' : 'control character';
      first ??= { message: `A ${name} must be escaped in a string.`, title: `Escape the ${name}`, range };
    }
  }
  if (first) report(jsonSlip(first.message, first.range, repairBy(first.title, ...edits)));
}

const BACKSLASH = 92;

/** What stands between other quotes, as a JSON string; escapes that JSON knows keep their meaning. */
export function asJsonString(content: string): string {
  const body = content.replace(/\\'/g, "'").replace(/(\\.)|"/g, (_, escaped?: string) => escaped ?? '\\"');
  try {
    return JSON.stringify(JSON.parse(`"${body}"`));
  } catch {
    return JSON.stringify(content);
  }
}

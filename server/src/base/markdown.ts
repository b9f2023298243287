/** Longer texts are cut: a hover is no place to read them. Characters. */
const MAX_CODE = 120;
const MAX_PROSE = 400;

/**
 * Foreign text as a code span: shown as it is, never interpreted, on one line. Characters that would hide or reorder
 * text show as `�`; what is longer than 120 characters ends in `…`.
 */
export function codeSpan(text: string): string {
  const shown = shorten(text, MAX_CODE).replace(INVISIBLE, '\ufffd');
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = shown === '' || /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** Controls, line and paragraph separators, and the marks that reorder or hide text. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

function shorten(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max).replace(/[\ud800-\udbff]$/, '')}…`;
}

/**
 * Prose that is not ours, on one line, with every character that Markdown or HTML would interpret escaped, those that
 * make a bare address a link included. What is longer than 400 characters ends in `…`.
 */
export function escapeMarkdown(text: string): string {
  const line = shorten(text, MAX_PROSE).replace(/\s+/g, ' ').replace(INVISIBLE, '\ufffd');
  return line.replace(/[\\`*_[\]<>|~&#@]|:(?=\/\/)|(?<=www)\./gi, '\\$&');
}

/** A link whose address cannot end early. */
export function markdownLink(label: string, address: string): string {
  return `[${escapeMarkdown(label)}](${address.replace(/[()<>\s\\]/g, percentEncoded)})`;
}

/** `encodeURIComponent` leaves parentheses as they are. */
function percentEncoded(char: string): string {
  return `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** `21,788` */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `a, b, c and 4 more`: at most `max` of the items; `total` counts those that are not in the list, too. */
export function firstOf(items: readonly string[], max: number, total: number = items.length): string {
  const shown = items.slice(0, max);
  const more = total - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${grouped(more)} more` : ''}`;
}

/** Longer texts of a user are cut: a hover is no place to read them. Characters. */
const MAX_CODE = 120;

/**
 * Foreign text as a code span: shown as it is, never interpreted, on one line. Characters that would hide or reorder
 * text show as `�`; what is longer than 120 characters ends in `…`.
 */
export function codeSpan(text: string): string {
  const shown = shorten(text.replace(INVISIBLE, '\ufffd'));
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = shown === '' || /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** Controls, line and paragraph separators, and the marks that reorder or hide text. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

function shorten(text: string): string {
  return text.length <= MAX_CODE ? text : `${text.slice(0, MAX_CODE).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Prose that is not ours, on one line, with every character that Markdown or HTML would interpret escaped. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~&#]/g, '\\$&');
}

/** A link whose address cannot end early. */
export function markdownLink(label: string, address: string): string {
  return `[${escapeMarkdown(label)}](${address.replace(/[()<>\s\\]/g, percentEncoded)})`;
}

/** `encodeURIComponent` leaves parentheses as they are. */
function percentEncoded(char: string): string {
  return `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** `a, b, c and 4 more`: at most `max` of the items; `total` counts those that are not in the list, too. */
export function firstOf(items: readonly string[], max: number, total: number = items.length): string {
  const shown = items.slice(0, max).join(', ');
  return total > max ? `${shown} and ${total - max} more` : shown;
}

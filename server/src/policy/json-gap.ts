/** What lies between two JSON tokens. */
export interface JsonGap {
  readonly start: number;
  readonly end: number;
  readonly hasComment: boolean;
}

/**
 * Visit the white space and comments between the tokens of a JSON text, in order; neighbours are one gap. A string that
 * is not closed ends with its line. One pass, made for texts of megabytes.
 */
export function eachGap(text: string, visit: (gap: JsonGap) => void): void {
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = stringEnd(text, at);
    } else if (code === SLASH || isWhiteSpace(code)) {
      const start = at;
      let hasComment = false;
      for (let end = gapPartEnd(text, at); end > at; end = gapPartEnd(text, at)) {
        hasComment ||= text.charCodeAt(at) === SLASH;
        at = end;
      }
      if (at > start) visit({ start, end: at, hasComment });
      else at++;
    } else {
      at++;
    }
  }
}

const QUOTE = 0x22;
const SLASH = 0x2f;
const STAR = 0x2a;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** Behind the white space or the comment that begins here; the offset itself where neither does. */
function gapPartEnd(text: string, start: number): number {
  if (text.charCodeAt(start) === SLASH) return commentEnd(text, start);
  let at = start;
  while (at < text.length && isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}

function commentEnd(text: string, start: number): number {
  const next = text.charCodeAt(start + 1);
  if (next === STAR) {
    const close = text.indexOf('*/', start + 2);
    return close < 0 ? text.length : close + 2;
  }
  if (next !== SLASH) return start;
  let at = start;
  while (at < text.length && text.charCodeAt(at) !== LINE_FEED && text.charCodeAt(at) !== RETURN) at++;
  return at;
}

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === LINE_FEED || code === RETURN) return at;
    if (code === BACKSLASH) at++;
  }
  return text.length;
}

/** Of ASCII what JSON calls so, and what people paste with it. */
function isWhiteSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return /\s/.test(String.fromCharCode(code));
}

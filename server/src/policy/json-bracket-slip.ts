import type { TextEdit } from '../base/text-edit.ts';
import { closerOnItsLine } from './bracket-scanner.ts';
import { deletion, insertion, type JsonSlip, jsonSlip, repairBy } from './json-slip.ts';
import type { JsonToken } from './json-token.ts';
import { named } from './json-token.ts';
import { closerOf, drop, type Frame, goOn, leave, type Next, take, type Walk } from './json-walk.ts';

/**
 * A closing bracket of the wrong kind: the right one is missing before it, or it was mistyped, or it is one too many.
 * What fits the brackets behind it is the first guess.
 */
export function closeWrongly(walk: Walk): Next {
  const { token, text, frames, report } = walk;
  const wanted = closerOf(frames.at(-1));
  const outer = frames.slice(0, -1);
  const closesAnother = frames.some((frame) => closerOf(frame) === token.text);
  const fitsInserted = closesAnother && fits(outer, text, token.range.start);
  const fitsReplaced = fits(outer, text, token.range.end);
  const fitsDropped = fits(frames, text, token.range.end);
  if (!fitsInserted && !fitsReplaced && (fitsDropped || !closesAnother)) return drop(walk);

  if (fitsReplaced && !fitsInserted) {
    const edit = { range: token.range, newText: wanted };
    const message = `JSON has "${wanted}" here, not ${named(token)}.`;
    report(jsonSlip(message, token.range, repairBy(`Change to "${wanted}"`, edit)));
    leave(walk);
    return take(walk, 'separator');
  }
  report(
    unclosed(walk, insertion(walk.end, closerOnItsLine(walk.text, walk.frames.at(-1) as Frame, walk.end))),
  );
  leave(walk);
  return goOn(walk, 'separator');
}

/** The text ends too early: what is open is closed where the last token ends. */
export function closeAll(walk: Walk): Next {
  const { frames, comma, end, report } = walk;
  const { text, range } = frames.at(-1) as Frame;
  let closing = '';
  let symbols = '';
  while (frames.length > 0) {
    closing += closerOnItsLine(walk.text, walk.frames.at(-1) as Frame, walk.end);
    symbols += closerOf(frames.at(-1));
    frames.pop();
  }
  const edits = [...(comma ? [deletion(comma.range)] : []), insertion(end, closing)];
  report(jsonSlip(`This "${text}" is not closed.`, range, repairBy(`Close with "${symbols}"`, ...edits)));
  return 'nothing';
}

/** An object begins where the list around the current object goes on. */
export function closeBeforeObject(walk: Walk): Next {
  const { comma, end } = walk;
  const closing = closerOnItsLine(walk.text, walk.frames.at(-1) as Frame, walk.end);
  walk.report(unclosed(walk, comma ? insertion(comma.range.start, closing) : insertion(end, `${closing},`)));
  leave(walk);
  return goOn(walk, 'value');
}

/** A key in a list: the list is not closed before it, or an object not opened. */
export function keyInList(walk: Walk): Next {
  const { last, frames, text, report } = walk;
  const list = frames.at(-1) as Frame;
  if (last?.token.kind !== 'string') {
    report(jsonSlip('A list has no keys; only an object in braces has.', walk.token.range));
    walk.key = walk.token;
    return take(walk, 'value');
  }
  const follows = last.comma && text.slice(list.range.end, last.comma.range.start).trimEnd();
  walk.key = last.token;
  if (follows && !follows.endsWith('}') && frames.at(-2)?.text === '{') {
    report(unclosed(walk, insertion((last.comma as JsonToken).range.start, closerOf(list))));
    leave(walk);
    return take(walk, 'value');
  }
  report(unopened('{', last.token));
  frames.push({ text: '{', range: last.token.range });
  return take(walk, 'value');
}

/** In an object, `"Action": "a", "b"]`: a list that is not opened. The token is the string behind the comma. */
export function opensListBefore(walk: Walk): boolean {
  const { last, comma, token, text, frames, report } = walk;
  if (token.kind !== 'string' || !comma || last?.token.kind !== 'string') return false;
  const more = /\s*,\s*"[^"\n]*"(?!\s*:)/y;
  let end = token.range.end;
  for (more.lastIndex = end; more.test(text); more.lastIndex = end) end = more.lastIndex;
  if (!/^\s*\]/.test(text.slice(end, end + 200))) return false;

  report(unopened('[', last.token));
  frames.push({ text: '[', range: last.token.range });
  return true;
}

function unopened(bracket: string, token: JsonToken): JsonSlip {
  const repair = repairBy(`Insert "${bracket}"`, insertion(token.range.start, bracket));
  return jsonSlip(`A "${bracket}" is missing before ${named(token)}.`, token.range, repair);
}

function unclosed({ frames }: Walk, edit: TextEdit): JsonSlip {
  const frame = frames.at(-1) as Frame;
  const repair = repairBy(`Close with "${closerOf(frame)}"`, edit);
  return jsonSlip(`This "${frame.text}" is not closed.`, frame.range, repair);
}

/** Whether the text from the offset on closes these frames in their order and then goes on as the rest demands. */
function fits(frames: readonly Frame[], text: string, offset: number): boolean {
  let depth = frames.length;
  const closing = /\s*[\]}]/y;
  let at = offset;
  for (closing.lastIndex = at; closing.test(text); closing.lastIndex = at) {
    at = closing.lastIndex;
    if (depth === 0 || closerOf(frames[depth - 1]) !== text[at - 1]) return false;
    depth--;
  }
  const rest = text.slice(at, at + 300);
  const frame = frames[depth - 1]?.text;
  if (rest.trim() === '') return depth === 0;
  if (/^\s*,\s*"[^"\n]*"\s*:/.test(rest)) return frame === '{';
  return /^\s*,\s*[{["]/.test(rest) ? frame === '[' : true;
}

import { ownProperty } from '../base/own-property.ts';
import { applyEdits } from '../base/text-edit.ts';
import { type BracketRepair, bracketRepair } from './bracket-repair.ts';
import { repairingScanner } from './bracket-scanner.ts';
import {
  closeAll,
  closeBeforeObject,
  closeWrongly,
  keyInList,
  opensListBefore,
} from './json-bracket-slip.ts';
import { clipped, deletion, insertion, type JsonSlip, jsonSlip, perhaps, repairBy } from './json-slip.ts';
import { type JsonExpectation, type JsonToken, jsonScanner, named } from './json-token.ts';
import {
  charAfter,
  closerOf,
  drop,
  enter,
  entryOf,
  goOn,
  isOpening,
  isText,
  leave,
  type Next,
  take,
  type Walk,
} from './json-walk.ts';
import { parseJson } from './parse-json.ts';

/** More are of no use: the text is no JSON at all. */
const MAX_SLIPS = 100;

/** Strings in other quotes are one habit, however many they are; so that no text takes long, there is an end, too. */
const MAX_OTHERWISE_QUOTED = 1000;

/**
 * The mistakes of a text that is no JSON, each once: what follows from one is not reported again, because reading
 * goes on as if it were repaired. Nearly always all repairs together make the text valid.
 *
 * Undefined for a text with template markers outside its strings (`{{ … }}`, `${…}`): it becomes JSON later.
 */
export function findJsonSlips(
  text: string,
  comments: 'allowed' | 'refused',
): readonly JsonSlip[] | undefined {
  if (last?.text !== text || last.comments !== comments) {
    const repair = bracketRepair(text, comments);
    const found = repair && slipsIn(text, comments, repair);
    const slips = found && isRepairedBy(text, found) ? found : slipsIn(text, comments);
    last = { text, comments, slips };
  }
  return last.slips;
}

/** The same text is asked about to read it as it is meant, and to report what is wrong with it. */
let last:
  | {
      readonly text: string;
      readonly comments: 'allowed' | 'refused';
      readonly slips: readonly JsonSlip[] | undefined;
    }
  | undefined;

/** With one bracket repaired beforehand, if it is known. */
function slipsIn(
  text: string,
  comments: 'allowed' | 'refused',
  repair?: BracketRepair,
): readonly JsonSlip[] | undefined {
  const slips: JsonSlip[] = [];
  let quoted = 0;
  const report = (slip: JsonSlip): void => {
    slips.push(slip);
    if (slip.isOtherwiseQuoted) quoted++;
  };
  const isHopeless = (): boolean => slips.length - quoted >= MAX_SLIPS || quoted >= MAX_OTHERWISE_QUOTED;
  const plain = jsonScanner(text, comments, report);
  const scanner = repair ? repairingScanner(plain, text, repair, report) : plain;
  const walk: Walk = {
    text,
    scanner,
    report,
    frames: [],
    expected: 'value',
    token: scanner.next(0, 'value'),
    end: 0,
    comma: undefined,
    key: undefined,
    last: undefined,
  };
  while (walk.expected !== 'nothing' && !isHopeless()) {
    if (walk.token.kind === 'template') return undefined;
    walk.expected = STEPS[walk.expected](walk);
  }
  return slips;
}

/** Whether all repairs together lead to JSON. */
function isRepairedBy(text: string, slips: readonly JsonSlip[]): boolean {
  if (slips.some(({ repair }) => !repair)) return false;
  const edits = slips.flatMap(({ repair }) => repair?.edits ?? []);
  return parseJson(applyEdits(text, edits), 'allowed').problems.length === 0;
}

const STEPS: Readonly<Record<JsonExpectation, (walk: Walk) => Next>> = {
  value: takeValue,
  key: takeKey,
  colon: takeColon,
  separator: takeSeparator,
};

function takeValue(walk: Walk): Next {
  const { token, key, comma } = walk;
  const beforeDocument = walk.frames.length === 0 ? skipToDocument(walk) : undefined;
  if (beforeDocument) return beforeDocument;
  if (isOpening(token)) return enter(walk);
  if (token.kind === 'word' && isBeforeValue(walk)) return drop(walk);
  if (isText(token)) {
    if (token.kind === 'word') reportUnquoted(walk);
    walk.last = { token, comma };
    walk.key = undefined;
    walk.comma = undefined;
    return take(walk, 'separator');
  }
  if (key && token.text !== ':') return missingValue(walk, key, walk.end, ' ""');
  if (token.text === ',' || token.text === ':') return drop(walk);
  if (comma && token.kind !== 'end') reportTrailingComma(walk);
  return goOn(walk, 'separator');
}

function takeKey(walk: Walk): Next {
  const { token, comma } = walk;
  const isWord = token.kind === 'word' || token.kind === 'literal';
  if (isWord && !':=,}'.includes(charAfter(walk, token.range))) return drop(walk);
  if (opensListBefore(walk)) return goOn(walk, 'value');
  if (isText(token)) {
    if (isWord) reportUnquoted(walk);
    walk.key = token;
    walk.comma = undefined;
    return take(walk, 'colon');
  }
  if (token.text === '{' && comma && walk.frames.at(-2)?.text === '[') return closeBeforeObject(walk);
  if (isOpening(token) || token.text === ',') return drop(walk);
  if (token.text === ':') {
    if (charAfter(walk, token.range) === '"') return drop(walk);
    walk.report(jsonSlip('A key in double quotes is missing before this colon.', token.range));
    walk.key = token;
    return take(walk, 'value');
  }
  if (comma && token.kind !== 'end') reportTrailingComma(walk);
  return goOn(walk, 'separator');
}

function takeColon(walk: Walk): Next {
  const { token } = walk;
  const key = walk.key as JsonToken;
  if (token.text === ':') return take(walk, 'value');
  if (token.kind === 'word' && charAfter(walk, token.range) === ':') return drop(walk);
  if (token.kind === 'word' && (token.text.startsWith('=') || isBeforeValue(walk))) {
    reportReplaced(walk, ':');
    return take(walk, 'value');
  }
  if (!isText(token) && !isOpening(token)) return missingValue(walk, key, key.range.end, ': ""');

  const repair = repairBy('Insert a colon', insertion(key.range.end, ':'));
  walk.report(jsonSlip(`A colon is missing after ${named(key)}.`, key.range, repair));
  return goOn(walk, 'value');
}

function takeSeparator(walk: Walk): Next {
  const { token } = walk;
  const frame = walk.frames.at(-1);
  if (!frame) return takeEnd(walk);
  if (token.kind === 'end') return closeAll(walk);
  if (token.text === ',') {
    walk.comma = token;
    return take(walk, entryOf(frame));
  }
  if (token.text === closerOf(frame)) {
    leave(walk);
    return take(walk, 'separator');
  }
  if (token.text === ':') return misplacedColon(walk);
  if (token.kind === 'punctuation' && !isOpening(token)) return closeWrongly(walk);
  if (isStray(walk)) return takeStrayWord(walk);
  if (frame.text === '{' && isOpening(token)) {
    return token.text === '{' && walk.frames.at(-2)?.text === '[' ? closeBeforeObject(walk) : drop(walk);
  }
  const repair = repairBy('Insert a comma', insertion(walk.end, ','));
  walk.report(jsonSlip(`A comma is missing before ${named(token)}.`, token.range, repair));
  return goOn(walk, entryOf(frame));
}

/** Before the root: an empty text, or words that introduce the JSON. Undefined where the root begins. */
function skipToDocument(walk: Walk): Next | undefined {
  const { token, text, report, scanner } = walk;
  const { start } = token.range;
  if (token.kind === 'end') {
    report(jsonSlip('The text is empty; a policy is expected.', { start: 0, end: text.length }));
    return 'nothing';
  }
  if (isOpening(token) || token.kind === 'string' || token.kind === 'literal') return undefined;

  const brace = text.indexOf('{', start);
  if (brace < 0) {
    report(jsonSlip(`JSON cannot begin with ${named(token)}.`, token.range));
    return 'nothing';
  }
  const repair = repairBy('Delete what stands before the policy', deletion({ start, end: brace }));
  report(jsonSlip('Nothing may stand before the policy.', token.range, perhaps(repair)));
  walk.token = scanner.next(brace, 'value');
  return 'value';
}

/** Behind the root. */
function takeEnd({ token, text, report }: Walk): Next {
  if (token.kind === 'end') return 'nothing';
  const { start } = token.range;
  const rest = text.slice(start);
  const message = 'The JSON value has ended; nothing may follow it.';
  if (/^[\s,;\]}]*$/.test(rest)) {
    const range = { start, end: start + rest.trimEnd().length };
    report(jsonSlip(message, range, repairBy(`Delete "${clipped(rest)}"`, deletion(range))));
  } else {
    report(jsonSlip(message, token.range));
  }
  return 'nothing';
}

function misplacedColon(walk: Walk): Next {
  if (walk.frames.at(-1)?.text === '[') return keyInList(walk);
  if (':,}'.includes(charAfter(walk, walk.token.range))) return drop(walk);
  walk.report(jsonSlip('A comma is expected here, not a colon.', walk.token.range));
  walk.key = walk.token;
  return take(walk, 'value');
}

/** A word that can be no entry whose comma is missing: one starts a line, and a key has its colon. */
function isStray(walk: Walk): boolean {
  const { text, end, token, frames } = walk;
  const isInList = frames.at(-1)?.text === '[';
  const hasColon = ':='.includes(charAfter(walk, token.range) || ' ');
  if (token.kind === 'literal') return !isInList && !hasColon;
  if (token.kind !== 'word') return false;
  const startsLine = text.slice(end, token.range.start).includes('\n');
  return !(startsLine && /[\w'\u2019\u201d]/.test(token.text) && (isInList || hasColon));
}

function takeStrayWord(walk: Walk): Next {
  const { token, text } = walk;
  if (token.text === ';') {
    if (/[}\]]/.test(charAfter(walk, token.range))) return drop(walk);
    reportReplaced(walk, ',');
    walk.comma = token;
    return take(walk, entryOf(walk.frames.at(-1)));
  }
  const { start } = token.range;
  const length = /[,\]}\r\n]/.exec(text.slice(start))?.index ?? text.length - start;
  const stray = text.slice(start, start + length).trimEnd();
  const range = { start, end: start + stray.length };
  const repair = repairBy(`Delete "${clipped(stray)}"`, deletion(range));
  walk.report(jsonSlip('A comma or a closing bracket is expected here.', range, perhaps(repair)));
  walk.token = walk.scanner.next(range.end, 'separator');
  return 'separator';
}

/** A word with a proper value right behind it, which is not the key of the next entry. */
function isBeforeValue(walk: Walk): boolean {
  const { text, token } = walk;
  const { end } = token.range;
  const rest = text.slice(end, end + 300);
  return /^[ \t]*[{["]/.test(rest) && !/^[ \t]*"[^"\n]*"\s*:/.test(rest);
}

function reportUnquoted(walk: Walk): void {
  const { token, expected, report } = walk;
  const literal = expected === 'value' ? ownProperty(LITERALS, token.text) : undefined;
  const message = `The text ${named(token)} must be written in double quotes.`;
  const edit = { range: token.range, newText: JSON.stringify(token.text) };
  if (literal) reportReplaced(walk, literal);
  else report(jsonSlip(message, token.range, repairBy('Put it in double quotes', edit)));
}

/** How Python and JavaScript write what JSON knows too. */
const LITERALS: Readonly<Record<string, string>> = {
  True: 'true',
  TRUE: 'true',
  False: 'false',
  FALSE: 'false',
  None: 'null',
  undefined: 'null',
};

function reportReplaced({ token, report }: Walk, newText: string): void {
  const repair = repairBy(`Change to "${newText}"`, { range: token.range, newText });
  report(jsonSlip(`JSON has "${newText}" here, not ${named(token)}.`, token.range, repair));
}

function reportTrailingComma(walk: Walk): void {
  const { range } = walk.comma as JsonToken;
  const message = `The comma before ${named(walk.token)} is one too many.`;
  walk.report(jsonSlip(message, range, repairBy('Delete the comma', deletion(range))));
  walk.comma = undefined;
}

function missingValue(walk: Walk, key: JsonToken, at: number, newText: string): Next {
  const message = key.text === ':' ? 'A value is missing here.' : `The key ${named(key)} has no value.`;
  const repair = repairBy('Insert an empty string', insertion(at, newText));
  walk.report(jsonSlip(message, key.range, perhaps(repair)));
  walk.key = undefined;
  walk.last = undefined;
  return goOn(walk, 'separator');
}

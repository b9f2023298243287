import type { Bracket, BracketRepair } from './bracket-repair.ts';
import { deletion, insertion, type JsonSlip, jsonSlip, repairBy } from './json-slip.ts';
import { type JsonScanner, type JsonToken, named } from './json-token.ts';

/** A scanner that reads a text as if the bracket were repaired, and reports it when it comes there. */
export function repairingScanner(
  scanner: JsonScanner,
  text: string,
  repair: BracketRepair,
  report: (slip: JsonSlip) => void,
): JsonScanner {
  let isDone = false;
  return {
    next(offset, expected) {
      const token = scanner.next(offset, expected);
      const { kind, at, bracket } = repair;
      if (isDone || token.range.start < at) return token;
      isDone = true;
      report(slipOf(repair, token, text));
      if (kind === 'delete') return scanner.next(token.range.end, expected);
      const range = kind === 'insert' ? { start: at, end: at } : token.range;
      return { kind: 'punctuation', text: bracket, range };
    },
  };
}

function slipOf({ kind, at, bracket, opening }: BracketRepair, token: JsonToken, text: string): JsonSlip {
  const { range } = token;
  if (kind === 'delete') {
    return jsonSlip(
      `This ${named(token)} is one too many.`,
      range,
      repairBy(`Delete ${named(token)}`, deletion(range)),
    );
  }
  if (kind === 'replace') {
    const edit = { range, newText: bracket };
    return jsonSlip(
      `JSON has "${bracket}" here, not ${named(token)}.`,
      range,
      repairBy(`Change to "${bracket}"`, edit),
    );
  }
  if (opening) {
    const edit = insertion(at, closerOnItsLine(text, opening, at));
    return jsonSlip(
      `This "${opening.text}" is not closed.`,
      opening.range,
      repairBy(`Close with "${bracket}"`, edit),
    );
  }
  const edit = insertion(at, at < range.start ? ` ${bracket}` : bracket);
  return jsonSlip(
    `A "${bracket}" is missing before ${named(token)}.`,
    range,
    repairBy(`Insert "${bracket}"`, edit),
  );
}

/** On a line of its own, indented as the line of the opening bracket, where the two do not share a line. */
export function closerOnItsLine(text: string, opening: Bracket, end: number): string {
  const closer = opening.text === '{' ? '}' : ']';
  const { start } = opening.range;
  if (!text.slice(start, end).includes('\n')) return closer;
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(lineStart, start))?.[0] ?? '';
  return `${text.includes('\r\n') ? '\r\n' : '\n'}${indentation}${closer}`;
}

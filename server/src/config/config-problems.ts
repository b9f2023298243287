import { closest } from '../base/edit-distance.ts';
import type { TextRange } from '../base/text-range.ts';
import { kindName, type StringValue, type Value } from '../policy/value.ts';
import type { ConfigFix, ConfigProblem, Located } from './config.ts';

/** Says what is wrong at a place, and reads values that must have a certain form. */
export interface Report {
  (range: TextRange, message: string, more?: Partial<ConfigProblem>): void;
  /** Nothing for a key that is one of `known`. */
  unknownKey(key: StringValue, known: readonly string[]): void;
  /** With fixes to the names that were perhaps meant. */
  unknownName(
    range: TextRange,
    message: string,
    name: string,
    known: readonly string[],
    kind?: ConfigProblem['kind'],
  ): void;
  /** Undefined for what is missing or reported. */
  string(value: Value | undefined): Located<string> | undefined;
  /** One string, or a list of them. */
  strings(value: Value | undefined): readonly Located<string>[] | undefined;
}

/** A list of problems and what fills it. */
export function configProblems(): { readonly report: Report; readonly problems: readonly ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const say = (range: TextRange, message: string, more: Partial<ConfigProblem> = {}): void => {
    problems.push({ severity: 'error', message, range, fixes: [], kind: 'meaning', ...more });
  };
  const unknownName: Report['unknownName'] = (range, message, name, known, kind = 'meaning') =>
    say(range, message, { kind, fixes: closest(name, known).map((other) => changeTo(range, other)) });
  const string: Report['string'] = (value) => {
    if (!value) return undefined;
    if (value.kind === 'string') return { value: value.text, range: value.range };
    say(value.range, `A string is expected here, not ${kindName(value)}.`, { kind: 'form' });
    return undefined;
  };
  const report: Report = Object.assign(say, {
    unknownName,
    string,
    unknownKey(key: StringValue, known: readonly string[]) {
      if (known.includes(key.text)) return;
      unknownName(key.range, `A configuration knows no "${key.text}" here.`, key.text, known);
    },
    strings(value: Value | undefined) {
      if (value?.kind !== 'array') {
        const only = string(value);
        return only && [only];
      }
      return value.items.flatMap((item) => string(item) ?? []);
    },
  });
  return { report, problems };
}

function changeTo(range: TextRange, name: string): ConfigFix {
  return { title: `Change to "${name}"`, edits: [{ range, newText: JSON.stringify(name) }] };
}

import { once } from 'node:events';
import colours from 'picocolors';
import { lineIndex } from '../base/line-index.ts';
import { pointerTo } from '../policy/pointer.ts';
import { plainEdits } from '../rules/plain-edits.ts';
import type { LocatedFinding, Severity } from '../service.ts';
import type { Terminal } from './program.ts';
import type { Source } from './source.ts';

export interface Printer {
  findings(source: Source, findings: readonly LocatedFinding[]): Promise<void>;
  end(): Promise<void>;
}

/** Prints findings as they come, waiting for a slow reader, so that memory does not grow with their number. */
export function printer(format: 'text' | 'json', { stdout, hasColours }: Terminal): Printer {
  const write = async (text: string): Promise<void> => {
    if (!stdout.write(text)) await once(stdout, 'drain');
  };
  const { add, flush } = collected(write);
  const inner = format === 'json' ? jsonPrinter(add) : textPrinter(add, colours.createColors(hasColours));
  return {
    findings: inner.findings,
    async end() {
      await inner.end();
      await flush();
    },
  };
}

/** Texts are written some at a time: one call of the system for each would take longer than to find them. */
function collected(write: Write): { readonly add: Write; flush(): Promise<void> } {
  let waiting = '';
  const flush = async (): Promise<void> => {
    const text = waiting;
    waiting = '';
    if (text !== '') await write(text);
  };
  const add = async (text: string): Promise<void> => {
    waiting += text;
    if (waiting.length >= AT_ONCE) await flush();
  };
  return { add, flush };
}

/** Characters. */
const AT_ONCE = 32_768;

type Write = (text: string) => Promise<void>;
type Colours = ReturnType<typeof colours.createColors>;

/** `file:line:column: severity rule: message`, one line a finding. */
function textPrinter(write: Write, colour: Colours): Printer {
  const paint: Readonly<Record<Severity, (text: string) => string>> = {
    error: colour.red,
    warning: colour.yellow,
    information: colour.blue,
    hint: colour.dim,
  };
  return {
    async findings(source, findings) {
      if (findings.length === 0) return;
      const lines = lineIndex(source.text);
      for (const { range, severity, rule, message, fixes } of findings) {
        const { line, column } = lines.at(range.start);
        const place = `${source.name}:${line + 1}:${column + 1}:`;
        // Repairs of the milder findings take longer to work out than the whole check.
        const repair =
          severity === 'error' ? fixes().find(({ isPreferred }) => isPreferred)?.title : undefined;
        const hint = repair ? colour.dim(` [${repair}]`) : '';
        await write(`${colour.bold(place)} ${paint[severity](severity)} ${rule.id}: ${message}${hint}\n`);
      }
    },
    end: async () => {},
  };
}

/** One array, an element a line. */
function jsonPrinter(write: Write): Printer {
  let separator = '[\n';
  return {
    async findings(source, findings) {
      if (findings.length === 0) return;
      const lines = lineIndex(source.text);
      const position = (offset: number) => {
        const { line, column } = lines.at(offset);
        return { line: line + 1, column: column + 1, offset };
      };
      for (const finding of findings) {
        const { range, rule, severity, message, policy, policyRange } = finding;
        const entry = {
          file: source.name,
          rule: rule.id,
          severity,
          message,
          pointer: policy ? pointerTo(policy, policyRange) : '',
          start: position(range.start),
          end: position(range.end),
          fixes: finding.fixes().map(printedFix),
        };
        await write(`${separator}${JSON.stringify(entry)}`);
        separator = ',\n';
      }
    },
    end: () => write(separator === '[\n' ? '[]\n' : '\n]\n'),
  };
}

function printedFix(fix: ReturnType<LocatedFinding['fixes']>[number]) {
  return {
    title: fix.title,
    preferred: fix.isPreferred ?? false,
    keepsAccess: fix.keepsAccess,
    edits: plainEdits(fix).map(({ range: { start, end }, newText }) => ({ start, end, newText })),
  };
}

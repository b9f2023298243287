import type { Located } from '../config/config.ts';
import type { FileSettings, SettledOverride } from '../config/settle.ts';
import type { PolicyFile } from '../policy/policy-document.ts';
import { isNamed } from '../rules/statement-levels.ts';
import { problemLine } from './configs.ts';

export interface UnmatchedStatements {
  note(file: PolicyFile, settings: FileSettings): void;
  /** A line for each statement that an override names and its file does not have. */
  warnings(): readonly string[];
}

/** Looks for overrides of statements that are gone. */
export function unmatchedStatements(): UnmatchedStatements {
  const missing = new Map<Located<string>, SettledOverride>();
  return {
    note(file, { overrides }) {
      for (const override of overrides) {
        if (!namesOneFile(override)) continue;
        for (const name of override.origin.statements ?? []) {
          if (!hasStatement(file, name.value)) missing.set(name, override);
        }
      }
    },
    warnings: () =>
      [...missing].map(([{ value, range }, { source, origin }]) => {
        const message = `There is no statement "${value}" in ${origin.files?.[0]}.`;
        return problemLine(source, { range, severity: 'warning', message });
      }),
  };
}

/** Of several files some may be linted in another run. */
function namesOneFile({ origin }: SettledOverride): boolean {
  const [only = '*', ...others] = origin.files ?? [];
  return others.length === 0 && only.includes('/') && !/[*?{[(]/.test(only.replace(/\\./g, ''));
}

function hasStatement({ policies }: PolicyFile, name: string): boolean {
  return policies.some(({ statements }) => statements.some((placed) => isNamed(placed, name)));
}

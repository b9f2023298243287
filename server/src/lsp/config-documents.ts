import { type CodeAction, type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { intersects } from '../base/text-range.ts';
import type { ConfigProblem } from '../config/config.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { readConfig } from '../config/read-config.ts';
import { isConfigName } from './config-store.ts';
import { toLspEdit, toRange, toTextRange } from './convert.ts';
import { CONFIGURATION_PAGE } from './pages.ts';

/*
 * A configuration file as a document of its own: what is wrong in it, and how to repair that.
 */

/**
 * What is wrong in a configuration, nothing in other documents; `loaded` is the one that governs the folder, which has
 * followed what it extends.
 */
export function configProblemsOf(
  document: TextDocument,
  location: string,
  loaded: LoadedConfig | undefined,
  today: string,
): readonly ConfigProblem[] {
  const file = loaded?.files.find((one) => one.location === location && one.text === document.getText());
  if (file) return file.problems;
  return isConfigName(location) ? readConfig(document.getText(), today).problems : [];
}

export function configDiagnostics(
  document: TextDocument,
  problems: readonly ConfigProblem[],
  { reportsSyntax }: { readonly reportsSyntax: boolean },
): Diagnostic[] {
  return problems
    .filter(({ kind }) => reportsSyntax || kind === 'meaning')
    .map(({ range, severity, message }) => ({
      range: toRange(document, range),
      severity: SEVERITY[severity],
      source: 'leastwise',
      code: 'configuration',
      codeDescription: { href: CONFIGURATION_PAGE },
      message,
    }));
}

export function configActions(
  document: TextDocument,
  problems: readonly ConfigProblem[],
  range: Range,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const asked = toTextRange(document, range);
  return problems
    .filter((problem) => intersects(problem.range, asked))
    .flatMap((problem) =>
      problem.fixes.map(({ title, edits }, index) => ({
        title,
        kind: 'quickfix',
        diagnostics: diagnostics.filter(
          (known) =>
            known.message === problem.message && document.offsetAt(known.range.start) === problem.range.start,
        ),
        ...(index === 0 ? { isPreferred: true } : {}),
        edit: { changes: { [document.uri]: edits.map((edit) => toLspEdit(document, edit)) } },
      })),
    );
}

const SEVERITY: Readonly<Record<ConfigProblem['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

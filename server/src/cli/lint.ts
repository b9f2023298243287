import { counted } from '../base/plural.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { PolicyType } from '../iam/policy-type.ts';
import { SEVERITIES, type Severity } from '../service.ts';
import { type BaselineOptions, baselines } from './baselines.ts';
import type { ConfigOptions } from './configs.ts';
import { governedRun } from './governed-run.ts';
import { printer } from './print.ts';
import type { ExitCode, Terminal } from './program.ts';
import { readSources } from './read-sources.ts';
import { unmatchedStatements } from './unmatched-statements.ts';

export interface LintOptions extends ConfigOptions, BaselineOptions {
  readonly format: 'text' | 'json';
  readonly failOn: Severity;
  readonly policyType?: PolicyType;
  readonly inputFormat?: 'json' | 'ndjson';
  readonly stdinFilename?: string;
}

interface LintContext {
  readonly terminal: Terminal;
  readonly catalogue: Catalogue;
}

/** Lint everything that `paths` name, one text at a time. */
export async function lint(
  paths: readonly string[],
  options: LintOptions,
  { terminal, catalogue }: LintContext,
): Promise<ExitCode> {
  let failed = false;
  const { complain, isBroken, configurations, services } = governedRun(options, { terminal, catalogue });
  const known = baselines(options, complain);
  const unmatched = unmatchedStatements();
  const print = printer(options.format, terminal);
  const totals = { policies: 0, findings: 0, known: 0 };

  for await (const source of readSources(paths, options, terminal.stdin)) {
    if ('problem' in source) {
      complain(source.problem);
      continue;
    }
    const { settingsOf, baseline } = await configurations.governing(source.folder);
    const settings = settingsOf(source.location);
    const { service, file } = services.read(source, settings, options.policyType);
    const all = service.validate(file);
    const findings = known.take(source, file, all, baseline);
    unmatched.note(file, settings);
    totals.policies += file.policies.length;
    totals.findings += findings.length;
    totals.known += all.length - findings.length;
    failed ||= findings.some(({ severity }) => rank(severity) <= rank(options.failOn));
    await print.findings(source, findings);
  }
  await print.end();
  for (const message of unmatched.warnings()) complain(message, 'warning');
  const written = known.end();
  terminal.stderr.write(`${written ?? summary(totals)}\n`);
  return isBroken() ? 2 : failed ? 1 : 0;
}

interface Totals {
  readonly policies: number;
  readonly findings: number;
  readonly known: number;
}

function summary({ policies, findings, known }: Totals): string {
  if (policies === 0 && findings === 0 && known === 0) return 'No policy found.';
  const more = known > 0 ? `, and ${counted(known, 'finding')} that the baseline knows` : '';
  return `${counted(findings, 'finding')} in ${counted(policies, 'policy')}${more}.`;
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

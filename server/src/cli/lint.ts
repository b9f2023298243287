import type { Catalogue } from '../catalogue/catalogue.ts';
import type { PolicyType } from '../iam/policy-type.ts';
import { createPolicyService, SEVERITIES, type Severity } from '../service.ts';
import { printer } from './print.ts';
import type { ExitCode, Terminal } from './program.ts';
import { readSources } from './read-sources.ts';
import type { Source } from './source.ts';

export interface LintOptions {
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
  const complain = (message: string): void => void terminal.stderr.write(`${message}\n`);
  let failed = false;
  let isBroken = false;
  const service = createPolicyService({
    catalogue,
    today: new Date().toISOString().slice(0, 10),
    onRuleError: (rule, error) => {
      isBroken = true;
      complain(`The rule ${rule.id} failed: ${error instanceof Error ? error.stack : String(error)}`);
    },
  });
  const print = printer(options.format, terminal);
  const totals = { policies: 0, findings: 0 };

  for await (const source of readSources(paths, options, terminal.stdin)) {
    if ('problem' in source) {
      isBroken = true;
      complain(source.problem);
      continue;
    }
    const file = service.read(source.text, readOptions(source, options));
    const findings = service.validate(file);
    totals.policies += file.policies.length;
    totals.findings += findings.length;
    failed ||= findings.some(({ severity }) => rank(severity) <= rank(options.failOn));
    await print.findings(source, findings);
  }
  await print.end();
  complain(summary(totals));
  return isBroken ? 2 : failed ? 1 : 0;
}

function readOptions({ fileName, policyType, isPolicyFile, comments }: Source, options: LintOptions) {
  return { fileName, policyType: policyType ?? options.policyType, isPolicyFile, comments };
}

function summary({ policies, findings }: { policies: number; findings: number }): string {
  if (policies === 0 && findings === 0) return 'No policy found.';
  return `${count(findings, 'finding')} in ${count(policies, 'policy', 'policies')}.`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

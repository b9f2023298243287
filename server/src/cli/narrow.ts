import { writeFile } from 'node:fs/promises';
import colours from 'picocolors';
import { unifiedDiff } from '../base/unified-diff.ts';
import type { AccessLevel, Catalogue } from '../catalogue/catalogue.ts';
import type { PolicyType } from '../iam/policy-type.ts';
import {
  type NarrowedFile,
  type NarrowRequest,
  narrowedInWords,
  type UsageReading,
  usageInWords,
} from '../service.ts';
import type { ConfigOptions } from './configs.ts';
import { governedRun } from './governed-run.ts';
import type { ExitCode, Terminal } from './program.ts';
import { readSources } from './read-sources.ts';
import { readUsage } from './read-usage.ts';
import type { Source } from './source.ts';

export interface NarrowOptions extends Pick<ConfigOptions, 'config'> {
  readonly levels?: readonly AccessLevel[];
  /** Log files of CloudTrail or a report: a file or a folder. */
  readonly cloudtrail?: string;
  readonly principal?: string;
  readonly keepUnlogged?: boolean;
  /** Name the resources that the events name in the place of `*`. */
  readonly usedResources?: boolean;
  /** A Sid, or a place in the policy, counted from 0. */
  readonly statement?: string;
  readonly policyType?: PolicyType;
  readonly write?: boolean;
  readonly format: 'text' | 'json';
}

interface NarrowContext {
  readonly terminal: Terminal;
  readonly catalogue: Catalogue;
}

/** Show, or write, the policies of a file with fewer actions; 1 if something could be narrower and is not written. */
export async function narrow(
  path: string,
  options: NarrowOptions,
  { terminal, catalogue }: NarrowContext,
): Promise<ExitCode> {
  const complain = (message: string): void => void terminal.stderr.write(`${message}\n`);
  if (options.write && path === '-') {
    complain('Standard input cannot be written to; leave out --write.');
    return 2;
  }
  if (options.usedResources && !options.cloudtrail) {
    complain('--used-resources needs the events of --cloudtrail.');
    return 2;
  }
  const reading = options.cloudtrail ? readUsage(options.cloudtrail, catalogue, options) : undefined;
  if (reading && 'problem' in reading) {
    complain(reading.problem);
    return 2;
  }
  const results = await narrowEach(path, { ...options, used: reading?.used }, { terminal, catalogue });
  if (!results) return 2;
  if (results.length === 0) {
    complain(options.statement ? `No statement "${options.statement}" in ${path}.` : 'No policy found.');
    return 2;
  }

  const changed = results.filter(({ narrowed }) => narrowed.after !== narrowed.before);
  if (options.write) for (const { source, narrowed } of changed) await writeFile(source.name, narrowed.after);
  if (options.format === 'json') terminal.stdout.write(jsonOf(results, reading));
  else if (!options.write) for (const { source, narrowed } of changed) printDiff(source, narrowed, terminal);
  for (const { narrowed } of results)
    for (const line of narrowed.statements.map(narrowedInWords)) complain(line);
  const removed = results.flatMap(({ narrowed }) => narrowed.statements.flatMap((own) => own.removed));
  if (reading) {
    const asked = { ...options, advice: ADVICE };
    for (const line of usageInWords(reading, removed, asked)) complain(line);
  }
  return changed.length > 0 && !options.write ? 1 : 0;
}

/** What a file became, and what its policies were taken for. */
interface Result {
  readonly source: Source;
  readonly policyTypes: readonly PolicyType[];
  readonly narrowed: NarrowedFile;
}

/** Undefined where a file or a configuration is wrong: then nothing is to be written. */
async function narrowEach(
  path: string,
  options: NarrowOptions & Pick<NarrowRequest, 'used'>,
  { terminal, catalogue }: NarrowContext,
): Promise<readonly Result[] | undefined> {
  const { complain, isBroken, configurations, services } = governedRun(options, { terminal, catalogue });
  const { levels, statement, used, usedResources: toUsedResources } = options;
  const results: Result[] = [];
  for await (const source of readSources([path], options, terminal.stdin)) {
    if ('problem' in source) {
      complain(source.problem);
      continue;
    }
    const { settingsOf } = await configurations.governing(source.folder);
    const { service, file } = services.read(source, settingsOf(source.location), options.policyType);
    const narrowed = service.narrow(file, { levels, statement, used, toUsedResources });
    const policyTypes = file.policies.map(({ type }) => type.policyType);
    if (narrowed.statements.length > 0) results.push({ source, policyTypes, narrowed });
  }
  return isBroken() ? undefined : results;
}

const ADVICE = {
  principal: '--principal keeps to one of them.',
  unlogged: 'Keep them with --keep-unlogged.',
};

function printDiff(
  { name }: Source,
  { before, after }: NarrowedFile,
  { stdout, hasColours }: Terminal,
): void {
  const colour = colours.createColors(hasColours);
  const paint = (line: string): string => {
    if (/^(?:---|\+\+\+) /.test(line)) return colour.bold(line);
    if (line.startsWith('-')) return colour.red(line);
    if (line.startsWith('+')) return colour.green(line);
    return line.startsWith('@@') ? colour.cyan(line) : line;
  };
  const diff = unifiedDiff(before, after, [name, `${name} (narrowed)`]);
  stdout.write(diff.split('\n').map(paint).join('\n'));
}

function jsonOf(results: readonly Result[], reading: UsageReading | undefined): string {
  const usage = reading?.usage;
  const files = results.map(({ source, policyTypes, narrowed }) => ({
    file: source.name,
    policyTypes,
    changed: narrowed.after !== narrowed.before,
    text: narrowed.after,
    statements: narrowed.statements,
    ...(reading ? { source: reading.used.source, caveats: reading.used.caveats } : {}),
    ...(usage
      ? {
          usage: {
            period: usage.period,
            principals: usage.principals,
            actions: [...usage.actions].map(([action, use]) => ({ action, ...use })),
            denied: Object.fromEntries(usage.denied),
            failed: Object.fromEntries(usage.failed),
            unmapped: usage.unmapped,
          },
          unlogged: narrowed.statements.flatMap((own) => own.removed.filter(reading.mayBeUnlogged)),
        }
      : {}),
  }));
  return `${JSON.stringify(files, undefined, 2)}\n`;
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { counted } from '../base/plural.ts';
import {
  type Baseline,
  baselineText,
  compareWithBaseline,
  type KnownFinding,
  knownFindings,
  readBaseline,
} from '../config/baseline.ts';
import type { LoadedBaseline } from '../config/load-config.ts';
import { folderOf, joined, pathFrom } from '../config/location.ts';
import type { PolicyFile } from '../policy/policy-document.ts';
import type { LocatedFinding } from '../service.ts';
import { type Complain, nameOf, problemLine } from './configs.ts';
import { locationOf, unreadable } from './read-sources.ts';
import type { Source } from './source.ts';

export interface BaselineOptions {
  /** A path; over those that configurations name. */
  readonly baseline?: string;
  /** Write what is found instead of printing it. */
  readonly baselineWrite?: boolean;
}

export interface Baselines {
  /** The findings of a file that are not known yet; `configured` is the baseline of its configuration. */
  take(
    source: Source,
    file: PolicyFile,
    findings: readonly LocatedFinding[],
    configured: LoadedBaseline | undefined,
  ): readonly LocatedFinding[];
  /** Report what is stale, or write; then what to say in place of the summary. */
  end(): string | undefined;
}

/** The findings that a run takes for known, or writes as such. */
export function baselines(options: BaselineOptions, complain: Complain): Baselines {
  const given = options.baseline === undefined ? undefined : locationOf(options.baseline);
  if (options.baselineWrite) return writing(given, complain);
  return comparing(given === undefined ? undefined : read(given, complain), complain);
}

function comparing(given: LoadedBaseline | undefined, complain: Complain): Baselines {
  const linted = new Map<LoadedBaseline, Set<string>>();
  const warn = ({ location }: LoadedBaseline, message: string): void =>
    complain(
      `${nameOf(location)}: warning: ${message} "leastwise lint --baseline-write" takes it out.`,
      'warning',
    );
  return {
    take(source, { text }, findings, configured) {
      const used = given ?? configured;
      if (!used) return findings;
      const path = pathFrom(folderOf(used.location), source.location);
      const seen = linted.get(used) ?? new Set();
      linted.set(used, seen.add(path));
      const known = used.baseline.get(path);
      if (!known) return findings;
      const { fresh, stale } = compareWithBaseline(text, findings, known);
      for (const one of stale) warn(used, `${path} no longer has ${inWords(one)}.`);
      return fresh;
    },
    end() {
      for (const [used, seen] of linted) {
        const folder = folderOf(used.location);
        for (const path of used.baseline.keys()) {
          if (!seen.has(path) && !existsSync(joined(folder, path)))
            warn(used, `There is no ${path} any more.`);
        }
      }
      return undefined;
    },
  };
}

/** What is known of files that are not linted this time stays, as long as they exist. */
function writing(given: string | undefined, complain: Complain): Baselines {
  const written = new Map<string, Map<string, readonly KnownFinding[]>>();
  return {
    take(source, { text }, findings, configured) {
      const location = given ?? configured?.location ?? locationOf(DEFAULT_NAME);
      const files = written.get(location) ?? new Map();
      written.set(
        location,
        files.set(pathFrom(folderOf(location), source.location), knownFindings(text, findings)),
      );
      return [];
    },
    end: () => {
      if (written.size === 0) return undefined;
      return [...written].map(([location, files]) => write(location, files, complain)).join('\n');
    },
  };
}

const DEFAULT_NAME = 'leastwise-baseline.json';

function write(location: string, files: Baseline, complain: Complain): string {
  const before = existsSync(location) ? read(location, complain)?.baseline : undefined;
  const kept = [...(before ?? [])].filter(([path]) => existsSync(joined(folderOf(location), path)));
  const all = new Map([...kept, ...files]);
  const known = [...files.values()].flat();
  try {
    writeFileSync(location, baselineText(all));
  } catch (error) {
    complain(`Cannot write ${nameOf(location)}: ${error instanceof Error ? error.message : error}.`, 'error');
  }
  const total = known.reduce((sum, { count }) => sum + count, 0);
  const lists = [...files.values()].filter((list) => list.length > 0);
  return `${counted(total, 'finding')} of ${counted(lists.length, 'file')} known to ${nameOf(location)} from now on.`;
}

function read(location: string, complain: Complain): LoadedBaseline | undefined {
  try {
    const text = readFileSync(location, 'utf8');
    const loaded = { location, text, ...readBaseline(text) };
    for (const problem of loaded.problems) complain(problemLine(loaded, problem), 'error');
    return loaded;
  } catch (error) {
    complain(unreadable(nameOf(location), error).problem, 'error');
    return undefined;
  }
}

function inWords({ rule, statement, at, value, count }: KnownFinding): string {
  const place = [at, ...(statement === undefined ? [] : [`statement "${statement}"`])]
    .filter(Boolean)
    .join(', ');
  return `${rule} at ${place || 'the file'} (${value})${count > 1 ? `, ${count} times` : ''}`;
}

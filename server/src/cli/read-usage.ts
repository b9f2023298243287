import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { globSync } from 'tinyglobby';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { jsonValues, type UsageReading, usageCollector } from '../service.ts';
import { unreadable } from './read-sources.ts';
import type { Unreadable } from './source.ts';

export interface UsageOptions {
  /** Count only the events of this user or role. */
  readonly principal?: string | undefined;
  /** Count actions as used whose events a trail does not log by default. */
  readonly keepUnlogged?: boolean | undefined;
}

/**
 * Read log files of CloudTrail, plain or gzipped, and reports: a file, or all `.json` and `.json.gz` below a folder.
 * One file that cannot be read makes the whole unreadable: what it holds would count as unused.
 */
export function readUsage(
  path: string,
  catalogue: Catalogue,
  { principal, keepUnlogged = false }: UsageOptions,
): UsageReading | Unreadable {
  const collector = usageCollector(catalogue, { principal });
  let current = path;
  try {
    const files = filesOf(path);
    if (files.length === 0) throw new Error(NO_FILES);
    const isNamed = files.length === 1 && files[0] === path;
    let isLog = false;
    for (current of files) {
      for (const json of jsonsOf(current)) {
        const isAdded = collector.add(json);
        if (!isAdded && isNamed) throw new Error(NO_LOG);
        isLog ||= isAdded;
      }
    }
    current = path;
    const reading = collector.reading({ keepUnlogged });
    if (reading) return reading;
    throw new Error(isLog ? `none of its events is one of ${principal ?? 'CloudTrail'}` : NO_LOG);
  } catch (error) {
    return unreadable(current, error);
  }
}

const NO_LOG = 'it holds no CloudTrail records, and no report of what was used';
const NO_FILES = 'there is no .json or .json.gz file in it';

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  const found = globSync(['**/*.{json,json.gz}'], { cwd: path, dot: true, expandDirectories: false });
  return found.sort().map((file) => join(path, file));
}

/** More than any log file has, and little enough for memory. */
const MAX_BYTES = 512 * 1024 * 1024;

function jsonsOf(file: string): readonly unknown[] {
  const bytes = readFileSync(file);
  const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return jsonValues((isZipped ? gunzipSync(bytes, { maxOutputLength: MAX_BYTES }) : bytes).toString('utf8'));
}

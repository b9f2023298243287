import assert from 'node:assert/strict';
import type { CloudTrailUsage } from '../../server/src/reasoning/cloudtrail.ts';
import { usageCollector } from '../../server/src/reasoning/usage-collector.ts';
import { realCatalogue } from '../catalogue/compiler.ts';

/** What a log file with these records shows, on the real data; at least one must count. */
export function usageOfRecords(records: readonly unknown[], principal?: string): CloudTrailUsage {
  const collector = usageCollector(realCatalogue(), { principal });
  assert.ok(collector.add({ Records: records }));
  const usage = collector.reading()?.usage;
  assert.ok(usage, 'no record counts');
  return usage;
}

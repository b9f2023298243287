// npm run bench:completion: how soon the wanted item stands among the first five. See README.md.
//   --policies FILE.jsonl   lines { "policy": … }; without it the policies of examples/ and the good ones of test/policies/
//   --cases 2000            how many places are tried
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { completionCases } from './completion-cases.mjs';
import { score } from './completion-score.mjs';
import { loadService } from './load-service.mjs';

const { values } = parseArgs({
  options: { policies: { type: 'string' }, cases: { type: 'string', default: '2000' } },
});

const service = await loadService();
const cases = completionCases(readPolicies(values.policies), Number(values.cases));
const results = cases.map((one) => ({ ...one, ...score(service, one) }));
printTable(results);

function readPolicies(file) {
  if (file) {
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    return lines
      .map((line) => JSON.parse(line).policy)
      .map((policy) => (typeof policy === 'string' ? JSON.parse(policy) : policy));
  }
  return ['examples', 'test/policies'].filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith('.iam.json') || /[/\\]good[/\\].*\.json$/.test(name))
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
      .filter(({ Statement }) => Statement !== undefined),
  );
}

function printTable(results) {
  const kinds = [...new Set(results.map(({ kind }) => kind))].sort();
  console.log(
    `${results.length} places. Typed: the first letters of the item, or the first letter of each of its words.\n`,
  );
  console.log(
    '| What | Typed | Places | Offered | First after 3 | Among five after 3 | Reciprocal rank | Letters to the first five |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const kind of [...kinds, 'all']) {
    for (const typing of ['letters', 'words']) {
      const own = results.filter((one) => (kind === 'all' || one.kind === kind) && one.typing === typing);
      if (own.length === 0) continue;
      const share = (test) => `${((100 * own.filter(test).length) / own.length).toFixed(1)} %`;
      const mean = (value) => own.reduce((sum, one) => sum + value(one), 0) / own.length;
      const cells = [
        share(({ offered }) => offered),
        share(({ rankAfter3 }) => rankAfter3 === 1),
        share(({ rankAfter3 }) => rankAfter3 <= 5),
        mean(({ rankAfter3 }) => 1 / rankAfter3).toFixed(2),
        mean(({ lettersToFive }) => lettersToFive).toFixed(2),
      ];
      console.log(`| ${[kind, typing, own.length, ...cells].join(' | ')} |`);
    }
  }
}

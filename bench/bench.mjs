/**
 * Measures what is promised about speed, memory and size, over stdio, as an editor and a build see it.
 *
 *     npm run bench -- [--quick] [--full] [--strict] [--vs COMMAND]… [--only WORD] [--dist FOLDER] [--json FILE]
 *
 * `--vs` measures another language server beside ours, `--full` adds 100,000 policies, `--only` keeps the rows whose id
 * contains the word, `--dist` names another build than `dist`, `--strict` exits with 1 when a budget is missed.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BUDGETS, judge } from './budgets.mjs';
import { ndjsonLines, policyGenerator, SIZES } from './documents.mjs';
import { loadCatalogue } from './load-source.mjs';
import { measureCli } from './measure-cli.mjs';
import { measureCodeActions, measureCompletion, measureHover, measureTyping } from './measure-editing.mjs';
import { measureMemory } from './measure-memory.mjs';
import { measureStart } from './measure-start.mjs';
import { packageSize } from './package-size.mjs';
import { statistics } from './statistics.mjs';
import { markdownTable, placesTable } from './table.mjs';

const { values: options } = parseArgs({
  options: {
    dist: { type: 'string', default: join(import.meta.dirname, '../dist') },
    vs: { type: 'string', multiple: true, default: [] },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
  },
});
const { dist } = options;
const commands = [
  [process.execPath, join(dist, 'server.js'), '--stdio'],
  ...options.vs.map((command) => command.split(' ')),
];
const LINT = [join(dist, 'cli.js'), 'lint', '--input-format', 'ndjson', '-'];
const LINT_WITH_REPAIRS = [...LINT, '--format', 'json'];
const peerNames = commands.slice(1).map(nameOf);
const rounds = options.quick
  ? { start: 5, typing: 1, answers: 8, large: 5 }
  : { start: 25, typing: 4, answers: 40, large: 15 };

const catalogue = await loadCatalogue();
const generator = policyGenerator(catalogue);
const texts = Object.fromEntries(Object.entries(SIZES).map(([name, size]) => [name, generator.text(size)]));
const rows = [];
const details = [];
const load = loadavg()[0];
const { start, node } = await measureStart(commands, texts['6 KB'], rounds.start);

for (const id of ['initialize', 'firstDiagnostics']) {
  const times = start.map((server) => server[id]);
  if (wants(id)) record(id, times);
}
for (const [name, text] of Object.entries(texts)) {
  const times = name === '1 MB' && options.quick ? 1 : rounds.typing;
  await measureEach(`typing ${name}`, (command) => measureTyping(command, text, times));
}
for (const name of ['6 KB', '1 MB']) {
  const times = name === '1 MB' ? rounds.large : rounds.answers;
  await measureEach(`completion ${name}`, (command) => measureCompletion(command, texts[name], times));
}
await measureEach('hover', (command) => measureHover(command, texts['6 KB'], rounds.answers));
await measureEach('codeAction', (command) => measureCodeActions(command, texts['6 KB'], rounds.answers));
await measureEach('memory', async (command) => (await measureMemory(command, sessionTexts()))?.after);
await measureCommandLine();
measurePackage();

console.log(heading());
console.log(`\n${markdownTable(rows, peerNames)}`);
for (const detail of details) console.log(`\n${detail}`);
if (options.json) writeFileSync(options.json, `${JSON.stringify({ node, load, rows }, undefined, 2)}\n`);
if (options.strict && rows.some(({ isMet }) => !isMet)) process.exitCode = 1;

function wants(id) {
  return id.includes(options.only);
}

function record(id, [measured, ...peers]) {
  rows.push(judge(id, measured, peers, node));
  if (measured?.byPlace) details.push(placesTable(BUDGETS[id].what, measured.byPlace));
}

/** Peers may lack a feature; our own server may not. */
async function measureEach(id, measure) {
  if (!wants(id)) return;
  process.stderr.write(`${id} …\n`);
  const results = [await measure(commands[0])];
  for (const command of commands.slice(1)) results.push(await measure(command).catch(() => undefined));
  record(id, results);
}

/** 200 policies of usual size and three large ones. */
function sessionTexts() {
  const usual = Array.from({ length: 197 }, () => generator.text(SIZES['6 KB']));
  return [generator.text(300), ...usual, texts['100 KB'], texts['1 MB']];
}

async function measureCommandLine() {
  if (!['cliTime', 'cliMemory'].some(wants)) return;
  process.stderr.write('command line …\n');
  const plain = await measureRuns(LINT);
  const withRepairs = await measureRuns(LINT_WITH_REPAIRS);
  record('cliTime', [plain.times]);
  record('cliTimeWithRepairs', [withRepairs.times]);
  record('cliMemory', [withRepairs.megabytes]);
  const msPerByte = withRepairs.times.p50 / withRepairs.bytes;
  await measureLinearity('OfMany', 10_000, msPerByte);
  if (options.full) await measureLinearity('OfAll', 100_000, msPerByte);
}

async function measureRuns(command) {
  const runs = [];
  for (let round = 0; round < (options.quick ? 1 : 5); round++) {
    runs.push(await measureCli(command, ndjsonLines(catalogue, 1500)));
  }
  return {
    times: statistics(runs.map(({ ms }) => ms)),
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
    bytes: runs[0].bytes,
  };
}

async function measureLinearity(id, policies, msPerByte) {
  const { ms, bytes, megabytes } = await measureCli(LINT_WITH_REPAIRS, ndjsonLines(catalogue, policies));
  record(`cliTime${id}`, [ms / bytes / msPerByte]);
  record(`cliMemory${id}`, [megabytes]);
  details.push(
    `${policies.toLocaleString('en')} policies, ${Math.round(bytes / 1e6)} MB: ${(ms / 1000).toFixed(1)} s.`,
  );
}

function measurePackage() {
  const vsix = join(dist, 'leastwise.vsix');
  if (!existsSync(vsix) || !wants('packed')) return;
  const { packed, installed } = packageSize(vsix);
  record('packed', [packed]);
  record('installed', [installed]);
}

function heading() {
  const build = existsSync(join(dist, 'server.js.map')) ? 'DEVELOPMENT build' : 'production build';
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${availableParallelism()} cores, Node ${process.versions.node}, ${process.platform}`;
  return `${date}, ${machine}, load ${load.toFixed(1)}, ${build}; \`node -e 0\`: ${node.toFixed(0)} ms.`;
}

/** The last part of the script's path says enough. */
function nameOf(command) {
  const script = command.findLast((word) => !word.startsWith('-'));
  return script.split('/').at(-1);
}

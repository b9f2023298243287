import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { extendedRegistry, plainRegistry } from './grammar-registry.mjs';

const require = createRequire(import.meta.url);
const { getVSCodeTokens, renderSnap } = require('vscode-tmgrammar-test/dist/snapshot/index.js');

const CASES = 'test/grammar/cases';
const FOREIGN = 'test/grammar/foreign';

/** Run the tests described in test/grammar/README.md, print what differs; true if all hold. */
export async function testGrammar() {
  const cases = filesIn(CASES).filter((path) => !path.endsWith('.snap'));
  const foreign = filesIn(FOREIGN);
  const json = [...cases, ...foreign].filter((path) => !path.endsWith('.md') && !/\/typing[^/]*$/.test(path));

  const problems = [
    ...(await collect(cases, snapshotProblems)),
    ...(await collect(foreign, ownScopeProblems)),
    ...(await collect(json, hostScopeProblems)),
  ];
  for (const problem of problems) console.error(problem);
  console.log(`grammar: ${cases.length} snapshots, ${json.length} comparisons, ${problems.length} problems`);
  return cases.length > 0 && foreign.length > 0 && problems.length === 0;
}

async function snapshotProblems(path) {
  const snapshot = `${path}.snap`;
  const actual = `${renderSnap(await extendedTokens(path))}\n`;
  if (process.env.UPDATE === '1') writeFileSync(snapshot, actual);
  if (!existsSync(snapshot)) return [`${snapshot} is missing; UPDATE=1 writes it.`];

  const expected = readFileSync(snapshot, 'utf8');
  return actual === expected ? [] : [`${snapshot}\n${firstDifference(expected, actual)}`];
}

async function ownScopeProblems(path) {
  const tokens = (await extendedTokens(path)).flatMap((line) => line.tokens);
  const own = tokens.flatMap(({ scopes }) => scopes.filter(isOwn));
  return own.length === 0 ? [] : [`${path}: gets ${own.join(', ')}`];
}

async function hostScopeProblems(path) {
  const withOurs = perCharacter(await extendedTokens(path));
  const without = perCharacter(await getVSCodeTokens(plainRegistry(), hostScope(path), read(path)));
  const at = without.findIndex((line, i) => line !== withOurs[i]);
  if (at < 0) return [];
  return [`${path}:${at + 1}: JSON scopes differ\n${firstDifference(without[at], withOurs[at])}`];
}

/** One text per line: each character's JSON scopes, whatever tokens it was cut into. */
function perCharacter(lines) {
  return lines.map(({ src, tokens }) =>
    [...src]
      .map((char, column) => {
        const token = tokens.find(({ startIndex, endIndex }) => startIndex <= column && column < endIndex);
        const scopes = token.scopes.slice(1).filter((scope) => !isOwn(scope));
        return `${char} ${scopes.join(' ').replaceAll('.json.comments', '.json')}`;
      })
      .join('\n'),
  );
}

function extendedTokens(path) {
  const scope = path.endsWith('.iam.json') ? 'source.json.aws-iam-policy' : hostScope(path);
  return getVSCodeTokens(extendedRegistry(), scope, read(path));
}

function hostScope(path) {
  if (path.endsWith('.md')) return 'text.html.markdown';
  return path.endsWith('.jsonc') ? 'source.json.comments' : 'source.json';
}

function isOwn(scope) {
  return scope.endsWith('.iam');
}

function firstDifference(expected, actual) {
  const [before, after] = [expected.split('\n'), actual.split('\n')];
  const at = before.findIndex((line, i) => line !== after[i]);
  const line = at < 0 ? before.length : at;
  return `  line ${line + 1}\n  - ${before[line]}\n  + ${after[line]}`;
}

function filesIn(folder) {
  return readdirSync(folder).map((name) => `${folder}/${name}`);
}

function read(path) {
  return readFileSync(path, 'utf8');
}

async function collect(paths, problemsOf) {
  return (await Promise.all(paths.map(problemsOf))).flat();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!(await testGrammar())) process.exitCode = 1;
}

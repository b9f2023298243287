// Derives from the rules, grammars and templates everything that must agree with them.
// `--check` writes nothing and fails if a file is stale.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CONFIG_SCHEMA, configSchema } from './config-schema.mjs';
import { grammarFiles } from './grammar.mjs';
import { loadRules } from './load-rules.mjs';
import { manifestSource } from './manifest-settings.mjs';
import { registrySource } from './registry.mjs';
import { accessAnalyzerPage, ruleIndex, rulePage } from './rule-pages.mjs';
import { snippetFiles } from './snippets.mjs';

/** Path → text of every generated file but the catalogue. */
export async function generatedFiles() {
  const files = new Map([['server/src/rules/registry.generated.ts', registrySource()]]);
  const rules = await loadRules();
  files.set('docs/rules.md', ruleIndex(rules));
  files.set(
    'docs/access-analyzer.md',
    accessAnalyzerPage(rules, readJson('test/rules/access-analyzer.json')),
  );
  for (const rule of rules) files.set(`docs/rules/${rule.id}.md`, rulePage(rule));
  files.set('package.json', manifestSource(rules));
  files.set(CONFIG_SCHEMA, await configSchema(rules));
  for (const [path, text] of [...grammarFiles(), ...snippetFiles()]) files.set(path, text);
  return files;
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Paths whose content differs, and pages of rules that are gone. */
export function staleFiles(files) {
  const changed = [...files].filter(
    ([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text,
  );
  const gone = readdirSync('docs/rules')
    .map((name) => `docs/rules/${name}`)
    .filter((path) => !files.has(path));
  return [...changed.map(([path]) => path), ...gone];
}

function write(files) {
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

if (process.argv[1] === join(import.meta.dirname, 'generate.mjs')) {
  const isCheck = process.argv.includes('--check');
  const catalogue = spawnSync(
    process.execPath,
    ['scripts/build-catalogue.mjs', ...(isCheck ? ['--check'] : [])],
    {
      stdio: 'inherit',
    },
  );
  if (catalogue.status !== 0) process.exit(1);
  const files = await generatedFiles();
  const stale = staleFiles(files);
  if (isCheck) {
    if (stale.length > 0) console.error(`Stale, run \`npm run generate\`:\n  ${stale.join('\n  ')}`);
    process.exit(stale.length > 0 ? 1 : 0);
  }
  write(files);
  for (const path of stale.filter((name) => !files.has(name))) rmSync(path);
  console.log(stale.length === 0 ? 'Everything is up to date.' : `Written:\n  ${stale.join('\n  ')}`);
}

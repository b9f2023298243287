import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { registrySource, ruleFiles } from './registry.mjs';

/** Every rule with its facts, its examples, and as `why` the comment above it. Sorted by id. */
export async function loadRules() {
  mkdirSync('out', { recursive: true });
  await build({
    stdin: { contents: registrySource(), resolveDir: 'server/src/rules', loader: 'ts' },
    outfile: 'out/rules.cjs',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  const path = resolve('out/rules.cjs');
  const require = createRequire(import.meta.url);
  delete require.cache[path];
  const { RULES } = require(path);
  const files = ruleFiles();
  return RULES.map((rule, index) => ({ ...rule, path: files[index].path, why: whyOf(files[index]) })).sort(
    (a, b) => (a.id < b.id ? -1 : 1),
  );
}

function whyOf({ path, exportName }) {
  const text = readFileSync(path, 'utf8');
  const before = text.slice(0, text.indexOf(`export const ${exportName} = defineRule(`));
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(before)?.[1];
  if (!comment) throw new Error(`${path}: the rule needs a comment that says why.`);
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n')
    .trim();
}

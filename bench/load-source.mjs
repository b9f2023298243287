import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');

/** What TypeScript files below `server/src` export, bundled for this process; what they share is there once. */
export async function loadSource(...paths) {
  const name = paths[0].replaceAll('/', '-').replace(/\.ts$/, '');
  const outfile = join(ROOT, 'out', `bench-${name}-${process.pid}.cjs`);
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    stdin: {
      contents: paths.map((path) => `export * from './${path}';`).join('\n'),
      resolveDir: join(ROOT, 'server/src'),
    },
    outfile,
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return evaluate(outputFiles[0].text, outfile);
}

/** The catalogue that is shipped. */
export async function loadCatalogue() {
  const { openCatalogue } = await loadSource('catalogue/open-catalogue.ts');
  return openCatalogue(readFileSync(join(ROOT, 'server/data/catalogue.dat')));
}

function evaluate(code, filename) {
  const module = { exports: {} };
  const run = new Function('module', 'exports', 'require', '__filename', '__dirname', code);
  run(module, module.exports, createRequire(import.meta.url), filename, join(filename, '..'));
  return module.exports;
}

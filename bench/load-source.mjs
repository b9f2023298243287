import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');

/** What a TypeScript file below `server/src` exports, bundled for this process. */
export async function loadSource(path) {
  const outfile = join(
    ROOT,
    'out',
    `bench-${path.replaceAll('/', '-').replace(/\.ts$/, '')}-${process.pid}.cjs`,
  );
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [join('server/src', path)],
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

// Bundles the extension, the language server and the CLI into dist/. `--production`: small, without source maps.
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import { thirdPartyNotices } from './third-party-notices.mjs';

const ROOT = join(import.meta.dirname, '..');

const NODE_ENTRIES = {
  extension: 'client/src/extension.ts',
  server: 'server/src/main-node.ts',
  cli: 'server/src/main-cli.ts',
  commands: 'server/src/main-commands.ts',
};
const BROWSER_ENTRIES = { 'extension-web': 'client/src/extension-web.ts' };
const WORKER_ENTRIES = { 'server-worker': 'server/src/main-worker.ts' };

/** `development` keeps names and writes source maps; `production` is what users get. */
export async function build(mode = 'development') {
  const outdir = join(ROOT, 'dist');
  await mkdir(outdir, { recursive: true });
  const options = { ...bundleOptions(mode), outdir, metafile: true };
  const bundles = await Promise.all([
    bundle({ ...options, ...NODE, entryPoints: NODE_ENTRIES }),
    bundle({ ...options, ...BROWSER, entryPoints: BROWSER_ENTRIES }),
    bundle({ ...options, ...BROWSER, format: 'iife', entryPoints: WORKER_ENTRIES }),
  ]);
  const metafiles = bundles.map(({ metafile }) => metafile);
  await writeFile(join(outdir, 'third-party-notices.txt'), thirdPartyNotices(ROOT, metafiles));
  await copyFile(join(ROOT, 'server/data/catalogue.dat'), join(outdir, 'catalogue.dat'));
  if (mode === 'production') await removeSourceMaps(outdir);
  await refuseWideCharacters(outdir);
}

/** One character beyond ASCII, and the engine keeps all of a bundle with two bytes for each character. */
async function refuseWideCharacters(outdir) {
  for (const name of Object.keys(NODE_ENTRIES)) {
    const wide = /[^\0-\x7f]+/.exec(await readFile(join(outdir, `${name}.js`), 'utf8'));
    if (wide) throw new Error(`${name}.js holds "${wide[0]}". In regular expressions write \\u escapes.`);
  }
}

/** How every bundle of this project is made, those of the tests included. */
export function bundleOptions(mode) {
  return {
    absWorkingDir: ROOT,
    bundle: true,
    format: 'cjs',
    // `vscode` is given by the host; bundles load each other from the files beside them.
    external: ['vscode', './server.js', './commands.js'],
    define: { __VERSION__: JSON.stringify(version()), 'import.meta.url': 'importMetaUrl' },
    // jsonc-parser's UMD build, its `main`, fails at run time.
    mainFields: ['module', 'main'],
    legalComments: 'none',
    logLevel: 'warning',
    minify: mode === 'production',
    sourcemap: mode === 'development',
  };
}

function version() {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
}

/** The oldest supported VS Code runs Node 20. */
export const NODE = {
  platform: 'node',
  target: 'node20',
  // Some libraries ask for the URL of their module, which a CommonJS bundle does not know.
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
};

/** Browsers and web workers. */
export const BROWSER = { platform: 'browser', target: 'es2022' };

/** Maps of an earlier development build would point at other code. */
async function removeSourceMaps(outdir) {
  const names = Object.keys({ ...NODE_ENTRIES, ...BROWSER_ENTRIES, ...WORKER_ENTRIES });
  await Promise.all(names.map((name) => rm(join(outdir, `${name}.js.map`), { force: true })));
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { production: { type: 'boolean', default: false } } });
  try {
    await build(values.production ? 'production' : 'development');
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

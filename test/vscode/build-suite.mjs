import { build } from 'esbuild';
import { BROWSER, bundleOptions } from '../../scripts/build.mjs';

/** The bundled suite, relative to the project and without `.js`, as VS Code names it. */
export const SUITE = 'out/vscode-tests/suite';

/** Bundle the suite and Mocha into one file that runs in both extension hosts. */
export async function buildSuite() {
  await build({
    ...bundleOptions('development'),
    ...BROWSER,
    entryPoints: ['test/vscode/suite/main.ts'],
    outfile: `${SUITE}.js`,
    // Mocha takes `module.exports` for itself; give it back at the end.
    format: 'iife',
    globalName: 'suite',
    footer: { js: 'module.exports = suite;' },
  });
}

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions, NODE } from '../scripts/build.mjs';

/** The engine itself, bundled from the sources, on the real catalogue. */
export async function loadService() {
  mkdirSync('out', { recursive: true });
  const outfile = resolve('out/bench-service.cjs');
  await build({
    ...bundleOptions('development'),
    ...NODE,
    stdin: {
      contents: `export { createPolicyService } from './server/src/service.ts';
        export { openCatalogue } from './server/src/catalogue/open-catalogue.ts';`,
      resolveDir: '.',
    },
    outfile,
  });
  const { createPolicyService, openCatalogue } = createRequire(import.meta.url)(outfile);
  return createPolicyService({ catalogue: openCatalogue(readFileSync('server/data/catalogue.dat')) });
}

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions, NODE } from '../../scripts/build.mjs';

/**
 * The engine from the sources, in one bundle: the service on the real catalogue, and what knows AWS's names. `thrown`
 * holds the rules that failed, with their last error.
 */
export async function loadEngine() {
  mkdirSync('out', { recursive: true });
  const outfile = resolve(`out/bench-mutations-${process.pid}.cjs`);
  await build({
    ...bundleOptions('development'),
    ...NODE,
    stdin: {
      contents: EXPORTS.map((path) => `export * from './server/src/${path}.ts';`).join('\n'),
      resolveDir: '.',
    },
    outfile,
    sourcemap: false,
  });
  const modules = createRequire(import.meta.url)(outfile);
  rmSync(outfile);
  const catalogue = modules.openCatalogue(readFileSync('server/data/catalogue.dat'));
  const thrown = new Map();
  const onRuleError = ({ id }, error) => void thrown.set(id, error);
  const service = modules.createPolicyService({ catalogue, today: TODAY, onRuleError });
  return { ...modules, catalogue, service, thrown };
}

/** Results must not depend on the day of the run. */
const TODAY = '2026-11-22';

const EXPORTS = [
  'service',
  'base/snippet',
  'base/text-edit',
  'catalogue/action-pattern',
  'catalogue/find-condition-key',
  'catalogue/open-catalogue',
  'features/snippet/template-text',
  'features/snippet/templates',
  'iam/condition-operator',
  'iam/element',
  'iam/principal-type',
  'iam/service-principal',
  'policy/placeholder',
  'rules/plain-edits',
];

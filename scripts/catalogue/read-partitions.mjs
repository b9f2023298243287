import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The partitions and Regions that AWS's SDK for JavaScript knows, from its endpoint rules. */
export function readPartitions(packageFolder) {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const file = join(packageFolder, 'dist-es/submodules/client/util-endpoints/lib/aws/partitions.js');
  const text = readFileSync(file, 'utf8');
  // A JSON literal in a module that Node before 20.19 cannot load, as its package is not of type "module".
  const { partitions } = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  return { version, partitions: partitions.map(toPartition) };
}

function toPartition({ id, outputs, regionRegex, regions }) {
  return {
    id,
    name: PARTITION_NAMES[id] ?? id,
    dnsSuffix: outputs.dnsSuffix,
    regionRegex,
    regions: Object.entries(regions)
      // `aws-global` and its like are endpoints of global services, never the Region of an ARN or a request.
      .filter(([region]) => !region.endsWith('-global'))
      .map(([region, { description }]) => ({ id: region, name: description })),
  };
}

/** The SDK for JavaScript names partitions by their id; these are the names of AWS's endpoint files. */
const PARTITION_NAMES = {
  aws: 'AWS Standard',
  'aws-cn': 'AWS China',
  'aws-eusc': 'AWS European Sovereign Cloud',
  'aws-iso': 'AWS ISO (US)',
  'aws-iso-b': 'AWS ISOB (US)',
  'aws-iso-e': 'AWS ISOE (Europe)',
  'aws-iso-f': 'AWS ISOF',
  'aws-us-gov': 'AWS GovCloud (US)',
};

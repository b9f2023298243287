import type { AccessLevel, ActionInfo, Catalogue } from './catalogue.ts';

/** The record of an action by its full name (`s3:GetObject`) without regard to case. Decodes the service. */
export function findAction(catalogue: Catalogue, fullName: string): ActionInfo | undefined {
  const [prefix = '', name = ''] = fullName.split(':');
  return catalogue.service(prefix)?.action(name);
}

/** The level of an action by its full name, without decoding the service. */
export function accessLevelOf(catalogue: Catalogue, fullName: string): AccessLevel | undefined {
  const [prefix = '', name = ''] = fullName.split(':');
  return catalogue.service(prefix)?.accessLevel(name);
}

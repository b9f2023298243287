import { memoized } from '../base/memo.ts';
import type { AccessLevel, ActionInfo, Catalogue } from './catalogue.ts';

/** The record of an action by its full name (`s3:GetObject`) without regard to case. Decodes the service. */
export function findAction(catalogue: Catalogue, fullName: string): ActionInfo | undefined {
  const known = spelledAsByAws(catalogue);
  const before = known.get(fullName);
  if (before) return before;
  const colon = fullName.indexOf(':');
  const found = catalogue.service(fullName.slice(0, Math.max(colon, 0)))?.action(fullName.slice(colon + 1));
  const spelled = found && `${found.servicePrefix}:${found.name}`;
  if (found && spelled === fullName) known.set(spelled, found);
  return found;
}

/** What was found, by its full name: nearly all actions are written as AWS does, and asked for many times. */
const spelledAsByAws = memoized((_: Catalogue) => new Map<string, ActionInfo>());

/** The level of an action by its full name, without decoding the service. */
export function accessLevelOf(catalogue: Catalogue, fullName: string): AccessLevel | undefined {
  const [prefix = '', name = ''] = fullName.split(':');
  return catalogue.service(prefix)?.accessLevel(name);
}

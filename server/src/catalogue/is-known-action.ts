import type { Catalogue } from './catalogue.ts';

/** True for the full name of an action of the catalogue, in any case of letters. */
export function isKnownAction(action: string, catalogue: Catalogue): boolean {
  const [prefix = '', name = ''] = action.split(':');
  return catalogue.service(prefix)?.hasAction(name) ?? false;
}

import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ActionString, ResourceString } from '../policy/statement.ts';
import { usesArn } from './usable-on.ts';

/** Whether all of these are ARNs of services whose ARNs the action's service never uses. */
export function isForeignAction(
  { servicePrefix }: Pick<ActionString, 'servicePrefix'>,
  resources: readonly ResourceString[],
  catalogue: Catalogue,
): boolean {
  const service = catalogue.service(servicePrefix);
  return (
    service !== undefined &&
    resources.length > 0 &&
    resources.every(({ text }) => text.startsWith('arn:') && !usesArn(text, service))
  );
}

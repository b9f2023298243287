import { closest } from '../base/edit-distance.ts';
import type { PolicyElement } from './element.ts';

/**
 * The element that somebody meant who wrote `key`: another case, a plural (`Actions`), an underscore (`not_action`)
 * or a slip of the keys. Undefined where nothing is near; an element that is spelled right is itself.
 */
export function intendedElement(key: string, elements: readonly PolicyElement[]): string | undefined {
  const names = elements.map(({ name }) => name);
  if (names.includes(key)) return key;
  const wanted = letters(key);
  if (wanted === '') return undefined;
  return names.find((name) => name.toLowerCase() === wanted) ?? closest(wanted, names, 1)[0];
}

function letters(key: string): string {
  return key
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/s$/, '');
}

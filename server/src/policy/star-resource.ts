import type { ResourceString, Statement } from './statement.ts';

/** The `*` among the strings of `Resource`; undefined if every string names something, or stands in `NotResource`. */
export function starResource({ resources }: Statement): ResourceString | undefined {
  return resources.find(({ element, text }) => element === 'Resource' && /^\*+$/.test(text));
}

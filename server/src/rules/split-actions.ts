import { expandActionPattern } from '../catalogue/action-pattern.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { exactPatterns } from '../catalogue/exact-patterns.ts';
import type { Statement } from '../policy/statement.ts';

/** The strings of two `Action` lists made of one. */
export interface ActionSplit {
  readonly kept: readonly string[];
  readonly moved: readonly string[];
}

/**
 * Part the strings of `Action` by what they match (full names). A pattern that matches some of both stays, and what it
 * has to move is written out; what matches nothing stays.
 */
export function splitActions(
  { actions }: Statement,
  catalogue: Catalogue,
  isMoved: (name: string) => boolean,
): ActionSplit {
  const kept: string[] = [];
  const moved: string[] = [];
  for (const { text } of actions) {
    const names = expandActionPattern(catalogue, text);
    const leaving = names.filter(isMoved);
    if (leaving.length < names.length || names.length === 0) kept.push(text);
    if (leaving.length === names.length) moved.push(...(leaving.length > 0 ? [text] : []));
    else moved.push(...exactPatterns(catalogue, leaving, text));
  }
  return { kept, moved: [...new Set(moved)] };
}

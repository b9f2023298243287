import type { Completion } from './completion.ts';

/** A proposal that is inserted as a JSON string: its label in quotes. */
export function quoted(label: string, rest: Omit<Completion, 'label' | 'newText' | 'isSnippet'>): Completion {
  return { label, newText: JSON.stringify(label), ...rest };
}

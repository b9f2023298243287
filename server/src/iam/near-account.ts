import { editDistance } from '../base/edit-distance.ts';

/** The account ids in a text that `account`, which is none, is a misspelling of; nearest first. */
export function nearAccounts(text: string, account: string): readonly string[] {
  const ids = new Set(text.match(/(?<!\d)\d{12}(?!\d)/g));
  return [...ids]
    .map((id) => ({ id, distance: editDistance(account, id, MOST_EDITS) }))
    .filter(({ distance }) => distance <= MOST_EDITS)
    .sort((a, b) => a.distance - b.distance)
    .map(({ id }) => id);
}

const MOST_EDITS = 2;

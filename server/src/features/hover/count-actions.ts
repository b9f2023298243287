import { grouped } from '../../base/markdown.ts';
import { ACCESS_LEVELS, type AccessLevel } from '../../catalogue/catalogue.ts';

type LevelCounts = Readonly<Record<AccessLevel, number>>;

/** `66 actions: 6 List, 60 Read`; levels without actions are left out. `qualifier` follows the noun. */
export function countActions(byLevel: LevelCounts, qualifier = ''): string {
  const levels = ACCESS_LEVELS.filter((level) => byLevel[level] > 0);
  const total = levels.reduce((sum, level) => sum + byLevel[level], 0);
  const noun = total === 1 ? 'action' : 'actions';
  const parts = levels.map((level) => `${grouped(byLevel[level])} ${level}`);
  return `**${grouped(total)} ${noun}**${qualifier}${total > 0 ? `: ${parts.join(', ')}` : ''}`;
}

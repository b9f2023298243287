import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Statement } from '../../policy/statement.ts';
import type { UsedActions } from '../../reasoning/used-actions.ts';
import { type Narrowing, type NarrowingOptions, narrowing } from './narrowing.ts';
import type { WhyNot } from './transformed.ts';

export interface UsedOptions extends NarrowingOptions {
  readonly used: UsedActions;
}

/** Keep the actions that were used. Actions that are not in the catalogue stay. */
export function narrowToUsed(
  statement: Statement,
  catalogue: Catalogue,
  { used, strings }: UsedOptions,
): Narrowing | WhyNot {
  return narrowing(
    statement,
    catalogue,
    { strings },
    {
      isKept: used.isUsed,
      title: (kept, all) => `Narrow to what was used (${kept} of ${all} actions; ${used.source})`,
      nothingKept: 'None of its actions was used.',
      allKept: 'All of its actions were used.',
    },
  );
}

import { enumerated } from '../../base/enumerated.ts';
import type { AccessLevel, Catalogue } from '../../catalogue/catalogue.ts';
import { accessLevelOf } from '../../catalogue/find-action.ts';
import type { Statement } from '../../policy/statement.ts';
import { type Narrowing, type NarrowingOptions, narrowing } from './narrowing.ts';
import type { WhyNot } from './transformed.ts';

export interface LevelOptions extends NarrowingOptions {
  /** In the order in which the title shall name them. */
  readonly levels: readonly AccessLevel[];
}

/** Keep the actions of certain access levels. Actions that are not in the catalogue have none and stay. */
export function narrowToLevels(
  statement: Statement,
  catalogue: Catalogue,
  { levels, strings }: LevelOptions,
): Narrowing | WhyNot {
  const wanted = new Set(levels);
  const names = enumerated([...wanted]);
  return narrowing(
    statement,
    catalogue,
    { strings },
    {
      isKept(name) {
        const level = accessLevelOf(catalogue, name);
        return level !== undefined && wanted.has(level);
      },
      title: (kept, all) => `Narrow to ${names} actions (${kept} of ${all})`,
      nothingKept: `None of its actions has the level ${names.replace(/ and ([^,]*)$/, ' or $1')}.`,
      allKept: `All of its actions have the level ${names.replace(/ and ([^,]*)$/, ' or $1')} already.`,
    },
  );
}

import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Cursor } from '../../policy/cursor.ts';
import type { AccountName } from './arn-in-words.ts';

/** The string under the cursor and what it is explained with. */
export interface HoverContext {
  /** Decoded. */
  readonly text: string;
  readonly catalogue: Catalogue;
  /** False: say only what a statement does, without the steps of the evaluation. */
  readonly evaluationOrder: boolean;
  readonly accountName?: AccountName | undefined;
}

/** Explains one kind of cursor in Markdown; undefined where there is nothing to say. */
export type HoverProvider<At extends Cursor['at']> = (
  cursor: Extract<Cursor, { readonly at: At }>,
  context: HoverContext,
) => string | undefined;

import type { TextEdit } from '../../base/text-edit.ts';
import type { TextRange } from '../../base/text-range.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Cursor } from '../../policy/cursor.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';

/** What a completion is; decides its icon. */
export type CompletionKind =
  | 'element'
  | 'value'
  | 'service'
  | 'action'
  | 'statement'
  | 'operator'
  | 'key'
  | 'arn';

/** One proposal. Ranges point into the policy's text until `complete` places them in the file. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** Stands behind the label: an access level, a service's name. */
  readonly description?: string;
  /** What the editor inserts for the slot; snippet syntax if `isSnippet`. */
  readonly newText: string;
  readonly isSnippet?: true;
  /** What the editor matches with what is typed; the text with its quotes. Not given: `label` in quotes. */
  readonly filterText?: string;
  /** Proposals are shown in the order of their ranks, then labels. */
  readonly rank?: number;
  /** Ask for the next proposals at once, as after a service prefix. */
  readonly continues?: true;
  /** Names what `documentation` explains later, so that lists stay small. */
  readonly subject?: string;
  readonly isDeprecated?: true;
}

/** A proposal as it goes into the file. */
export interface PlacedCompletion extends Completion {
  readonly filterText: string;
}

export interface CompletionList {
  readonly items: readonly PlacedCompletion[];
  /** In the file; the same for all items. */
  readonly range: TextRange;
  /** Beside each item's own edit: a comma that is missing before it. */
  readonly additionalEdits: readonly TextEdit[];
  /** What is typed next changes the list: ask again. */
  readonly isIncomplete: boolean;
}

/** Proposals for one kind of cursor. Neither filters nor sorts: the editor does. */
export type CompletionProvider<At extends Cursor['at']> = (
  cursor: Extract<Cursor, { readonly at: At }>,
  catalogue: Catalogue,
  /** Policies of other files that are open: what they name is likely to be meant again. */
  others: readonly PolicyDocument[],
) => Iterable<Completion>;

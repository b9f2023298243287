import type { TextEdit } from '../../base/text-edit.ts';
import type { LocatedFinding } from '../../rules/run-rules.ts';

/** What the light bulb offers; offsets of the file. */
export interface Action {
  readonly title: string;
  readonly kind: 'quickfix' | 'source.fixAll.iam' | 'refactor.rewrite';
  readonly edits: readonly TextEdit[];
  readonly isPreferred: boolean;
  /** `newText` is written in snippet syntax. */
  readonly isSnippet: boolean;
  /** What it repairs. */
  readonly finding?: LocatedFinding;
}

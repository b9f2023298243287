import type { TextEdit } from '../../base/text-edit.ts';
import type { Fix } from '../../rules/rule.ts';
import type { LocatedFinding } from '../../rules/run-rules.ts';

export type ActionKind = 'quickfix' | 'source.fixAll.iam' | 'source.organize.iam' | RefactorKind;

/** Editors show what is before the last dot as a group, and users bind keys to the whole. */
export type RefactorKind =
  `refactor.rewrite.${'narrow' | 'expand' | 'collapse' | 'sort' | 'split' | 'deny' | 'guard'}`;

/** What the light bulb offers; offsets of the file. */
export interface Action {
  readonly title: string;
  readonly kind: ActionKind;
  /** Perhaps computed when they are read. */
  readonly edits: readonly TextEdit[];
  readonly isPreferred: boolean;
  /** `newText` is written in snippet syntax. */
  readonly isSnippet: boolean;
  /** What it repairs. */
  readonly finding?: LocatedFinding;
}

/** Offer a fix whose ranges are those of the file. */
export function toAction(fix: Fix, kind: ActionKind, finding?: LocatedFinding): Action {
  return {
    title: fix.title,
    kind,
    get edits() {
      return fix.edits;
    },
    isPreferred: fix.isPreferred ?? false,
    isSnippet: fix.isSnippet ?? false,
    ...(finding ? { finding } : {}),
  };
}

import type { Fix } from '../../rules/rule.ts';

/** What a transformation makes of a statement, or why it makes nothing of it. */
export type Transformed = (Fix & { readonly note?: string }) | WhyNot;

export interface WhyNot {
  /** One sentence. */
  readonly whyNot: string;
  /** The transformation would take all out of the statement. */
  readonly leavesNothing?: true;
  /** To be said even if another transformation makes something of the statement. */
  readonly note?: string;
}

export function isFix<F extends Fix>(result: F | WhyNot): result is F {
  return !('whyNot' in result);
}

import type { TextRange } from '../../base/text-range.ts';
import type { AccessLevel } from '../../catalogue/catalogue.ts';
import type { SensitiveKind } from '../../catalogue/sensitive-kind.ts';
import type { UsedActions } from '../../reasoning/used-actions.ts';
import type { Guard } from './add-guard.ts';

/**
 * What statements shall be narrowed to; what is asked for is done in this order. Nothing asked for means: to what can be
 * done with their resources.
 */
export interface NarrowRequest {
  readonly levels?: readonly AccessLevel[] | undefined;
  /** Kinds of dangerous actions to leave out. */
  readonly without?: readonly SensitiveKind[] | undefined;
  readonly used?: UsedActions | undefined;
  /** Name the resources that `used` knows in the place of `"Resource": "*"`, where it knows all. */
  readonly toUsedResources?: boolean | undefined;
  /** Leave out what can be done with none of the resources. */
  readonly toResources?: boolean | undefined;
  /** Conditions to add where requests send their keys, with example values to replace. */
  readonly guards?: readonly Guard[] | undefined;
  /** The fewest patterns that match the same actions, or the names of all. */
  readonly form?: 'patterns' | 'names' | undefined;
  /** Put the ARNs that the actions take, with example names to replace, in the place of `"Resource": "*"`. */
  readonly limitsResources?: boolean | undefined;
  /** A statement for each set of resources that some actions take. */
  readonly splits?: boolean | undefined;
  /** Only the statements with this Sid, or this place in their policy, counted from 0. */
  readonly statement?: string | undefined;
  /** Only the `statementsToNarrow` of this range of the file. */
  readonly range?: TextRange | undefined;
}

import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { ActionString, Statement } from '../../policy/statement.ts';
import { type KeptActions, keepActions } from '../../rules/keep-actions.ts';
import { lazyFix } from '../../rules/lazy-fix.ts';
import type { Fix } from '../../rules/rule.ts';
import type { WhyNot } from './transformed.ts';

/** A fix after which the statement allows some of the same actions, and no others. */
export interface Narrowing extends Fix {
  readonly actions: KeptActions;
}

/** Which actions stay, and the words for it. */
export interface NarrowingPlan {
  isKept(name: string): boolean;
  title(kept: number, all: number): string;
  /** One sentence for a statement of which nothing would remain. */
  readonly nothingKept: string;
  /** One sentence for a statement that has no other actions. */
  readonly allKept: string;
}

export interface NarrowingOptions {
  /** The strings to narrow; all of the statement without it. */
  readonly strings?: readonly ActionString[] | undefined;
}

/** A managed policy may have no more. Characters. */
const MAX_CHARACTERS = 6144;

/** Narrow strings of `Action`, in a statement where fewer actions are less access. */
export function narrowing(
  statement: Statement,
  catalogue: Catalogue,
  { strings = statement.actions }: NarrowingOptions,
  plan: NarrowingPlan,
): Narrowing | WhyNot {
  const whyNot = whyNotNarrow(statement);
  if (whyNot) return { whyNot };
  const actions = keepActions(statement, strings, catalogue, plan.isKept);
  const all = actions.all();
  const kept = actions.kept();
  const { unknown } = actions;
  if (all.length === 0) return { whyNot: `Its actions are not in the data of ${catalogue.stamp.date}.` };
  if (kept.length === all.length) return { whyNot: plan.allKept };
  const isEmptied = kept.length === 0 && unknown.length === 0 && strings.length === statement.actions.length;
  if (isEmptied && hasOnlyStrings(statement)) return { whyNot: plan.nothingKept, leavesNothing: true };
  if (kept.join().length > MAX_CHARACTERS && actions.added().join().length > MAX_CHARACTERS) {
    return { whyNot: `The ${kept.length} actions that remain would be too long for a policy.` };
  }
  const facts = { title: plan.title(kept.length, all.length), keepsAccess: false };
  return Object.assign(lazyFix(facts, actions.edits), { actions });
}

/** Why fewer actions could mean more access, or cannot be written. Undefined where they mean less. */
export function whyNotNarrow(statement: Statement): string | undefined {
  if (statement.isBroken) return 'Its JSON has errors.';
  if (statement.effect !== 'Allow') return 'It allows nothing, so that less in it would deny less.';
  if (statement.element('NotAction')) return 'NotAction leaves open what it does not name.';
  const lists = statement.members.filter(({ key }) => key.text === 'Action').length;
  if (lists === 0 || statement.actions.length === 0) return 'It names no action.';
  return lists > 1 ? 'It has two Action elements.' : undefined;
}

/** False where an entry is only known at deployment, so that a list remains without its strings. */
function hasOnlyStrings(statement: Statement): boolean {
  const value = statement.element('Action')?.value;
  return value?.kind !== 'array' || value.items.length === statement.actions.length;
}

import { grouped } from '../base/markdown.ts';
import { applyEdits, type TextEdit } from '../base/text-edit.ts';
import { shifted } from '../base/text-range.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Quota } from '../iam/quota.ts';
import { eachGap } from '../policy/json-gap.ts';
import { removeEntry } from '../policy/list-edit.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';
import { measured, policySize, sizeOfText } from '../policy/policy-size.ts';
import { collapsedActions } from './collapsed-actions.ts';
import type { Fix } from './rule.ts';

/** What a policy is measured by, and whether AWS refuses it as it is. */
export interface ShorteningGoal {
  readonly quota: Quota;
  readonly countsWhiteSpace: boolean;
  readonly isOver: boolean;
}

/**
 * Fixes that make a policy shorter, each with what it saves in its title: without white space where that counts, with
 * actions folded into patterns, without Sids. None for a text with JSON errors.
 */
export function shortenPolicy(
  policy: PolicyDocument,
  catalogue: Catalogue,
  goal: ShorteningGoal,
): readonly Fix[] {
  if (policy.isBroken) return [];
  return [
    ...(goal.countsWhiteSpace ? minified(policy, goal) : []),
    ...collapsed(policy, catalogue, goal),
    ...withoutSids(policy, goal),
  ];
}

function minified(policy: PolicyDocument, goal: ShorteningGoal): readonly Fix[] {
  const { start, end } = policy.range;
  const edits: TextEdit[] = [];
  eachGap(policy.text.slice(start, end), (gap) => {
    edits.push({ range: { start: start + gap.start, end: start + gap.end }, newText: '' });
  });
  // Left out of "fix all" where nothing has to be done yet.
  return saving('Remove white space', policy, goal, edits, goal.isOver);
}

function collapsed(policy: PolicyDocument, catalogue: Catalogue, goal: ShorteningGoal): readonly Fix[] {
  // A policy of many times the length will not fit, and patterns are looked for in each statement.
  if (policySize(policy).charactersWithoutWhiteSpace > goal.quota.limit * HOPELESS) return [];
  const edits = policy.statements.flatMap(({ statement, offset }) => {
    const find = collapsedActions(statement, catalogue, { isOverQuota: goal.isOver });
    return (find?.() ?? []).map((edit) => ({ ...edit, range: shifted(edit.range, offset) }));
  });
  return saving('Collapse actions to patterns that match the same', policy, goal, edits, false);
}

const HOPELESS = 3;

/** Not for "fix all": nothing depends on a Sid but the reader. */
function withoutSids(policy: PolicyDocument, goal: ShorteningGoal): readonly Fix[] {
  const edits = policy.statements.flatMap(({ statement, offset }) => {
    const sid = statement.element('Sid');
    if (!sid || statement.members.length < 2) return [];
    const { range, newText } = removeEntry(statement.object, sid.range);
    return [{ range: shifted(range, offset), newText }];
  });
  return saving('Remove the Sids', policy, goal, edits, false);
}

function saving(
  title: string,
  policy: PolicyDocument,
  { quota, countsWhiteSpace, isOver }: ShorteningGoal,
  edits: readonly TextEdit[],
  keepsAccess: boolean,
): readonly Fix[] {
  const { start, end } = policy.range;
  const own = edits.map((edit) => ({ ...edit, range: shifted(edit.range, -start) }));
  const measure = (text: string): number => measured(sizeOfText(text), quota.unit, countsWhiteSpace);
  const text = policy.text.slice(start, end);
  const after = measure(applyEdits(text, own));
  const saved = measure(text) - after;
  if (saved <= 0) return [];
  const isEnough = keepsAccess && isOver && after <= quota.limit;
  return [
    {
      title: `${title} (saves ${grouped(saved)} ${quota.unit})`,
      keepsAccess,
      ...(isEnough ? { isPreferred: true as const } : {}),
      edits,
    },
  ];
}

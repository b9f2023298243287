import type { TextEdit } from '../../base/text-edit.ts';
import { addConditions } from '../../policy/condition-edit.ts';
import { removeEntry } from '../../policy/list-edit.ts';
import type { ConditionEntry, Statement } from '../../policy/statement.ts';
import { member, oneOrMany } from '../../policy/value.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * `aws:MultiFactorAuthPresent` exists in requests with temporary credentials only. Requests signed with long-term
 * access keys lack it, so a Deny that tests it with `Bool` does not stop them, although they used no MFA. With
 * `BoolIfExists` the Deny also applies where the key is absent. A statement that asks for the key by `Null` says that
 * it means temporary credentials only.
 */
export const mfaBoolFalse = defineRule({
  id: 'mfa-bool-false',
  scope: 'statement',
  effect: 'Deny',
  mentions: ['aws:multifactorauth'],
  severity: 'warning',
  category: 'security',
  summary: 'Deny without MFA does not stop access keys',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent',
  equivalents: { parliament: ['BAD_PATTERN_FOR_MFA'] },
  examples: [
    {
      bad: '"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "false" } }',
      good: '"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } }',
    },
  ],

  *check({ statement }) {
    if (statement.conditions.some(testsPresence)) return;
    for (const entry of statement.conditions) {
      if (entry.operator.text.toLowerCase() !== 'bool' || !isMfa(entry) || !isFalse(entry)) continue;
      yield {
        range: entry.operator.range,
        message: `"${entry.operator.text}" is false for requests without the key, so access keys escape this Deny.`,
        fixes: () => useBoolIfExists(statement, entry),
      };
    }
  },
});

const isMfa = ({ key }: ConditionEntry): boolean => key.text.toLowerCase() === 'aws:multifactorauthpresent';

const testsPresence = (entry: ConditionEntry): boolean =>
  isMfa(entry) && entry.operator.text.toLowerCase() === 'null';

function isFalse({ values }: ConditionEntry): boolean {
  const [value, ...others] = oneOrMany(values);
  if (others.length > 0) return false;
  return value?.kind === 'string'
    ? /^false$/i.test(value.text)
    : value?.kind === 'scalar' && value.value === false;
}

function useBoolIfExists(statement: Statement, entry: ConditionEntry): readonly Fix[] {
  const edits = renameOperator(statement, entry) ?? moveKey(statement, entry);
  return edits ? [{ title: 'Change to "BoolIfExists"', keepsAccess: false, isPreferred: true, edits }] : [];
}

/** Undefined where other keys share the operator, or `BoolIfExists` is there already. */
function renameOperator(statement: Statement, { operator }: ConditionEntry): readonly TextEdit[] | undefined {
  const condition = statement.element('Condition')?.value;
  const block = member(condition, operator.text)?.value;
  if (block?.kind !== 'object' || block.members.length > 1 || member(condition, 'BoolIfExists')) {
    return undefined;
  }
  return [{ range: operator.range, newText: '"BoolIfExists"' }];
}

function moveKey(
  statement: Statement,
  { operator, key, range }: ConditionEntry,
): readonly TextEdit[] | undefined {
  const condition = statement.element('Condition')?.value;
  const own = member(condition, operator.text);
  const added = addConditions(statement, 'BoolIfExists', { [key.text]: 'false' });
  if (condition?.kind !== 'object' || own?.value?.kind !== 'object' || !added) return undefined;
  const removed =
    own.value.members.length > 1 ? removeEntry(own.value, range) : removeEntry(condition, own.range);
  return [removed, added];
}

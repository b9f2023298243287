import { enumerated } from '../../base/enumerated.ts';
import { counted } from '../../base/plural.ts';
import { deprecationOf } from '../../iam/deprecated-action.ts';
import { matchesWildcard } from '../../iam/wildcard.ts';
import { replaceItem } from '../../policy/replace-item.ts';
import type { ActionString, Statement } from '../../policy/statement.ts';
import { changeToAll, removeItem } from '../change-to-all.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * AWS has superseded some actions: its reference calls them deprecated, mostly with the name of what to use, and the actions
 * `aws-portal:…` of the billing console have been replaced by many finer ones. Current tools and consoles ask for the new
 * ones. Old clients may still need the old ones, so keep both where such clients are in use.
 *
 * Only pointed out where the statement allows the successors too. Silent in a Deny, which has to name the old actions as
 * long as they work, and about patterns.
 */
export const deprecatedAction = defineRule({
  id: 'deprecated-action',
  scope: 'statement',
  effect: 'Allow',
  severity: 'warning',
  category: 'correctness',
  summary: 'Action is deprecated',
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "lambda:InvokeAsync", "Resource": "*"',
      good: '"Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": "*"',
    },
  ],

  *check({ statement, catalogue }) {
    for (const action of statement.actions) {
      const known = action.element === 'Action' ? deprecationOf(action.text) : undefined;
      if (!known) continue;
      const { successors, since } = known;
      const missing = successors.filter((name) => !isListed(statement, name));
      const isMild = successors.length > 0 && missing.length === 0;
      const date = since ? ` since ${since}` : ` (data of ${catalogue.stamp.date})`;
      const advice = successors.length > 0 ? ` AWS names ${inShort(successors)} instead.` : '';
      yield {
        range: action.range,
        message: `"${action.text}" is deprecated${date}.${advice}`,
        ...(isMild ? { severity: 'information' as const } : {}),
        fixes: () => [
          ...(missing.length > 0 ? replacements(statement, action, missing) : removeItem(statement, action)),
        ],
      };
    }
  },
});

function isListed({ actions }: Statement, fullName: string): boolean {
  return actions.some(({ text }) => matchesWildcard(text.toLowerCase(), fullName.toLowerCase()));
}

/** More names than this are only counted. */
const MOST_NAMES = 5;

function inShort(names: readonly string[]): string {
  return names.length > MOST_NAMES ? counted(names.length, 'action') : enumerated(names);
}

function replacements(
  statement: Statement,
  action: ActionString,
  missing: readonly string[],
): readonly Fix[] {
  const names =
    missing.length > MOST_NAMES
      ? `the ${missing.length} actions that replace it`
      : enumerated(missing.map((name) => `"${name}"`));
  const both = [replaceItem(statement, 'Action', action.value, [action.text, ...missing])];
  return [
    ...changeToAll(statement, action, missing).map((fix) => ({ ...fix, title: `Change to ${names}` })),
    { title: `Add ${names}`, keepsAccess: false, edits: both },
  ];
}

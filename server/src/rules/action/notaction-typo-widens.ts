import type { TextRange } from '../../base/text-range.ts';
import type { Statement } from '../../policy/statement.ts';
import { arnPrefix } from '../resource/arn-prefix.ts';
import { defineRule, type Finding, type StatementRule } from '../rule.ts';
import { arnPartition } from '../statement/arn-partition.ts';
import { arnUnknownService } from '../statement/arn-unknown-service.ts';
import { unmatchedPatterns } from '../unmatched-patterns.ts';
import { unknownAction } from './unknown-action.ts';
import { unknownServicePrefix } from './unknown-service-prefix.ts';

/**
 * `NotAction` and `NotResource` list exceptions. One that matches nothing excepts nothing: an Allow then allows what was
 * to be left out, a Deny denies what was to stay possible. The same misspelling in `Action` fails safe.
 *
 * Names that may be newer than the data of this check are reported as warnings. Services that AWS has closed leave
 * nothing to except.
 */
export const notactionTypoWidens = defineRule({
  id: 'notaction-typo-widens',
  scope: 'statement',
  mentions: ['notaction', 'notresource'],
  alsoIn: ['resource'],
  severity: 'error',
  category: 'correctness',
  summary: 'Exception matches nothing',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
  equivalents: {
    accessAnalyzer: [
      'INVALID_ACTION',
      'INVALID_SERVICE_IN_ACTION',
      'INVALID_ARN_PREFIX',
      'INVALID_PARTITION',
      'INVALID_SERVICE',
    ],
  },
  examples: [
    {
      bad: '"Effect": "Deny", "NotAction": ["sts:AssumeRole", "iam:GetUsr"], "Resource": "*"',
      good: '"Effect": "Deny", "NotAction": ["sts:AssumeRole", "iam:GetUser"], "Resource": "*"',
    },
    {
      bad: '"Effect": "Allow", "NotAction": "iam:Craete*", "Resource": "*"',
      good: '"Effect": "Allow", "NotAction": "iam:Create*", "Resource": "*"',
    },
    {
      bad: '"Effect": "Deny", "Action": "s3:*", "NotResource": "arn:aws:s4:::app/*"',
      good: '"Effect": "Deny", "Action": "s3:*", "NotResource": "arn:aws:s3:::app/*"',
    },
  ],

  *check(context) {
    const { statement, catalogue } = context;
    const actions = statement.actions.filter(({ element }) => element === 'NotAction');
    const resources = statement.resources.filter(({ element }) => element === 'NotResource');
    for (const finding of unmatchedPatterns(actions, catalogue)) {
      yield inExceptions({ ...finding, severity: isClear(finding) ? 'error' : 'warning' }, statement);
    }
    for (const [exceptions, rules] of [
      [actions, OF_ACTIONS],
      [resources, OF_RESOURCES],
    ] as const) {
      if (exceptions.length === 0) continue;
      for (const finding of rules.flatMap((rule) => [...rule.check(context)])) {
        if (exceptions.some(({ range }) => contains(range, finding.range))) {
          yield inExceptions(finding, statement);
        }
      }
    }
  },
});

/** What they report on an exception is reported here: of two findings at one place the first is shown. */
const OF_ACTIONS: readonly StatementRule[] = [unknownAction, unknownServicePrefix];

const OF_RESOURCES: readonly StatementRule[] = [arnPartition, arnPrefix, arnUnknownService];

function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** AWS may add an action for a pattern, unless another one is clearly meant. */
function isClear({ fixes }: Finding): boolean {
  return fixes?.({ isInList: false, removal: undefined }).some(({ isPreferred }) => isPreferred) ?? false;
}

function inExceptions(finding: Finding, { effect }: Statement): Finding {
  if (finding.severity === 'information') return finding;
  const verb = effect === 'Deny' ? 'denied' : 'allowed';
  return {
    ...finding,
    message: `${finding.message} So it excepts nothing, and what was meant is ${verb}, too.`,
  };
}

import { isDynamic } from '../../policy/placeholder.ts';
import type { ActionString, Statement } from '../../policy/statement.ts';
import { redundantPatterns } from '../../reasoning/glob/redundant-patterns.ts';
import { actionGlob, actionPattern } from '../../reasoning/statement-sets.ts';
import { removeRedundant } from '../remove-redundant.ts';
import { defineRule, type Finding } from '../rule.ts';

/**
 * An action that another entry of the list matches anyway adds nothing: `s3:GetObject` beside `s3:Get*`, or the same
 * name twice, whatever its case. It makes the policy longer and hides which entry decides.
 *
 * Only entries are reported that the other one contains for good, those actions included that AWS adds later.
 */
export const redundantAction = defineRule({
  id: 'redundant-action',
  scope: 'statement',
  severity: 'information',
  category: 'style',
  summary: 'Another entry matches the action already',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['REDUNDANT_ACTION'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": ["s3:Get*", "s3:GetObject"], "Resource": "*"',
      good: '"Effect": "Allow", "Action": ["s3:Get*"], "Resource": "*"',
    },
    {
      bad: '"Effect": "Deny", "NotAction": ["iam:GetUser", "sts:*", "IAM:getuser"], "Resource": "*"',
      good: '"Effect": "Deny", "NotAction": ["iam:GetUser", "sts:*"], "Resource": "*"',
    },
  ],

  *check({ statement }) {
    if (statement.actions.length < 2 || isPlainList(statement)) return;
    for (const element of ['Action', 'NotAction'] as const) {
      yield* inElement(
        statement,
        statement.actions.filter((action) => action.element === element),
      );
    }
  },
});

/** Different actions without wildcards, as most lists are. */
function isPlainList({ actions }: Statement): boolean {
  return (
    !actions.some(({ isPattern }) => isPattern) &&
    new Set(actions.map(({ text }) => text.toLowerCase())).size === actions.length
  );
}

function* inElement(statement: Statement, actions: readonly ActionString[]): Generator<Finding> {
  const texts = actions.map((action) => (isReadable(action) ? actionPattern(action.text) : undefined));
  const redundant = redundantPatterns(texts, actionGlob);
  for (const [index, covering] of redundant) {
    const [own, other] = [actions[index] as ActionString, actions[covering] as ActionString];
    const isSame = own.text.toLowerCase() === other.text.toLowerCase();
    yield {
      range: own.range,
      message: isSame
        ? `"${own.text}" is listed already${own.text === other.text ? '' : `, as "${other.text}"`}.`
        : `"${other.text}" matches "${own.text}" already.`,
      isUnnecessary: true,
      fixes: () =>
        removeRedundant(
          statement,
          statement.element(own.element)?.value,
          own.value,
          [...redundant.keys()].map((at) => (actions[at] as ActionString).value),
        ),
    };
  }
}

/** What is no action at all is reported as such. */
const isReadable = ({ name, text }: ActionString): boolean => name !== undefined && !isDynamic(text);

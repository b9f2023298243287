import { splitArn } from '../../iam/arn.ts';
import { looseValue } from '../../iam/loose-value.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { StringValue } from '../../policy/value.ts';
import { conditionTests } from '../../reasoning/condition-tests.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * `aws:userid` is the unique id of a user, or the unique id of a role, a colon and the name of the session. AWS gives
 * out these ids, so a part of one says nothing: before the colon stands a whole id, or a wildcard alone where only the
 * name of the session counts. A pattern without a colon does not say where the id ends.
 */
export const useridPattern = defineRule({
  id: 'userid-pattern',
  scope: 'statement',
  mentions: ['aws:userid'],
  severity: 'error',
  category: 'security',
  summary: 'Pattern for aws:userid is not limited to one id',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['WILDCARD_USAGE_TOO_PERMISSIVE', 'VARIABLE_USAGE_TOO_PERMISSIVE'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { "aws:userid": "AROAEXAMPLEROLEID1234*" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { "aws:userid": "AROAEXAMPLEROLEID1234:*" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const { entry, operator, values } of conditionTests(statement, catalogue)) {
      if (entry.key.text.toLowerCase() !== 'aws:userid' || operator?.operator.operand !== 'String') continue;
      for (const value of values) {
        if (value.kind !== 'string' || /^\*+$/.test(value.text) || isDynamic(value.text)) continue;
        const loose = looseValue(value.text, operator.operator);
        if (!loose || loose.start.includes(':')) continue;
        const id = beforeColon(value.text);
        if (id !== undefined && isAlone(id)) continue;
        yield {
          range: value.range,
          message:
            id === undefined
              ? `"${value.text}" does not say where the id ends; put a colon behind it.`
              : `Before the colon of "${value.text}" stands a part of an id, which ids of others may match.`,
          fixes: () => withColon(value),
        };
      }
    }
  },
});

/** A variable has colons of its own. */
function beforeColon(text: string): string | undefined {
  const [id, ...others] = splitArn(text);
  return others.length > 0 ? id : undefined;
}

/** Nothing but one wildcard or one variable. */
const isAlone = (id: string): boolean => /^(?:\*+|\$\{[^}]*\})$/.test(id);

/** Where a whole id is written out. */
function withColon(value: StringValue): readonly Fix[] {
  const id = /^([A-Z0-9]{16,})\*+$/.exec(value.text)?.[1];
  return id ? changeToEach(value, [`${id}:*`]) : [];
}

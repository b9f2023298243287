import { ON_BARE_LOG_GROUP } from '../../iam/log-group.ts';
import { matchesWildcard } from '../../iam/wildcard.ts';
import { replaceItem } from '../../policy/replace-item.ts';
import { arnPartRange, type ResourceArn, resourceArns } from '../../policy/resource-arn.ts';
import type { ActionString, ResourceString, Statement } from '../../policy/statement.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * CloudWatch Logs writes the ARN of a log group in two ways. Requests to read, write and list log events and streams
 * carry more behind the name, so a policy must end the ARN in `:*`. Requests for tags carry the bare ARN, which the
 * form with `:*` does not match.
 *
 * A name that ends in a wildcard covers both.
 */
export const logGroupArnSuffix = defineRule({
  id: 'log-group-arn-suffix',
  scope: 'statement',
  mentions: ['log-group'],
  severity: 'warning',
  category: 'correctness',
  summary: 'ARN of a log group misses ":*", or has one too many',
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html',
  supersedes: ['action-resource-mismatch', 'deny-resource-mismatch'],
  examples: [
    {
      bad: '"Action": "logs:PutLogEvents", "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/app"',
      good: '"Action": "logs:PutLogEvents", "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/app:*"',
    },
    {
      bad: '"Action": "logs:TagResource", "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/app:*"',
      good: '"Action": "logs:TagResource", "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/app"',
    },
  ],

  *check({ statement }) {
    const groups = resourceArns(statement).filter(isLogGroup);
    if (groups.length === 0) return;

    const onStreams = statement.actions.find((action) => isOneOf(action, ON_STREAMS));
    const onTags = statement.actions.filter((action) => isOneOf(action, ON_BARE_LOG_GROUP));
    const isForTagsOnly = onTags.length === statement.actions.length ? onTags[0] : undefined;
    for (const group of groups) {
      const isBare = !group.arn.resource.endsWith(':*');
      const action = isBare ? onStreams : isForTagsOnly;
      if (!action || isCovered(statement, group.resource, isBare)) continue;

      yield {
        range: arnPartRange(group.resource, 'resource'),
        message: isBare
          ? `"${action.text}" needs ":*" behind the name of the log group.`
          : `"${action.text}" needs the ARN of the log group without ":*".`,
        fixes: () => fixesFor(statement, group, { isBare, isKept: isBare && onTags.length > 0 }),
      };
    }
  },
});

/** The requests that are known to carry `:log-stream:` behind the name, also where they name no stream. */
const ON_STREAMS: readonly string[] = [
  'CreateLogStream',
  'DeleteLogStream',
  'DescribeLogStreams',
  'FilterLogEvents',
  'GetLogEvents',
  'PutLogEvents',
];

/** A literal name, perhaps with the suffix; what stands after a wildcard or variable may be anything. */
function isLogGroup({ resource: { element }, arn }: ResourceArn): boolean {
  return (
    element === 'Resource' && arn.service === 'logs' && /^log-group:[^:*?$]+(?::\*)?$/.test(arn.resource)
  );
}

function isOneOf({ element, servicePrefix, name }: ActionString, names: readonly string[]): boolean {
  if (element !== 'Action' || servicePrefix.toLowerCase() !== 'logs' || name === undefined) return false;
  const pattern = name.toLowerCase();
  return names.some((one) => matchesWildcard(pattern, one.toLowerCase()));
}

/** Another resource of the statement matches what this one does not. */
function isCovered({ resources }: Statement, { text }: ResourceString, isBare: boolean): boolean {
  const wanted = isBare ? [`${text}:log-stream:`, `${text}:log-stream:s`] : [text.slice(0, -2)];
  return resources.some((other) => wanted.some((arn) => matchesWildcard(other.text, arn)));
}

/** Actions on tags keep the ARN that they need. */
function fixesFor(
  statement: Statement,
  { resource: { text, value } }: ResourceArn,
  { isBare, isKept }: { readonly isBare: boolean; readonly isKept: boolean },
): readonly Fix[] {
  if (!isKept) return changeToEach(value, [isBare ? `${text}:*` : text.slice(0, -2)]);
  const texts = [text, `${text}:*`].map((each) => JSON.stringify(each).slice(1, -1));
  const edits = [replaceItem(statement, 'Resource', value, texts)];
  return [{ title: 'Add the ARN with ":*"', keepsAccess: false, isPreferred: true, edits }];
}

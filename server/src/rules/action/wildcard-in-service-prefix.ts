import { escapeSnippet } from '../../base/snippet.ts';
import { expandActionPattern } from '../../catalogue/action-pattern.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { arnPartSpan } from '../../iam/arn.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { replaceItem } from '../../policy/replace-item.ts';
import { arnPartRange, resourceArns, withArnPart } from '../../policy/resource-arn.ts';
import type { ActionString, ResourceString, Statement } from '../../policy/statement.ts';
import { partOf } from '../../policy/value.ts';
import { changeToAny, changeToEach } from '../change-to.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * A wildcard before the colon of an action reaches into every service whose prefix it matches, those that AWS adds later
 * included: `s3*:GetObject` is also `s3-object-lambda:GetObject`. Name the services. In the third field of an ARN AWS
 * does not allow wildcards at all.
 *
 * Only pointed out where a wider pattern denies more. `*` and `*:*`, which stand for all actions, are left to
 * `admin-star-star` and its like.
 */
export const wildcardInServicePrefix = defineRule({
  id: 'wildcard-in-service-prefix',
  scope: 'statement',
  mentions: ['*', '?'],
  alsoIn: ['resource'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Wildcard in the name of a service',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  equivalents: { accessAnalyzer: ['WILDCARD_IN_SERVICE_NAME'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3*:GetObject", "Resource": "*"',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
    },
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:*:::amzn-s3-demo-bucket/*"',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"',
    },
  ],

  *check({ statement, catalogue }) {
    for (const action of statement.actions) {
      const { element, name, servicePrefix, text, value } = action;
      if (
        !hasWildcard(servicePrefix) ||
        name === undefined ||
        (/^\*+$/.test(servicePrefix) && /^\*+$/.test(name))
      )
        continue;
      const denies = (statement.effect === 'Deny') === (element === 'Action');
      yield {
        range: partOf(value, 0, servicePrefix.length),
        message: `"${text}" has a wildcard in its service prefix. It will match services that AWS adds.`,
        ...(denies ? { severity: 'information' as const } : {}),
        fixes: () => nameServices(statement, action, catalogue),
      };
    }
    for (const { resource, arn } of resourceArns(statement)) {
      if (!hasWildcard(arn.service)) continue;
      yield {
        range: arnPartRange(resource, 'service'),
        message: `The service of "${resource.text}" is a wildcard. AWS does not allow that in an ARN.`,
        fixes: () => nameService(statement, resource, catalogue),
      };
    }
  },
});

const hasWildcard = (text: string): boolean => /[*?]/.test(text) && !text.includes('${') && !isDynamic(text);

/** More services than this are not listed: the pattern then means no services in particular. */
const MOST_SERVICES = 12;

function nameServices(statement: Statement, action: ActionString, catalogue: Catalogue): readonly Fix[] {
  const { element, name = '', text, value } = action;
  const prefixes = new Set(
    expandActionPattern(catalogue, text).map((found) => found.slice(0, found.indexOf(':'))),
  );
  const texts = [...prefixes].map((prefix) => `${prefix}:${name}`);
  const one: Fix = {
    title: 'Name one service',
    keepsAccess: false,
    isSnippet: true,
    edits: [
      {
        range: value.range,
        newText: `"\${1:${texts[0]?.slice(0, texts[0].indexOf(':')) ?? 's3'}}:${quotable(name)}"`,
      },
    ],
  };
  if (texts.length === 0 || texts.length > MOST_SERVICES) return [one];
  if (texts.length === 1) return changeToEach(value, texts);
  const edits = [replaceItem(statement, element, value, texts)];
  return [
    {
      title: `Name the ${texts.length} services that it matches`,
      keepsAccess: false,
      isPreferred: true,
      edits,
    },
    one,
  ];
}

/** Of the actions, where they are of few services. */
function nameService(statement: Statement, resource: ResourceString, catalogue: Catalogue): readonly Fix[] {
  const prefixes = new Set(statement.actions.map(({ servicePrefix }) => servicePrefix.toLowerCase()));
  const known = [...prefixes].filter((prefix) => catalogue.isArnNamespace(prefix));
  const texts = known.slice(0, 3).map((prefix) => withArnPart(resource.text, 'service', prefix));
  if (texts.length > 0)
    return texts.length === 1 ? changeToEach(resource.value, texts) : changeToAny(resource.value, texts);
  const { start, end } = arnPartSpan(resource.text, 'service');
  const [before, after] = [resource.text.slice(0, start), resource.text.slice(end)];
  const edits = [{ range: resource.range, newText: `"${quotable(before)}\${1:s3}${quotable(after)}"` }];
  return [{ title: 'Name the service', keepsAccess: false, isSnippet: true, edits }];
}

/** Between the quotes of a JSON string, in snippet syntax. */
const quotable = (text: string): string => escapeSnippet(JSON.stringify(text).slice(1, -1));

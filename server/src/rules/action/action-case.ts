import { firstWith } from '../../base/first-with.ts';
import { lowerCaseNames } from '../../catalogue/action-pattern.ts';
import type { Service } from '../../catalogue/catalogue.ts';
import { canonicalName } from '../../catalogue/similar-action.ts';
import { wildcardMatcher } from '../../iam/wildcard.ts';
import { oddActions } from '../../reasoning/odd-actions.ts';
import { defineRule } from '../rule.ts';

/**
 * IAM ignores the case of letters in an action, so `s3:getobject` works. Written as AWS does, an action is found by a
 * search, and reads as it does in the documentation and in error messages.
 *
 * Of a pattern only the beginning is looked at, up to its first wildcard. `SNS:Publish` and `SQS:SendMessage` are left
 * alone: policies that AWS's consoles write have them so.
 */
export const actionCase = defineRule({
  id: 'action-case',
  scope: 'statement',
  severity: 'hint',
  category: 'style',
  summary: 'Action is spelled in another case than by AWS',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
  examples: [
    {
      bad: '"Effect": "Allow", "Action": ["s3:getObject", "s3:PutObject"], "Resource": "*"',
      good: '"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*"',
    },
  ],

  *check({ statement, catalogue }) {
    for (const { servicePrefix, name, text, isPattern, range } of oddActions(statement, catalogue)) {
      const service = catalogue.service(servicePrefix);
      if (!service || !name) continue;
      const spelled = isPattern ? spelledPattern(service, name) : spelledName(service, name);
      const action = `${service.prefix}:${spelled}`;
      if (spelled === undefined || action === text || isSpelledByConsoles(text, action)) continue;

      yield {
        range,
        message: `AWS spells this action "${action}".`,
        fixes: () => [
          {
            title: `Change to "${action}"`,
            keepsAccess: true,
            isPreferred: true,
            edits: [{ range, newText: JSON.stringify(action) }],
          },
        ],
      };
    }
  },
});

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html */
function isSpelledByConsoles(text: string, action: string): boolean {
  return /^(?:SNS|SQS):/.test(text) && text.slice(4) === action.slice(4);
}

/** Undefined for a name that the service does not define. */
function spelledName(service: Service, name: string): string | undefined {
  return service.hasAction(name) ? canonicalName(service, name) : undefined;
}

/** As written where what it matches is not spelled alike, or is spelled so; undefined for a pattern that matches nothing. */
function spelledPattern(service: Service, name: string): string | undefined {
  const length = name.search(/[*?]/);
  if (beginsLikeOne(service, name.slice(0, length))) return name;
  const matches = wildcardMatcher(name.toLowerCase());
  const starts = new Set<string>();
  for (const [index, candidate] of lowerCaseNames(service).entries()) {
    if (matches(candidate)) starts.add((service.actionNames()[index] as string).slice(0, length));
  }
  const [only] = starts;
  if (only === undefined) return undefined;
  return starts.size === 1 ? only + name.slice(length) : name;
}

/** A search in the sorted names: nearly all patterns are spelled well. */
function beginsLikeOne(service: Service, start: string): boolean {
  return firstWith(service.actionNames(), start) >= 0;
}

import { shifted } from '../../base/text-range.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { PlacedStatement } from '../../policy/policy-document.ts';
import type { ResourceString } from '../../policy/statement.ts';
import { type NamedCarrier, namedCarriers } from '../../reasoning/carried-resource.ts';
import { isForeignAction } from '../../reasoning/foreign-action.ts';
import { matchedActions } from '../../reasoning/matched-actions.ts';
import { statementFit } from '../../reasoning/statement-fit.ts';
import { arnMeaning, isUsableOn } from '../../reasoning/usable-on.ts';
import { changeToEach } from '../change-to.ts';
import { removeItem } from '../change-to-all.ts';
import { defineRule } from '../rule.ts';
import { shiftedFixes } from '../shifted-fixes.ts';

/**
 * The policy of a bucket, queue, topic or secret is about the resource that carries it. AWS refuses a policy that names
 * another bucket, or the statement has no effect. The same holds for a resource of another service.
 *
 * Which resource carries the policy is taken from what it names most often. Silent about policies that speak to everyone
 * only, as those of endpoints do: they may name many.
 */
export const unsupportedResourceForCarrier = defineRule({
  id: 'unsupported-resource-for-carrier',
  scope: 'policy',
  severity: 'error',
  category: 'correctness',
  summary: 'Resource is not the one that carries the policy',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html',
  equivalents: { accessAnalyzer: ['UNSUPPORTED_RESOURCE_ARN_IN_POLICY'], cfnLint: ['E3514'] },
  policyTypes: ['resource'],
  examples: [
    {
      bad: '"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": ["arn:aws:s3:::app", "arn:aws:s3:::ap/*"]',
      good: '"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": ["arn:aws:s3:::app", "arn:aws:s3:::app/*"]',
    },
  ],

  *check({ policy, catalogue }) {
    if (policy.isBroken) return;
    const carriers = namedCarriers(policy.statements).filter(({ arn }) =>
      catalogue.partition(arn.split(':')[1] ?? ''),
    );
    const main = mostNamed(carriers);
    for (const { resource, offset, kind, arn } of carriers) {
      if (!main || kind !== main.kind || arn === main.arn) continue;
      const meant = main.arn + resource.text.slice(arn.length);
      yield {
        range: shifted(resource.range, offset),
        message: `The policy of a ${kind} names one ${kind}, and this is not "${main.arn}".`,
        fixes: () => shiftedFixes(changeToEach(resource.value, [meant]), offset),
      };
    }
    for (const placed of policy.statements) {
      for (const resource of strayResources(placed, catalogue)) {
        yield {
          range: shifted(resource.range, placed.offset),
          message: 'This resource is of another service than the actions. It does not carry this policy.',
          fixes: () =>
            isNeededByAction(placed, resource, catalogue)
              ? []
              : shiftedFixes(removeItem(placed.statement, resource), placed.offset),
        };
      }
    }
  },
});

/** The first of those that are named most often. */
function mostNamed(carriers: readonly NamedCarrier[]): NamedCarrier | undefined {
  const counts = new Map<string, number>();
  for (const { arn } of carriers) counts.set(arn, (counts.get(arn) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return carriers.find(({ arn }) => counts.get(arn) === most);
}

/** Beside resources that the actions can be used on. */
function strayResources({ statement }: PlacedStatement, catalogue: Catalogue): readonly ResourceString[] {
  const { unused } = statementFit(statement, catalogue);
  if (unused.length === statement.resources.length) return [];
  return unused.filter((resource) =>
    statement.actions.every((action) => isForeignAction(action, [resource], catalogue)),
  );
}

/** Without it some action would have no resource at all: it stands where the right one belongs. */
function isNeededByAction(
  { statement }: PlacedStatement,
  resource: ResourceString,
  catalogue: Catalogue,
): boolean {
  const others = statement.resources.filter((other) => other !== resource);
  return matchedActions(statement, catalogue).some(({ action, infos }) => {
    const service = catalogue.service(action.servicePrefix);
    const meanings = service ? others.map(({ text }) => arnMeaning(text, service)) : [];
    return service && !infos.some((info) => meanings.some((meaning) => isUsableOn(info, meaning)));
  });
}

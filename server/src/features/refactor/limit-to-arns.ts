import type { Catalogue } from '../../catalogue/catalogue.ts';
import { starResource } from '../../policy/star-resource.ts';
import type { Statement } from '../../policy/statement.ts';
import { limitResources } from '../../rules/limit-resources.ts';
import type { Fix, StatementPlace } from '../../rules/rule.ts';
import { whyNotNarrow } from './narrowing.ts';
import type { WhyNot } from './transformed.ts';

/** Ways to put ARNs to fill in, or one account, in the place of `"Resource": "*"`; as snippets. */
export function limitToArns(
  statement: Statement,
  catalogue: Catalogue,
  { place }: { readonly place: StatementPlace },
): readonly Fix[] | WhyNot {
  const whyNot = whyNotNarrow(statement);
  if (whyNot) return { whyNot };
  const star = starResource(statement);
  if (!star) return { whyNot: 'Its Resource is not "*".' };
  if (statement.resources.length > 1) return { whyNot: 'Its Resource names more than "*".' };
  if (statement.principals.length > 0)
    return { whyNot: 'The resource that it belongs to limits it already.' };
  if (statement.actions.some(({ servicePrefix }) => /[*?]/.test(servicePrefix))) {
    return { whyNot: 'Its actions are those of many services.' };
  }
  return limitResources(statement, star, catalogue, place);
}

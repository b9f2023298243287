import { grouped } from '../../base/markdown.ts';
import type { Quota } from '../../iam/quota.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import { countedSize, quotasOfPolicy } from '../../policy/policy-quota.ts';
import { sizeSummary } from '../code-lens/size-summary.ts';
import { withArticle } from '../hover/with-article.ts';

/** The size of a policy against each quota that it may have to keep, as a sentence. */
export function sizeInWords(policy: PolicyDocument): string {
  const [usual, ...others] = quotasOfPolicy(policy);
  if (!usual) return `It has ${sizeSummary(policy)}; no limit is known for it.`;
  const more = others.map(
    ({ subject, limit, unit }) => `${grouped(limit)} ${unit} as ${withArticle(subject)}`,
  );
  const note = noteOf(usual, others);
  return [
    `It has ${grouped(countedSize(policy, usual))} of the ${grouped(usual.limit)} ${usual.unit} of ${withArticle(usual.subject)}`,
    usual.whiteSpace === 'ignored' ? ', white space not counted' : ', white space counted',
    more.length > 0 ? `; ${more.join(', ')}` : '',
    note ? ` (${note})` : '',
    '.',
  ].join('');
}

function noteOf(usual: Quota, others: readonly Quota[]): string {
  const notes = [usual, ...others].flatMap(({ note }) => note ?? []);
  const doubt = usual.verified ? [] : ['no page of AWS that we know of confirms this limit'];
  return [...new Set([...doubt, ...notes])].join('; ');
}

import { counted } from '../../base/plural.ts';
import { expandActionPattern } from '../../catalogue/action-pattern.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { replaceItem } from '../../policy/replace-item.ts';
import { starResource } from '../../policy/star-resource.ts';
import type { Statement } from '../../policy/statement.ts';
import { MOST_RESOURCES, type UsedActions } from '../../reasoning/used-actions.ts';
import { whyNotNarrow } from './narrowing.ts';
import type { Transformed } from './transformed.ts';

/** Put the resources that all actions of a statement were used on in the place of `"Resource": "*"`. */
export function limitToUsedResources(
  statement: Statement,
  catalogue: Catalogue,
  { used }: { readonly used: UsedActions },
): Transformed {
  const whyNot = whyNotNarrow(statement);
  const star = starResource(statement);
  if (whyNot || !star || statement.resources.length > 1) {
    return { whyNot: whyNot ?? 'Its Resource is not "*".' };
  }
  if (statement.principals.length > 0) {
    return { whyNot: 'The resource that it belongs to limits it already.' };
  }
  const arns = new Set<string>();
  for (const { text } of statement.actions) {
    const names = expandActionPattern(catalogue, text);
    for (const name of names.length > 0 ? names : [text]) {
      const own = used.resourcesOf?.(name);
      if (!own)
        return stays(`what ${name} was used on is not known, or more than ${MOST_RESOURCES} resources`);
      for (const arn of own) arns.add(arn);
    }
  }
  if (arns.size > MOST_RESOURCES)
    return stays(`its actions were used on more than ${MOST_RESOURCES} resources`);
  const texts = [...arns].sort().map((arn) => JSON.stringify(arn).slice(1, -1));
  const what = `the ${counted(arns.size, 'resource')} that ${arns.size === 1 ? 'was' : 'were'} used`;
  return {
    title: `Limit Resource to ${what}`,
    note: `Its Resource is limited to ${what}.`,
    keepsAccess: false,
    edits: [replaceItem(statement, 'Resource', star.value, texts)],
  };
}

function stays(reason: string): Transformed {
  const note = `Its Resource stays "*": ${reason}.`;
  return { whyNot: note, note };
}

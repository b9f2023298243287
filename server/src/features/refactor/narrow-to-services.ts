import { enumerated } from '../../base/enumerated.ts';
import { expandActionPattern } from '../../catalogue/action-pattern.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { parseArn } from '../../iam/arn.ts';
import { matchesWildcard } from '../../iam/wildcard.ts';
import { replaceItem } from '../../policy/replace-item.ts';
import type { ActionString, Statement } from '../../policy/statement.ts';
import { whyNotByResources } from './narrow-to-resources.ts';
import { whyNotNarrow } from './narrowing.ts';
import type { Transformed } from './transformed.ts';

/** More services than this are not what the resources are about. */
const MAX_SERVICES = 5;

/** Give a wildcard over all services (`*`, `*:Get*`) the prefixes of the services whose resources are named. */
export function narrowToServices(
  statement: Statement,
  catalogue: Catalogue,
  { action }: { readonly action: ActionString },
): Transformed {
  const whyNot = whyNotNarrow(statement) ?? whyNotByResources(statement);
  if (whyNot) return { whyNot };
  const { servicePrefix, name = '', text } = action;
  if (!/[*?]/.test(servicePrefix)) return { whyNot: 'It names one service.' };
  const namespaces = statement.resources.map((own) => parseArn(own.text)?.service ?? '');
  const services = [...new Set(namespaces)].sort();
  const isKnown = (prefix: string): boolean =>
    catalogue.service(prefix)?.prefix === prefix && matchesWildcard(servicePrefix.toLowerCase(), prefix);
  if (!services.every(isKnown)) return { whyNot: 'Its resources do not say which services are meant.' };
  if (services.length > MAX_SERVICES) return { whyNot: `Its resources are of ${services.length} services.` };
  const patterns = services.map((prefix) => `${prefix}:${name}`);
  const kept = patterns.flatMap((pattern) => expandActionPattern(catalogue, pattern)).length;
  if (kept === 0) return { whyNot: 'No action of these services matches.' };
  return {
    title: `Narrow ${text} to ${enumerated(patterns)} (${kept} actions)`,
    keepsAccess: false,
    edits: [
      replaceItem(
        statement,
        'Action',
        action.value,
        patterns.map((pattern) => JSON.stringify(pattern).slice(1, -1)),
      ),
    ],
  };
}

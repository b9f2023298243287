import { escapeSnippet } from '../../base/snippet.ts';
import type { ActionInfo, Catalogue } from '../../catalogue/catalogue.ts';
import { splitArn } from '../../iam/arn.ts';
import { wildcardsOverlap } from '../../iam/wildcard-overlap.ts';
import type { Slot } from '../../policy/slot.ts';
import type { Completion } from './completion.ts';

/** The next part of an ARN that is half typed: partition, service or Region, with the colon behind it. */
export function* completeArnPart(
  slot: Slot,
  actions: readonly ActionInfo[],
  catalogue: Catalogue,
): Iterable<Completion> {
  const parts = splitArn(slot.typed);
  if (parts[0] !== 'arn' || parts.length > 4) return;
  const written = slot.typed.slice(0, slot.typed.length - (parts.at(-1)?.length ?? 0));
  const rest = slot.text.slice(slot.typed.length).replace(/^[^:]*:?/, '');
  for (const { label, description } of choices(parts, rest, actions, catalogue)) {
    yield {
      label,
      kind: 'arn',
      description,
      // Digits of an account may follow, so the braces are needed.
      newText: `"${escapeSnippet(`${written}${label}:`)}\${0}${escapeSnippet(rest)}"`,
      isSnippet: true,
      filterText: `"${written}${label}`,
      rank: 4,
      continues: true,
    };
  }
}

interface Choice {
  readonly label: string;
  readonly description: string;
}

function choices(
  parts: readonly string[],
  rest: string,
  actions: readonly ActionInfo[],
  catalogue: Catalogue,
): readonly Choice[] {
  switch (parts.length) {
    case 2:
      return catalogue.partitions.map(({ id, name }) => ({ label: id, description: name }));
    case 3:
      return namespaces(actions, catalogue).map((label) => ({ label, description: 'service' }));
    case 4:
      if (!mayHaveRegion(parts[2] ?? '', rest, actions, catalogue)) return [];
      return (catalogue.partition(parts[1] ?? '')?.regions ?? []).map(({ id, name }) => ({
        label: id,
        description: name,
      }));
    default:
      return [];
  }
}

/** Those of the statement's actions; all only where the statement names none. */
function namespaces(actions: readonly ActionInfo[], catalogue: Catalogue): readonly string[] {
  const own = actions.flatMap(({ resources }) =>
    resources.flatMap(({ type }) => type.arnFormats.map((format) => splitArn(format)[2] ?? '')),
  );
  return own.length > 0 ? [...new Set(own)] : catalogue.arnNamespaces();
}

/** False if all formats that fit what stands behind the cursor leave the Region empty: those of buckets and roles do. */
function mayHaveRegion(
  namespace: string,
  rest: string,
  actions: readonly ActionInfo[],
  catalogue: Catalogue,
): boolean {
  const service = catalogue.service(namespace);
  const types = [
    ...actions.flatMap(({ resources }) => resources.map(({ type }) => type)),
    ...(service?.resourceTypes() ?? []),
  ];
  const resource = rest.slice(rest.indexOf(':') + 1);
  const fitting = types
    .flatMap(({ arnFormats }) => arnFormats.map(splitArn))
    .filter((format) => format[2] === namespace)
    .filter(([, , , , , name = '']) => resource === '' || overlaps(name, resource));
  return fitting.length === 0 || fitting.some((format) => format[3] !== '');
}

function overlaps(format: string, resource: string): boolean {
  return wildcardsOverlap(format.replace(/\$\{[^}]*\}/g, '?*'), resource);
}

import { escapeSnippet, plainText } from '../../base/snippet.ts';
import type { ActionInfo, Catalogue, ResourceType } from '../../catalogue/catalogue.ts';
import { splitArn } from '../../iam/arn.ts';
import { wildcardsOverlap } from '../../iam/wildcard-overlap.ts';
import type { Slot } from '../../policy/slot.ts';
import { arnSnippet } from '../../rules/arn-snippet.ts';
import { writtenFormats } from '../../rules/written-formats.ts';
import type { Completion } from './completion.ts';

/**
 * The next part of an ARN that is half typed: partition, service, Region or account with the colon behind it, then the
 * resource. `used` are the ARNs of this policy and other open ones.
 */
export function* completeArnPart(
  slot: Slot,
  actions: readonly ActionInfo[],
  used: readonly string[],
  catalogue: Catalogue,
): Iterable<Completion> {
  const parts = splitArn(slot.typed);
  if (parts[0] !== 'arn' || parts.length > 6) return;
  const written = slot.typed.slice(0, slot.typed.length - (parts.at(-1)?.length ?? 0));
  if (parts.length === 6) {
    yield* resources(written, typesOf(parts[2] ?? '', actions, catalogue), actions);
    return;
  }
  const rest = slot.text.slice(slot.typed.length).replace(/^[^:]*:?/, '');
  for (const { label, description } of choices({ parts, rest, actions, used, catalogue })) {
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

/** `table/` and a name to fill in, behind what is there; whole ARNs with other parts do not match it. */
function* resources(
  written: string,
  types: readonly ResourceType[],
  actions: readonly ActionInfo[],
): Iterable<Completion> {
  const formats = types.flatMap((type) => writtenFormats(type, actions));
  const typeNames = new Map(formats.map(({ format, typeName }) => [format, typeName]));
  for (const [format, description] of typeNames) {
    const snippet = arnSnippet(splitArn(format)[5] ?? '');
    const label = plainText(snippet);
    yield {
      label,
      kind: 'arn',
      description,
      newText: `"${escapeSnippet(written)}${snippet}"`,
      isSnippet: true,
      filterText: `"${written}${label}`,
      rank: 4,
    };
  }
}

interface Choice {
  readonly label: string;
  readonly description: string;
}

interface Place {
  readonly parts: readonly string[];
  /** What stands behind the part. */
  readonly rest: string;
  readonly actions: readonly ActionInfo[];
  readonly used: readonly string[];
  readonly catalogue: Catalogue;
}

function choices({ parts, rest, actions, used, catalogue }: Place): readonly Choice[] {
  const [, partition = '', namespace = ''] = parts;
  switch (parts.length) {
    case 2:
      return catalogue.partitions.map(({ id, name }) => ({ label: id, description: name }));
    case 3:
      return namespaces(actions, catalogue).map((label) => ({ label, description: 'service' }));
    case 4:
      if (!mayHave('region', namespace, rest, actions, catalogue)) return [];
      return (catalogue.partition(partition)?.regions ?? []).map(({ id, name }) => ({
        label: id,
        description: name,
      }));
    case 5:
      return mayHave('account', namespace, `:${rest}`, actions, catalogue) ? accounts(used) : [];
    default:
      return [];
  }
}

/** Those that ARNs name already, then any. */
function accounts(used: readonly string[]): readonly Choice[] {
  const ids = new Set(
    used.map((arn) => splitArn(arn)[4] ?? '').filter((account) => /^\d{12}$/.test(account)),
  );
  return [
    ...[...ids].map((label) => ({ label, description: 'account of another ARN' })),
    { label: '*', description: 'any account' },
  ];
}

/** Those of the statement's actions; all only where the statement names none. */
function namespaces(actions: readonly ActionInfo[], catalogue: Catalogue): readonly string[] {
  const own = actions.flatMap(({ resources }) =>
    resources.flatMap(({ type }) => type.arnFormats.map((format) => splitArn(format)[2] ?? '')),
  );
  return own.length > 0 ? [...new Set(own)] : catalogue.arnNamespaces();
}

/** The types of an ARN namespace: those that the actions take, else all of its service. */
function typesOf(
  namespace: string,
  actions: readonly ActionInfo[],
  catalogue: Catalogue,
): readonly ResourceType[] {
  const isOwn = ({ arnFormats }: ResourceType): boolean =>
    arnFormats.some((format) => splitArn(format)[2] === namespace);
  const taken = new Set(actions.flatMap(({ resources }) => resources.map(({ type }) => type)));
  const own = [...taken].filter(isOwn);
  return own.length > 0 ? own : (catalogue.service(namespace)?.resourceTypes() ?? []).filter(isOwn);
}

/**
 * False if all formats that fit what stands behind leave the part empty: those of buckets have neither Region nor account,
 * those of roles no Region.
 */
function mayHave(
  part: 'region' | 'account',
  namespace: string,
  rest: string,
  actions: readonly ActionInfo[],
  catalogue: Catalogue,
): boolean {
  const types = [
    ...typesOf(namespace, actions, catalogue),
    ...(catalogue.service(namespace)?.resourceTypes() ?? []),
  ];
  const resource = rest.slice(rest.indexOf(':') + 1);
  const fitting = types
    .flatMap(({ arnFormats }) => arnFormats.map(splitArn))
    .filter((format) => format[2] === namespace)
    .filter(([, , , , , name = '']) => resource === '' || overlaps(name, resource));
  return fitting.length === 0 || fitting.some((format) => format[part === 'region' ? 3 : 4] !== '');
}

function overlaps(format: string, resource: string): boolean {
  return wildcardsOverlap(format.replace(/\$\{[^}]*\}/g, '?*'), resource);
}

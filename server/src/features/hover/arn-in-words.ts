import { codeSpan, escapeMarkdown } from '../../base/markdown.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Arn } from '../../iam/arn.ts';

/** The parts of an ARN as far as they are known: names for partition, service and Region, the rest as written. */
export function arnInWords(arn: Arn, catalogue: Catalogue, accountName?: AccountName): string {
  return [
    serviceInWords(arn.service, catalogue),
    partInWords('partition', arn.partition, catalogue.partition(arn.partition)?.name),
    partInWords('Region', arn.region, regionName(arn, catalogue)),
    partInWords('account', arn.account, accountInWords(arn.account, accountName)),
    `resource ${codeSpan(arn.resource)}`,
  ].join(' · ');
}

/** The name that the user has given an account. */
export type AccountName = (id: string) => string | undefined;

/** `prod (111122223333)`; `AWS` for the account of managed policies; undefined for what has no name. */
function accountInWords(id: string, accountName: AccountName | undefined): string | undefined {
  if (id === 'aws') return 'AWS';
  const name = accountName?.(id);
  return name === undefined ? undefined : `${name} (${id})`;
}

/** What AWS says of the managed policy that an ARN names; undefined for every other ARN. */
export function managedPolicyInWords(
  { service, account, resource }: Arn,
  catalogue: Catalogue,
): string | undefined {
  const path = /^policy\/(.+)$/.exec(resource)?.[1];
  if (service !== 'iam' || account !== 'aws' || path === undefined || /[*?$]/.test(path)) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const policy = catalogue.managedPolicy(name);
  if (!policy) return `The data of ${catalogue.stamp.date} knows no managed policy ${codeSpan(name)}.`;
  const place = policy.path === path ? '' : ` Its path is ${codeSpan(`policy/${policy.path}`)}.`;
  return `Managed policy of AWS: ${escapeMarkdown(policy.description)}${place}`;
}

function serviceInWords(namespace: string, catalogue: Catalogue): string {
  const service = catalogue.service(namespace);
  return service ? `**${escapeMarkdown(service.name)}**` : `service ${codeSpan(namespace)}`;
}

function partInWords(noun: string, written: string, name: string | undefined): string {
  if (written === '') return `no ${noun}`;
  if (written === '*') return `any ${noun}`;
  return name === undefined ? `${noun} ${codeSpan(written)}` : `${noun} ${escapeMarkdown(name)}`;
}

/** A Region belongs to one partition, so a wildcard for the partition does not hide its name. */
function regionName({ region }: Arn, catalogue: Catalogue): string | undefined {
  return catalogue.partitions.flatMap(({ regions }) => regions).find(({ id }) => id === region)?.name;
}

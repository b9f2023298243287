import { codeSpan, escapeMarkdown } from '../../base/markdown.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Arn } from '../../iam/arn.ts';

/** The parts of an ARN as far as they are known: names for partition, service and Region, the rest as written. */
export function arnInWords(arn: Arn, catalogue: Catalogue): string {
  return [
    serviceInWords(arn.service, catalogue),
    partInWords('partition', arn.partition, catalogue.partition(arn.partition)?.name),
    partInWords('Region', arn.region, regionName(arn, catalogue)),
    partInWords('account', arn.account, undefined),
    `resource ${codeSpan(arn.resource)}`,
  ].join(' · ');
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

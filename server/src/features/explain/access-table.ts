import { escapeMarkdown, grouped } from '../../base/markdown.ts';
import { counted } from '../../base/plural.ts';
import { ACCESS_LEVELS, type Catalogue } from '../../catalogue/catalogue.ts';
import type { GrantedActions, GrantedService } from '../../reasoning/granted-actions.ts';

/** Longer tables are not read; the services with most to fear come first then. */
const MAX_ROWS = 40;

/** Service by access level, with the number of actions. */
export function accessTable({ services, total }: GrantedActions, catalogue: Catalogue): readonly string[] {
  const shown = services.length > MAX_ROWS ? [...services].sort(byWeight).slice(0, MAX_ROWS) : services;
  const hidden = services.length - shown.length;
  const rows = shown.map((service) => row(nameOf(service, catalogue), countsOf(service)));
  const all = ACCESS_LEVELS.map((level) => services.reduce((sum, { byLevel }) => sum + byLevel[level], 0));
  const more = hidden > 0 ? [`| and ${counted(hidden, 'service')} more | | | | | | |`] : [];
  const sum = services.length > 1 ? [row('**all**', [...all, total])] : [];
  return [
    `| Service | ${ACCESS_LEVELS.join(' | ')} | all |`,
    `| --- |${' ---: |'.repeat(ACCESS_LEVELS.length + 1)}`,
    ...rows,
    ...more,
    ...sum,
  ];
}

function nameOf({ prefix }: GrantedService, catalogue: Catalogue): string {
  const name = catalogue.service(prefix)?.name ?? prefix;
  return `${escapeMarkdown(name)} (\`${prefix}\`)`;
}

function countsOf({ byLevel }: GrantedService): readonly number[] {
  const counts = ACCESS_LEVELS.map((level) => byLevel[level]);
  return [...counts, counts.reduce((sum, count) => sum + count, 0)];
}

function row(title: string, counts: readonly number[]): string {
  return `| ${title} | ${counts.map((count) => (count === 0 ? '' : grouped(count))).join(' | ')} |`;
}

function byWeight(a: GrantedService, b: GrantedService): number {
  const level = 'Permissions management';
  return b.byLevel[level] - a.byLevel[level] || b.byLevel.Write - a.byLevel.Write;
}

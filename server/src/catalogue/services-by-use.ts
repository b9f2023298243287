import { memoized } from '../base/memo.ts';
import type { Catalogue, Service } from './catalogue.ts';

/** All services, those whose actions policies name most first. */
export const servicesByUse = memoized((catalogue: Catalogue): readonly Service[] =>
  catalogue
    .servicePrefixes()
    .flatMap((prefix) => catalogue.service(prefix) ?? [])
    .map((service) => ({ service, use: useOf(service) }))
    .sort((a, b) => b.use - a.use)
    .map(({ service }) => service),
);

/** The steps of `usageAt` double, so they are undone before they are added. */
function useOf(service: Service): number {
  return service.actionNames().reduce((sum, _, index) => sum + 2 ** service.usageAt(index) - 1, 0);
}

import { markdownLink } from '../../base/markdown.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';

/** The link of a page that speaks from the catalogue, and the date of what it says. */
export function dataFooter(catalogue: Catalogue, label?: string, address?: string): string {
  const date = `data of ${catalogue.stamp.date}`;
  return label !== undefined && address !== undefined ? `${markdownLink(label, address)} · ${date}` : date;
}

import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findAction } from '../../catalogue/find-action.ts';
import { starResource } from '../../policy/star-resource.ts';
import type { Statement } from '../../policy/statement.ts';
import { usableResources } from '../../reasoning/usable-resources.ts';
import { type Narrowing, type NarrowingOptions, narrowing } from './narrowing.ts';
import type { WhyNot } from './transformed.ts';

/** Drop the actions that can be used on none of the statement's resources: with them it never allowed anything. */
export function narrowToResources(
  statement: Statement,
  catalogue: Catalogue,
  options: NarrowingOptions = {},
): Narrowing | WhyNot {
  const whyNot = whyNotByResources(statement);
  if (whyNot) return { whyNot };
  const usable = usableResources(statement.resources, catalogue);
  return narrowing(statement, catalogue, options, {
    isKept(name) {
      const info = findAction(catalogue, name);
      return info !== undefined && usable(info).length > 0;
    },
    title: (kept, all) => `Narrow to what can be done with these resources (${kept} of ${all} actions)`,
    nothingKept: 'None of its actions can be used on its resources.',
    allKept: 'All of its actions can be used on its resources.',
  });
}

/** Why the resources do not choose among the actions. */
export function whyNotByResources(statement: Statement): string | undefined {
  if (statement.element('NotResource')) return 'NotResource leaves open what it does not name.';
  const value = statement.element('Resource')?.value;
  if (!value) return 'It names no resource.';
  if (starResource(statement)) return 'Every action can be used on "*".';
  const count = value.kind === 'array' ? value.items.length : 1;
  const isWhole = statement.resources.length === count && count > 0;
  return isWhole ? undefined : 'Some of its resources are known only at deployment.';
}

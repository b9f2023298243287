import type { Catalogue } from '../../catalogue/catalogue.ts';
import { isMultivalued } from '../../iam/operand-fit.ts';
import type { Slot } from '../../policy/slot.ts';
import type { Completion } from './completion.ts';

/** Policy variables behind a `${` that is not closed yet; multivalued keys cannot be variables. */
export function* completePolicyVariable(slot: Slot, catalogue: Catalogue): Iterable<Completion> {
  const open = slot.typed.lastIndexOf('${');
  if (open < 0 || slot.typed.indexOf('}', open) >= 0) return;
  const before = slot.typed.slice(0, open);
  const after = slot.text.slice(slot.typed.length).replace(/^([\w:./-]*\}|[\w:.-]*)/, '');
  for (const { name, type } of catalogue.globalConditionKeys()) {
    if (isMultivalued(type)) continue;
    const variable = `\${${name.replace('${TagKey}', 'team')}}`;
    yield {
      label: variable,
      kind: 'key',
      description: type,
      newText: `"${before}${variable}${after}"`,
      filterText: `"${before}${variable}`,
      subject: `key:${name}`,
    };
  }
}

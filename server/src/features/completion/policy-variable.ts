import type { Catalogue } from '../../catalogue/catalogue.ts';
import { isMultivalued } from '../../iam/operand-fit.ts';
import { type PolicyDocument, policyVersion } from '../../policy/policy-document.ts';
import type { Slot } from '../../policy/slot.ts';
import type { Completion } from './completion.ts';

/** Characters that would mean something else without the braces. */
const ESCAPES: readonly (readonly [text: string, description: string])[] = [
  ['${*}', 'the character *'],
  ['${?}', 'the character ?'],
  ['${$}', 'the character $'],
];

/**
 * Policy variables behind a `${` that is not closed yet; multivalued keys cannot be variables. None in a policy of an
 * older version, where they are plain text. Those that policies name most come first.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function* completePolicyVariable(
  slot: Slot,
  policy: PolicyDocument,
  catalogue: Catalogue,
): Iterable<Completion> {
  if (policyVersion(policy) !== '2012-10-17') return;
  const open = slot.typed.lastIndexOf('${');
  if (open < 0 || slot.typed.indexOf('}', open) >= 0) return;
  const before = slot.typed.slice(0, open);
  const after = slot.text.slice(slot.typed.length).replace(/^([\w:./-]*\}|[\w:.-]*)/, '');
  const completion = (text: string, description: string, rank: number): Completion => ({
    label: text,
    kind: 'key',
    description,
    newText: `"${before}${text}${after}"`,
    filterText: `"${before}${text}`,
    rank,
  });
  for (const { name, type } of catalogue.globalConditionKeys()) {
    if (isMultivalued(type)) continue;
    const variable = name.replace('${TagKey}', 'team');
    const rank = 9 - catalogue.conditionUsage(name);
    yield { ...completion(`\${${variable}}`, type, rank), subject: `key:${name}` };
    if (variable !== name) {
      const withDefault = `\${${variable}, 'none'}`;
      yield completion(withDefault, 'with a default for callers without the tag', rank + 10);
    }
  }
  for (const [text, description] of ESCAPES) yield completion(text, description, 50);
}

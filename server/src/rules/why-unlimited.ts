import type { Statement } from '../policy/statement.ts';
import type { Callers } from '../reasoning/bounds-caller.ts';

/** The sentence that says why a statement with conditions, or without, still lets everyone in. */
export function whyUnlimited({ conditions }: Statement, callers: Callers): string {
  const keys = [...new Set(conditions.map(({ key }) => key.text))];
  if (keys.length === 0) return 'No condition limits who calls.';
  const subject = keys.length === 1 ? `The condition on "${keys[0]}"` : 'None of its conditions';
  const verbs = keys.length === 1 ? VERBS.one : VERBS.several;
  return `${subject} ${callers === 'unclear' ? verbs.unclear : verbs.anyone} who calls.`;
}

const VERBS = {
  one: { unclear: 'may not limit', anyone: 'does not limit' },
  several: { unclear: 'surely limits', anyone: 'limits' },
};

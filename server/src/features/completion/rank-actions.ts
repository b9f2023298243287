import { wordMatcher } from '../../base/word-match.ts';
import type { Service } from '../../catalogue/catalogue.ts';

/** An action of a service that fits what is typed, and how likely it is to be meant: higher is likelier. */
export interface RankedAction {
  readonly name: string;
  /** Of the name in the service. */
  readonly index: number;
  readonly score: number;
}

/** The actions of the statement and policy that the author has written before, of the same service. */
export interface WrittenActions {
  /** Names in the list that is being written, in their order. */
  readonly inList: readonly string[];
  /** Names elsewhere in the policy. */
  readonly elsewhere: readonly string[];
}

/**
 * The actions of a service that fit what is typed behind the colon, likeliest first; those in the list already are
 * left out.
 *
 * What counts: how the letters match, how often policies name the action, whether others of the same noun are there
 * (`CreateUser` makes `DeleteUser` likely), and the alphabet, which most lists follow.
 */
export function rankActions(
  service: Service,
  typed: string,
  { inList, elsewhere }: WrittenActions,
): readonly RankedAction[] {
  const present = new Set(inList.map((name) => name.toLowerCase()));
  const nouns = new Set([...inList, ...elsewhere].map(nounOf));
  const matchOf = wordMatcher(typed);
  const fitting: { name: string; index: number; score: number }[] = [];
  for (const [index, name] of service.actionNames().entries()) {
    const match = matchOf(name);
    if (match === undefined || (present.size > 0 && present.has(name.toLowerCase()))) continue;
    const noun = nouns.size > 0 && nouns.has(nounOf(name)) ? NOUN : 0;
    fitting.push({ name, index, score: match * 20 + service.usageAt(index) + noun - name.length / 100 });
  }
  const next = followers(fitting, inList);
  for (const action of fitting) action.score += next.get(action.name) ?? 0;
  return fitting.sort((a, b) => b.score - a.score || a.index - b.index);
}

/** What a noun that is there already adds to an action. */
const NOUN = 5;

/** A bonus for the names that come next in the alphabet; it fades, and is higher where the list is in order. */
function followers(
  fitting: readonly { readonly name: string }[],
  inList: readonly string[],
): ReadonlyMap<string, number> {
  const last = inList.at(-1);
  if (last === undefined) return new Map();
  const isOrdered = inList.every((name, index) => index === 0 || (inList[index - 1] ?? '') <= name);
  const bonus = isOrdered ? 4 : 2.4;
  const following = fitting.filter(({ name }) => name > last).slice(0, 2 ** Math.ceil(bonus));
  return new Map(following.map(({ name }, place) => [name, Math.max(0, bonus - Math.log2(1 + place))]));
}

/** `DescribeKeyPairs` → `keypair`: what is left without the verb, singular and plural alike. */
function nounOf(name: string): string {
  return name
    .replace(/^[A-Z]?[a-z]+(?=[A-Z])/, '')
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/s$/, '');
}

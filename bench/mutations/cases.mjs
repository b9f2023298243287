import { randomNumbers } from '../random.mjs';
import { STILL_VALID } from './damage.mjs';

/**
 * Up to `count` different damages of one kind, the policy drawn first and then the place in it. `stillValid` counts
 * those that made something valid by accident and are left out. The same in every run with the same seed.
 */
export function casesOf(kind, policies, known, { count, seed }) {
  const random = randomNumbers(seed ^ hash(kind.name));
  for (let i = 0; i < WARM_UP; i++) random.below(2);
  const fertile = policies
    .map((policy) => ({ policy, places: kind.places(policy) }))
    .filter(({ places }) => places.length > 0);
  const cases = new Map();
  let stillValid = 0;
  for (let tries = 0; fertile.length > 0 && cases.size < count && tries < count * MOST_TRIES; tries++) {
    const { policy, places } = random.pick(fertile);
    const damaged = kind.damage(policy, random.pick(places), random, known);
    if (damaged === STILL_VALID) stillValid++;
    else if (damaged) cases.set(damaged.text, { policy, damaged });
  }
  return { cases: [...cases.values()], stillValid };
}

/** Where there are few places, the same damage is drawn again and again. */
const MOST_TRIES = 5;

/** Numbers of a small seed are small at first. */
const WARM_UP = 10;

function hash(text) {
  let sum = 2166136261;
  for (const character of text) sum = Math.imul(sum ^ character.charCodeAt(0), 16777619);
  return sum >>> 0;
}

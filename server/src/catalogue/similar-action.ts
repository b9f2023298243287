import { editDistance } from '../base/edit-distance.ts';
import { wordsOfName } from './action-slip.ts';
import type { Catalogue, Service } from './catalogue.ts';

/** Verbs that people use for one another; AWS's services choose among them freely. */
const VERBS: readonly (readonly string[])[] = [
  [
    'get',
    'read',
    'fetch',
    'retrieve',
    'download',
    'load',
    'head',
    'describe',
    'view',
    'show',
    'list',
    'query',
  ],
  ['put', 'write', 'upload', 'set', 'save', 'store', 'update', 'modify', 'edit', 'change', 'add'],
  ['create', 'new', 'make', 'add', 'register', 'launch', 'put', 'run'],
  ['delete', 'remove', 'destroy', 'drop', 'erase', 'terminate', 'deregister'],
  ['invoke', 'call', 'execute', 'run', 'trigger', 'start'],
  ['publish', 'send', 'post', 'emit', 'put'],
  ['attach', 'associate', 'add', 'bind'],
  ['detach', 'disassociate', 'remove', 'unbind'],
];

/** The verbs that may be meant by a verb, in lower case, itself first. */
export function verbsLike(verb: string): readonly string[] {
  return [...new Set([verb, ...VERBS.filter((group) => group.includes(verb)).flat()])];
}

/**
 * Names of a service's actions that speak about the same thing as `name`, best first, at most `count`: another verb
 * (`ReadObject` → `GetObject`), a missing or shortened word (`GetObj` → `GetObject`).
 */
export function similarActions(service: Service, name: string, count = 3): readonly string[] {
  const typed = wordsOfName(name);
  return service
    .actionNames()
    .map((candidate) => ({ candidate, score: similarity(typed, wordsOfName(candidate)) }))
    .filter(({ score }) => score >= LEAST_SIMILAR)
    .sort((a, b) => b.score - a.score || a.candidate.length - b.candidate.length)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

const LEAST_SIMILAR = 0.6;

/** From 0 to 1: how many of the words of both names have a partner in the other. */
function similarity(typed: readonly string[], candidate: readonly string[]): number {
  const left = [...candidate];
  let score = 0;
  for (const [index, word] of typed.entries()) {
    const partners = left.map((other, place) => ({ place, score: likeness(word, other, index === 0) }));
    const best = partners.reduce((a, b) => (b.score > a.score ? b : a), { place: -1, score: 0 });
    if (best.place < 0) continue;
    score += best.score;
    left.splice(best.place, 1);
  }
  return (2 * score) / (typed.length + candidate.length);
}

function likeness(word: string, other: string, isVerb: boolean): number {
  if (word === other) return 1;
  const limit = Math.max(1, Math.floor(other.length / 4));
  if (other.length > 3 && editDistance(word, other, limit) <= limit) return 0.9;
  if (word.length >= 3 && other.startsWith(word)) return 0.8;
  if (isVerb) {
    const place = verbsLike(word).indexOf(other);
    if (place > 0) return 0.7 - place / 100;
  }
  return 0;
}

/** Full names of the actions called exactly this, of other services; none if more than three services have one. */
export function namesakes(catalogue: Catalogue, name: string): readonly string[] {
  const owners = catalogue.servicePrefixes().flatMap((prefix) => {
    const service = catalogue.service(prefix);
    return service?.hasAction(name) ? [`${prefix}:${canonicalName(service, name)}`] : [];
  });
  return owners.length > 3 ? [] : owners;
}

/** The name as AWS spells it; as given for a name the service does not define. */
export function canonicalName(service: Service, name: string): string {
  const wanted = name.toLowerCase();
  return service.actionNames().find((candidate) => candidate.toLowerCase() === wanted) ?? name;
}

import { memoized } from '../base/memo.ts';
import type { ResourceType, Service } from '../catalogue/catalogue.ts';
import { splitArn } from '../iam/arn.ts';
import { wildcardsOverlap } from '../iam/wildcard-overlap.ts';

/** A format of the Service Authorization Reference in its parts; placeholders stay as they are. */
export interface ArnFormat {
  readonly type: ResourceType;
  /** The service in the ARN, which need not be the one that has the type. */
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
  /** The six parts as wildcard patterns: a placeholder stands for one or more characters. */
  readonly globs: readonly string[];
  /** What stands before the first wildcard of the last part; most formats are told apart by it. */
  readonly head: string;
  /** The last part is its head and one placeholder. */
  readonly isWordAndName: boolean;
}

/** All formats of a service. */
export const arnFormats = memoized((service: Service): readonly ArnFormat[] =>
  service.resourceTypes().flatMap((type) => type.arnFormats.map((format) => parsed(type, format))),
);

function parsed(type: ResourceType, format: string): ArnFormat {
  const parts = splitArn(format);
  const [, , service = '', region = '', account = '', resource = ''] = parts;
  const globs = parts.map((part) => part.replace(/\$\{[^}]*\}/g, PLACEHOLDER));
  const head = literalStart(globs[5] ?? '');
  const isWordAndName = globs[5] === head + PLACEHOLDER;
  return { type, service, region, account, resource, globs, head, isWordAndName };
}

/** The formats of a service whose last part some text has that `resource`, a pattern, matches too. */
export function formatsOfResource(service: Service, resource: string): readonly ArnFormat[] {
  const head = literalStart(resource);
  const word = firstWord(head);
  const { all, byWord, wordless } = indexOf(service);
  const candidates = word === undefined ? all : (byWord.get(word) ?? wordless);
  return candidates.filter((format) => isOfResource(format, resource, head));
}

interface FormatIndex {
  readonly all: readonly ArnFormat[];
  /** For each word with which formats begin these, and those that begin with any. */
  readonly byWord: ReadonlyMap<string, readonly ArnFormat[]>;
  readonly wordless: readonly ArnFormat[];
}

const indexOf = memoized((service: Service): FormatIndex => {
  const all = arnFormats(service);
  const words = new Set(all.map(({ head }) => firstWord(head)));
  const formatsWith = (word: string | undefined): readonly ArnFormat[] =>
    all.filter(({ head }) => [word, undefined].includes(firstWord(head)));
  const byWord = new Map(
    [...words].flatMap((word) => (word === undefined ? [] : [[word, formatsWith(word)] as const])),
  );
  return { all, byWord, wordless: formatsWith(undefined) };
});

/** `instance` of `instance/i-1234`; undefined where no separator follows. */
function firstWord(head: string): string | undefined {
  const end = head.search(/[:/]/);
  return end < 0 ? undefined : head.slice(0, end);
}

function isOfResource(format: ArnFormat, resource: string, head: string): boolean {
  const [, , , , , glob = ''] = format.globs;
  if (head.length <= format.head.length) return format.head.startsWith(head) && overlaps(glob, resource);
  // Most formats are a word and a name, which then has at least one character.
  return head.startsWith(format.head) && (format.isWordAndName || overlaps(glob, resource));
}

/** Whether some text is of a part of a format, a glob, and of the same part of an ARN. */
export function overlaps(glob: string, part: string): boolean {
  if (glob === part) return true;
  return glob === PLACEHOLDER ? part !== '' : wildcardsOverlap(glob, part);
}

/** A placeholder stands for at least one character. */
const PLACEHOLDER = '?*';

function literalStart(pattern: string): string {
  const end = pattern.search(/[*?]/);
  return end < 0 ? pattern : pattern.slice(0, end);
}

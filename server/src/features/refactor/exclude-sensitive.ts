import { enumerated } from '../../base/enumerated.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { SENSITIVE_KINDS, type SensitiveKind, sensitiveKind } from '../../catalogue/sensitive-kind.ts';
import type { Statement } from '../../policy/statement.ts';
import { type Narrowing, type NarrowingOptions, narrowing } from './narrowing.ts';
import type { WhyNot } from './transformed.ts';

export interface SensitiveOptions extends NarrowingOptions {
  /** All of them without it. */
  readonly kinds?: readonly SensitiveKind[] | undefined;
}

/** Narrow an Allow to what is not dangerous. */
export function excludeSensitive(
  statement: Statement,
  catalogue: Catalogue,
  { kinds = SENSITIVE_KINDS, strings }: SensitiveOptions = {},
): Narrowing | WhyNot {
  return narrowing(
    statement,
    catalogue,
    { strings },
    {
      isKept: (name) => !isOneOf(kinds, sensitiveKind(catalogue, name)),
      title: (kept, all) =>
        `Exclude ${kindsInWords(kinds)}${from(strings)} (${kept} of ${all} actions remain)`,
      nothingKept: `All of its actions are about ${kindsInWords(kinds)}.`,
      allKept: `None of its actions is about ${kindsInWords(kinds)}.`,
    },
  );
}

const WORDS: Readonly<Record<SensitiveKind, string>> = {
  permissions: 'permissions',
  credentials: 'credentials',
  destructive: 'deletion',
};

/** ` from s3:*` where one string is meant; nothing where all are. */
export function from(strings: SensitiveOptions['strings']): string {
  return strings?.length === 1 ? ` from ${strings[0]?.text}` : '';
}

/** `permissions, credentials and deletion`. */
export function kindsInWords(kinds: readonly SensitiveKind[]): string {
  return enumerated(SENSITIVE_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => WORDS[kind]));
}

export function isOneOf(kinds: readonly SensitiveKind[], kind: SensitiveKind | undefined): boolean {
  return kind !== undefined && kinds.includes(kind);
}

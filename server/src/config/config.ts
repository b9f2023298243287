import type { TextEdit } from '../base/text-edit.ts';
import type { TextRange } from '../base/text-range.ts';
import type { PolicyType } from '../iam/policy-type.ts';
import type { Level, Severity } from '../rules/rule.ts';

/** Names of the file that holds the configuration of a folder; the first that exists counts. */
export const CONFIG_NAMES: readonly string[] = ['leastwise.json', 'leastwise.jsonc'];

/** What one configuration file says, as far as it can be read. */
export interface Config {
  /** Presets and paths of other files; later ones win over earlier ones, the file itself over all. */
  readonly extends: readonly Located<string>[];
  readonly rules: ReadonlyMap<string, Level>;
  /** The last that matches a file wins. */
  readonly policyTypes: readonly PolicyTypeOfFiles[];
  readonly overrides: readonly Override[];
  /** Ids of the accounts that policies may let in; undefined where it says nothing about them. */
  readonly trustedAccounts: readonly string[] | undefined;
  /** Path of the file with findings that are known already. */
  readonly baseline: Located<string> | undefined;
}

export interface Located<T> {
  readonly value: T;
  readonly range: TextRange;
}

export interface PolicyTypeOfFiles {
  readonly files: string;
  readonly policyType: PolicyType | 'auto';
}

/** What holds for some files, or for some statements in them. */
export interface Override {
  /** Globs; undefined for all files below the configuration. */
  readonly files: readonly string[] | undefined;
  /** Sids, or `#0` for the first statement; undefined for whole files. */
  readonly statements: readonly Located<string>[] | undefined;
  readonly rules: ReadonlyMap<string, Level>;
  readonly reason: string | undefined;
  /** The last day on which it holds, `2027-03-31`. */
  readonly until: string | undefined;
  readonly range: TextRange;
}

/** Something wrong in a configuration. Errors are what has no effect; everything else is read all the same. */
export interface ConfigProblem {
  readonly severity: Severity;
  readonly message: string;
  readonly range: TextRange;
  readonly fixes: readonly ConfigFix[];
  /** `syntax` is broken JSON, `form` what a schema tells too: editors that know JSON say both themselves. */
  readonly kind: 'syntax' | 'form' | 'meaning';
}

export interface ConfigFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

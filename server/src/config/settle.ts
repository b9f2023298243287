import type { PolicyType } from '../iam/policy-type.ts';
import type { Level } from '../rules/rule.ts';
import type { StatementOverride } from '../rules/statement-levels.ts';
import type { Override } from './config.ts';
import { globMatcher } from './glob.ts';
import type { LoadedConfig, ReadConfig } from './load-config.ts';
import { folderOf, pathBelow } from './location.ts';
import type { Preset } from './preset.ts';

/** Which rules run, and how loud. */
export interface RuleChoice {
  readonly preset: Preset;
  /** Where somebody has chosen; over those of the preset. */
  readonly severities: ReadonlyMap<string, Level>;
}

/** What holds for one file. The same object for all files for which the same holds. */
export interface FileSettings extends RuleChoice {
  readonly overrides: readonly SettledOverride[];
  /** `auto` where the configuration wants it inferred, undefined where it says nothing. */
  readonly policyType: PolicyType | 'auto' | undefined;
  /** Ids of the accounts that may be let in; undefined where the configuration says nothing about them. */
  readonly trustedAccounts: ReadonlySet<string> | undefined;
}

/** An override of statements, and where it is written. */
export interface SettledOverride extends StatementOverride {
  readonly origin: Override;
  readonly source: ReadConfig;
}

export const USUAL: RuleChoice = { preset: 'recommended', severities: new Map() };

/**
 * A function from the location of a file to what holds there: `base`, which an editor or a command line has, and the
 * configuration over it. What has expired before `today` does not hold.
 */
export function settler(
  base: RuleChoice,
  loaded: LoadedConfig | undefined,
  today: string | undefined,
): (location: string) => FileSettings {
  const { parts, ...everywhere } = combined(base, loaded, today);
  const known = new Map<string, FileSettings>();
  return (location) => {
    const matching = parts.filter((part) => part.matches(location));
    const key = matching.map(({ index }) => index).join();
    const found = known.get(key) ?? settled(everywhere, matching);
    known.set(key, found);
    return found;
  };
}

/** Something that holds for some files only. */
interface Part {
  readonly index: number;
  matches(location: string): boolean;
  readonly override?: Override;
  readonly source: ReadConfig;
  readonly policyType?: PolicyType | 'auto';
}

/** What holds for all files. */
type Everywhere = RuleChoice & Pick<FileSettings, 'trustedAccounts'>;

function combined(
  base: RuleChoice,
  loaded: LoadedConfig | undefined,
  today: string | undefined,
): Everywhere & { readonly parts: readonly Part[] } {
  let preset = base.preset;
  const severities = new Map(base.severities);
  let trustedAccounts: FileSettings['trustedAccounts'];
  const parts: Part[] = [];
  for (const step of loaded?.steps ?? []) {
    if ('preset' in step) {
      preset = step.preset;
      severities.clear();
      continue;
    }
    const { config } = step;
    const folder = folderOf(step.location);
    for (const [id, level] of config.rules) severities.set(id, level);
    trustedAccounts = config.trustedAccounts ? new Set(config.trustedAccounts) : trustedAccounts;
    for (const { files, policyType } of config.policyTypes) {
      parts.push({ index: parts.length, matches: filesMatcher(folder, [files]), source: step, policyType });
    }
    for (const override of config.overrides) {
      if (override.until && today && override.until < today) continue;
      parts.push({
        index: parts.length,
        matches: filesMatcher(folder, override.files),
        source: step,
        override,
      });
    }
  }
  return { preset, severities, trustedAccounts, parts };
}

function settled({ preset, trustedAccounts, ...choice }: Everywhere, parts: readonly Part[]): FileSettings {
  const severities = new Map(choice.severities);
  const overrides: SettledOverride[] = [];
  let policyType: FileSettings['policyType'];
  for (const part of parts) {
    policyType = part.policyType ?? policyType;
    const { override: origin, source } = part;
    if (origin?.statements) {
      const statements = origin.statements.map(({ value }) => value);
      overrides.push({ statements, severities: origin.rules, origin, source });
    } else for (const [id, level] of origin?.rules ?? []) severities.set(id, level);
  }
  return { preset, severities, overrides, policyType, trustedAccounts };
}

function filesMatcher(folder: string, globs: readonly string[] | undefined): (location: string) => boolean {
  const matchers = globs?.map(globMatcher);
  return (location) => {
    const path = pathBelow(folder, location);
    return path !== undefined && (matchers?.some((matches) => matches(path)) ?? true);
  };
}

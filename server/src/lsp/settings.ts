import { pathGlob } from '../base/path-glob.ts';
import { isPreset } from '../config/preset.ts';
import { type RuleChoice, USUAL } from '../config/settle.ts';
import { isPolicyType, type PolicyType } from '../iam/policy-type.ts';
import { isLevel, type Level } from '../rules/rule.ts';

/** What users set under `leastwise`; whatever is missing or of the wrong type has its default. */
export interface Settings {
  readonly enable: boolean;
  /** Where no configuration file says otherwise. */
  readonly choice: RuleChoice;
  readonly evaluationOrder: boolean;
  /** Names that the user has given accounts, by id. */
  readonly accountNames: ReadonlyMap<string, string>;
  /** Inlay hints with the number of actions that a wildcard matches. */
  readonly wildcardCount: boolean;
  /** Code lenses with what policies and statements allow. */
  readonly lensSummary: boolean;
  /** The type that the user has fixed for a file; undefined to infer it. `path` is that of the URI. */
  policyTypeOf(path: string): PolicyType | undefined;
}

export const DEFAULT_SETTINGS: Settings = readSettings(undefined);

/** Read the value of the section `leastwise`, as a client sends it. Never throws. */
export function readSettings(section: unknown): Settings {
  const settings = isRecord(section) ? section : {};
  const group = (name: string): Readonly<Record<string, unknown>> => {
    const value = settings[name];
    return isRecord(value) ? value : {};
  };
  const preset = settings['preset'];
  return {
    enable: settings['enable'] !== false,
    choice: {
      preset: isPreset(preset) ? preset : USUAL.preset,
      severities: readSeverities(settings['rules']),
    },
    evaluationOrder: group('hover')['evaluationOrder'] !== false,
    accountNames: readAccountNames(settings['accounts']),
    wildcardCount: group('inlayHints')['wildcardCount'] !== false,
    lensSummary: group('codeLens')['summary'] !== false,
    policyTypeOf: policyTypes(settings['policyType']),
  };
}

function readAccountNames(accounts: unknown): ReadonlyMap<string, string> {
  const entries = Object.entries(isRecord(accounts) ? accounts : {});
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function readSeverities(rules: unknown): ReadonlyMap<string, Level> {
  const severities = new Map<string, Level>();
  for (const [id, level] of Object.entries(isRecord(rules) ? rules : {})) {
    if (isLevel(level)) severities.set(id, level);
  }
  return severities;
}

/** One type for all files, or a map from glob to type of which the last that matches wins. */
function policyTypes(setting: unknown): Settings['policyTypeOf'] {
  if (isPolicyType(setting)) return () => setting;
  const entries = Object.entries(isRecord(setting) ? setting : {}).map(([glob, type]) => ({
    matches: pathGlob(glob.startsWith('/') || glob.startsWith('**/') ? glob : `**/${glob}`),
    type: isPolicyType(type) ? type : undefined,
  }));
  return (path) => entries.filter(({ matches }) => matches(path)).at(-1)?.type;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { isPolicyType, POLICY_TYPES } from '../iam/policy-type.ts';
import { parseJson, toValue } from '../policy/parse-json.ts';
import type { Value } from '../policy/value.ts';
import type { Config, ConfigProblem, Located, PolicyTypeOfFiles } from './config.ts';
import { configProblems, type Report } from './config-problems.ts';
import { readOverrides } from './read-override.ts';
import { readRules } from './read-rules.ts';

export interface ConfigReading {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/**
 * Read a configuration file: JSON with comments. Never throws; what is wrong is left out and reported where it stands.
 *
 * `today` decides what has expired; without it nothing has.
 */
export function readConfig(text: string, today: string | undefined): ConfigReading {
  const { root, problems: syntax } = parseJson(text, 'allowed');
  const { report, problems } = configProblems();
  for (const { message, range } of syntax) report(range, message, { kind: 'syntax' });
  const value = root && toValue(root, text);
  const members = new Map<string, Value>();
  if (value && value.kind !== 'object')
    report(value.range, 'A configuration is an object.', { kind: 'form' });
  for (const { key, value: content } of value?.kind === 'object' ? value.members : []) {
    report.unknownKey(key, KEYS);
    if (content) members.set(key.text, content);
  }
  const config: Config = {
    extends: readExtends(members.get('extends'), report),
    rules: readRules(members.get('rules'), report),
    policyTypes: readPolicyTypes(members.get('policyType'), report),
    overrides: readOverrides(members.get('overrides'), today, report),
    trustedAccounts: readAccounts(members.get('trustedAccounts'), report),
    baseline: report.string(members.get('baseline')),
  };
  return { config, problems };
}

/** What a configuration may hold. */
export const KEYS: readonly string[] = [
  '$schema',
  'extends',
  'rules',
  'policyType',
  'overrides',
  'trustedAccounts',
  'baseline',
];

/** Whether each is a preset or a file is known only when it is looked for. */
function readExtends(value: Value | undefined, report: Report): readonly Located<string>[] {
  return report.strings(value) ?? [];
}

function readPolicyTypes(value: Value | undefined, report: Report): readonly PolicyTypeOfFiles[] {
  const entry = (files: string, type: Value | undefined): readonly PolicyTypeOfFiles[] => {
    const name = report.string(type);
    if (!name) return [];
    const policyType = name.value;
    if (policyType === 'auto' || isPolicyType(policyType)) return [{ files, policyType }];
    const message = `There is no policy type "${policyType}".`;
    report.unknownName(name.range, message, policyType, POLICY_TYPES, 'form');
    return [];
  };
  if (value?.kind !== 'object') return entry('**', value);
  return value.members.flatMap((member) => entry(member.key.text, member.value));
}

function readAccounts(value: Value | undefined, report: Report): readonly string[] | undefined {
  return report.strings(value)?.flatMap(({ value: id, range }) => {
    if (/^\d{12}$/.test(id)) return [id];
    report(range, `"${id}" is no account id; it must have 12 digits.`, { kind: 'form' });
    return [];
  });
}

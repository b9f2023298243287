import { RULES } from '../rules/registry.generated.ts';
import type { Level, RuleFacts } from '../rules/rule.ts';

/** Which rules run where nothing else is said. */
export type Preset = 'syntax-only' | 'recommended' | 'strict';

/** Each with what it is for, as editors show it. */
export const PRESETS: Readonly<Record<Preset, string>> = {
  'syntax-only': 'What AWS would not accept as a policy, and nothing else.',
  recommended: 'What is wrong, dangerous or too broad, without rules that most would switch off.',
  strict: 'Every rule.',
};

export function isPreset(value: unknown): value is Preset {
  return typeof value === 'string' && Object.hasOwn(PRESETS, value);
}

/** The rules that a preset switches off; those that are missing have their own severity. */
export function presetLevels(preset: Preset): ReadonlyMap<string, Level> {
  return new Map(RULES.filter((rule) => !runs(preset, rule)).map(({ id }) => [id, 'off']));
}

function runs(preset: Preset, { category, isOptIn }: RuleFacts): boolean {
  if (preset === 'strict') return true;
  return !isOptIn && (preset === 'recommended' || category === 'syntax');
}

import { kindName, type Value } from '../policy/value.ts';
import { RULES } from '../rules/registry.generated.ts';
import { isLevel, LEVELS, type Level } from '../rules/rule.ts';
import type { Report } from './config-problems.ts';

const RULE_IDS: readonly string[] = RULES.map(({ id }) => id);

/** A map from rule to level; what is unknown is reported and left out. */
export function readRules(value: Value | undefined, report: Report): ReadonlyMap<string, Level> {
  const rules = new Map<string, Level>();
  if (!value) return rules;
  if (value.kind !== 'object') {
    report(value.range, `An object with rules is expected here, not ${kindName(value)}.`, { kind: 'form' });
    return rules;
  }
  for (const { key, value: content } of value.members) {
    if (!RULE_IDS.includes(key.text)) {
      report.unknownName(key.range, `There is no rule "${key.text}".`, key.text, RULE_IDS);
    }
    const level = report.string(content);
    if (!level) continue;
    if (isLevel(level.value)) rules.set(key.text, level.value);
    else
      report.unknownName(
        level.range,
        `"${level.value}" is none of ${LEVELS.join(', ')}.`,
        LEVEL_BY_SYNONYM.get(level.value) ?? level.value,
        LEVELS,
        'form',
      );
  }
  return rules;
}

/** What other tools call them. */
const LEVEL_BY_SYNONYM: ReadonlyMap<string, Level> = new Map([
  ['warn', 'warning'],
  ['info', 'information'],
  ['none', 'off'],
  ['disable', 'off'],
  ['disabled', 'off'],
]);

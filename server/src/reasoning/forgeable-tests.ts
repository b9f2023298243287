import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Statement } from '../policy/statement.ts';
import { type ConditionTest, conditionTests } from './condition-tests.ts';

/** The tests that compare what a client says of itself, and may say as it likes. */
export function forgeableTests(statement: Statement, catalogue: Catalogue): readonly ConditionTest[] {
  if (!statement.conditions.some(({ key }) => isForgeable(key.text))) return [];
  return conditionTests(statement, catalogue).filter(
    ({ entry, operator }) => isForgeable(entry.key.text) && operator?.operator.name !== 'Null',
  );
}

const isForgeable = (key: string): boolean => /^aws:(?:useragent|referer)$/i.test(key);

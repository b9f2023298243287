import type { Catalogue } from '../catalogue/catalogue.ts';
import { findConditionKey } from '../catalogue/find-condition-key.ts';
import { isAssignedId, type LooseValue, looseValue } from '../iam/loose-value.ts';
import { sensitiveKeySubject } from '../iam/sensitive-condition-key.ts';
import { isDynamic } from '../policy/placeholder.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import type { StringValue } from '../policy/value.ts';
import { conditionTests } from './condition-tests.ts';

/** A value that does not say which account, organization or network it means, though its key holds their ids. */
export interface LooseId {
  readonly entry: ConditionEntry;
  readonly value: StringValue;
  readonly loose: LooseValue;
  /** What the id is of. */
  readonly subject: string;
}

/** Patterns and variables for ids, but for `*` alone, which only asks whether the key is there. */
export function* looseIds(statement: Statement, catalogue: Catalogue): Generator<LooseId> {
  for (const { entry, operator, values } of conditionTests(statement, catalogue)) {
    const subject = sensitiveKeySubject(entry.key.text);
    if (!subject || operator?.operator.operand !== 'String') continue;
    for (const value of values) {
      if (value.kind !== 'string' || /^\*+$/.test(value.text) || isDynamic(value.text)) continue;
      const loose = looseValue(value.text, operator.operator);
      if (!loose || (loose.variable !== undefined && isAssignedId(loose.variable))) continue;
      // What does not exist is left to the rules about variables.
      if (loose.variable !== undefined && !findConditionKey(loose.variable, catalogue)) continue;
      yield { entry, value, loose, subject };
    }
  }
}

import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Statement } from '../policy/statement.ts';
import { keySupport } from '../reasoning/key-support.ts';
import type { Finding } from './rule.ts';
import {
  byKey,
  removeKey,
  separateActions,
  unsupportedByAllMessage,
  unsupportedMessage,
} from './unsupported-key.ts';

/** A finding for each tag that some or all actions of the statement never send. */
export function* unsentTags(statement: Statement, catalogue: Catalogue): Generator<Finding> {
  for (const support of byKey(keySupport(statement, catalogue))) {
    const { isAll, isTag, unsupported, whenAbsent, test } = support;
    const [first] = unsupported;
    if (!isTag || whenAbsent === 'waived' || !first) continue;
    yield isAll
      ? {
          range: test.entry.key.range,
          message: unsupportedByAllMessage(support, statement),
          fixes: () => removeKey(statement, support),
        }
      : {
          range: first.range,
          message: unsupportedMessage(support, unsupported, statement),
          fixes: (place) => separateActions(statement, support, unsupported, place),
        };
  }
}

import type { Catalogue } from '../catalogue/catalogue.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';
import { onlyBoolean } from './absent-key.ts';
import { conditionTests } from './condition-tests.ts';

/**
 * The keys without which a request is denied by some statement of the policy: those that a Deny tests with `Null` and
 * `true`. In lower case. Which actions and resources the Deny names is not compared.
 */
export function keysDeniedWhenAbsent(
  { statements }: PolicyDocument,
  catalogue: Catalogue,
): ReadonlySet<string> {
  const tests = statements
    .filter(({ statement }) => statement.effect === 'Deny' && statement.conditions.length > 0)
    .flatMap(({ statement }) => conditionTests(statement, catalogue))
    .filter((test) => test.operator?.operator.name === 'Null' && onlyBoolean(test) === true);
  return new Set(tests.map(({ entry }) => entry.key.text.toLowerCase()));
}

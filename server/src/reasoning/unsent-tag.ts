import type { Catalogue } from '../catalogue/catalogue.ts';
import { parseArn } from '../iam/arn.ts';
import type { Statement } from '../policy/statement.ts';
import { type ConditionTest, conditionTests } from './condition-tests.ts';
import { isTagKey } from './key-support.ts';
import { whenAbsent } from './when-absent.ts';

/**
 * The first test of a statement with `NotAction` that asks for a tag which not all services send. Undefined where its
 * resources keep to certain services.
 */
export function testOfUnsentTag(statement: Statement, catalogue: Catalogue): ConditionTest | undefined {
  if (statement.isBroken || !statement.element('NotAction') || keepsToServices(statement)) return undefined;
  return conditionTests(statement, catalogue).find(
    (test) => isTagKey(test.entry.key.text) && whenAbsent(test) === 'false',
  );
}

function keepsToServices({ resources }: Statement): boolean {
  return (
    resources.length > 0 &&
    resources.every(({ element, text }) => {
      return element === 'Resource' && !/^[*?]*$/.test(parseArn(text)?.service ?? '');
    })
  );
}

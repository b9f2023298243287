import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Statement } from '../policy/statement.ts';
import { type WrittenArn, writtenArns } from '../policy/written-arns.ts';
import { resourcesWithLostColon } from './lost-colon.ts';

/** The ARNs of a statement whose fields are what they stand for: not those that only lack a colon. */
export function wholeArns(statement: Statement, catalogue: Catalogue): readonly WrittenArn[] {
  const broken = resourcesWithLostColon(statement, catalogue);
  const arns = writtenArns(statement);
  return broken.size === 0 ? arns : arns.filter(({ resource }) => !resource || !broken.has(resource));
}

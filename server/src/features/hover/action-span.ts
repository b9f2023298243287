import { codeSpan } from '../../base/markdown.ts';
import type { ActionInfo } from '../../catalogue/catalogue.ts';

/** The full name of an action as a code span. */
export function actionSpan({ servicePrefix, name }: ActionInfo): string {
  return codeSpan(`${servicePrefix}:${name}`);
}

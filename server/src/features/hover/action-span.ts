import { codeSpan, firstOf } from '../../base/markdown.ts';
import type { ActionInfo } from '../../catalogue/catalogue.ts';

/** The full name of an action as a code span. */
export function actionSpan({ servicePrefix, name }: ActionInfo): string {
  return codeSpan(`${servicePrefix}:${name}`);
}

/** The first of the actions, and how many more there are; `describe` says what is shown of each. */
export function actionList(
  actions: readonly ActionInfo[],
  max: number,
  describe: (action: ActionInfo) => string = actionSpan,
): string {
  return firstOf(actions.slice(0, max).map(describe), max, actions.length);
}

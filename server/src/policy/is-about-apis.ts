import type { Statement } from './statement.ts';

/** True for a statement that names actions of `execute-api` only: the APIs that somebody runs on Amazon API Gateway. */
export function isAboutApis({ actions }: Statement): boolean {
  return (
    actions.length > 0 &&
    actions.every(
      ({ element, servicePrefix }) => element === 'Action' && servicePrefix.toLowerCase() === 'execute-api',
    )
  );
}

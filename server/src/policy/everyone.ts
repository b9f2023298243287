import type { Statement } from './statement.ts';
import { type StringValue, strings } from './value.ts';

/**
 * The string of a `Principal` that stands for everyone: `"*"`, `{ "AWS": "*" }`, or the root of every account.
 * Undefined for named principals; for `NotPrincipal`; and for services and identity providers, which have no everyone.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function everyone(statement: Statement): StringValue | undefined {
  return statement.principals
    .filter(({ element, type }) => element === 'Principal' && (type?.text ?? 'AWS') === 'AWS')
    .flatMap(({ type, values }) => strings(values).filter(({ text }) => isEveryone(text, type !== undefined)))
    .at(0);
}

function isEveryone(text: string, isTyped: boolean): boolean {
  return text === '*' || (isTyped && /^arn:[^:]*:iam::\*:(?:root|\*)$/.test(text));
}

import type { PolicyDocument } from './policy-document.ts';
import { strings, type Value } from './value.ts';

/**
 * The distinct `${…}` of a policy at the places where Version 2012-10-17 reads them as policy variables: resources
 * and condition values. In the order written.
 */
export function variableTexts({ statements }: PolicyDocument): readonly string[] {
  const texts = statements.flatMap(({ statement }) => [
    ...statement.resources.map(({ text }) => text),
    ...statement.conditions.flatMap(({ values }) => conditionTexts(values)),
  ]);
  return [...new Set(texts.flatMap((text) => variablesIn(text)))];
}

/** A `${` that is not closed, as of half a text, begins no variable. */
function variablesIn(text: string): readonly string[] {
  return text.slice(0, text.lastIndexOf('}') + 1).match(/\$\{[^}]*\}/g) ?? [];
}

/**
 * False only if the policy surely means the same in both versions of the policy language: no `${` in it, escaped or
 * not, and nothing that is filled in at deployment.
 */
export function mayHoldVariables({ text, range }: PolicyDocument): boolean {
  return /\$\{|\\u00(?:24|7b)|"(?:Ref"|Fn::)/i.test(text.slice(range.start, range.end));
}

function conditionTexts(values: Value | undefined): readonly string[] {
  return strings(values).map(({ text }) => text);
}

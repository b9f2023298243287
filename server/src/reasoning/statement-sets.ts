import { memoized } from '../base/memo.ts';
import { isDynamic } from '../policy/placeholder.ts';
import { type PolicyDocument, policyVersion } from '../policy/policy-document.ts';
import type { Statement } from '../policy/statement.ts';
import { type Member, oneOrMany } from '../policy/value.ts';
import { type Glob, parseGlob } from './glob/glob.ts';
import { EVERY_TEXT, type PatternSet } from './pattern-set.ts';

/** What one string of `Action` or `NotAction` matches. */
export function actionGlob(text: string): Glob {
  return parseGlob(isEveryAction(text) ? '*' : text, { ignoresCase: true });
}

/** A string of `Action` as IAM compares it, without regard to case; `*:*` is `*`. */
export function actionPattern(text: string): string {
  return isEveryAction(text) ? '*' : text.toLowerCase();
}

const isEveryAction = (text: string): boolean => /^\*+:\*+$/.test(text);

/** What `Action` or `NotAction` stands for; undefined where the element is missing, stands twice or has no value yet. */
export const actionSet = memoized((statement: Statement) =>
  patternSet(statement, ['Action', 'NotAction'], actionGlob),
);

/**
 * Reads `Resource` and `NotResource` as a policy does: in the old version of the language variables are plain text, and
 * a policy that is attached to one resource may leave the element out. Undefined as in `actionSet`.
 */
export function resourceReader(policy: PolicyDocument): (statement: Statement) => PatternSet | undefined {
  const isOptional = policy.type.policyType === 'trust' || policy.type.policyType === 'resource';
  const read = policyVersion(policy) === '2012-10-17' ? resourcesWithVariables : resourcesAsWritten;
  return (statement) => {
    const isMissing = !statement.element('Resource') && !statement.element('NotResource');
    return isMissing && isOptional ? EVERY_TEXT : read(statement);
  };
}

const resourcesWithVariables = memoized((statement: Statement) =>
  patternSet(statement, ['Resource', 'NotResource'], (text) => parseGlob(text, { hasVariables: true })),
);

const resourcesAsWritten = memoized((statement: Statement) =>
  patternSet(statement, ['Resource', 'NotResource'], (text) => parseGlob(text)),
);

function patternSet(
  statement: Statement,
  [element, negatedElement]: readonly [string, string],
  parse: (text: string) => Glob,
): PatternSet | undefined {
  const written = statement.members.filter(({ key }) => key.text === element || key.text === negatedElement);
  const [member] = written;
  if (written.length !== 1 || !member?.value) return undefined;
  const texts = knownTexts(member);
  return {
    globs: texts.map(parse),
    isNegated: member.key.text === negatedElement,
    isComplete: texts.length === oneOrMany(member.value).length,
  };
}

function knownTexts({ value }: Member): readonly string[] {
  return oneOrMany(value).flatMap((item) =>
    item.kind === 'string' && !isDynamic(item.text) ? [item.text] : [],
  );
}

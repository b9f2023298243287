import { expandActionPattern } from '../../catalogue/action-pattern.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { fewestPatterns } from '../../catalogue/fewest-patterns.ts';
import { SENSITIVE_KINDS, sensitiveKind } from '../../catalogue/sensitive-kind.ts';
import { matchesWildcard } from '../../iam/wildcard.ts';
import { layoutOf, renderJson } from '../../policy/layout.ts';
import type { Statement } from '../../policy/statement.ts';
import { addStatementAfter } from '../../policy/statement-edit.ts';
import { writtenValue } from '../../policy/written-value.ts';
import { contains } from '../../reasoning/glob/contains.ts';
import { parseGlobs } from '../../reasoning/glob/glob.ts';
import { lazyFix } from '../../rules/lazy-fix.ts';
import type { StatementPlace } from '../../rules/rule.ts';
import { from, isOneOf, kindsInWords, type SensitiveOptions } from './exclude-sensitive.ts';
import { whyNotNarrow } from './narrowing.ts';
import type { Transformed } from './transformed.ts';

export interface DenyOptions extends SensitiveOptions {
  readonly place: Pick<StatementPlace, 'isInList'>;
  /** The others of the policy, among which may be a Deny that does it already. */
  readonly siblings?: readonly Statement[] | undefined;
}

/** Put a Deny for what is dangerous behind an Allow: for the same principals and resources, whatever the conditions. */
export function denySensitive(
  statement: Statement,
  catalogue: Catalogue,
  { kinds = SENSITIVE_KINDS, strings, place, siblings = [] }: DenyOptions,
): Transformed {
  const whyNot = whyNotNarrow(statement);
  if (whyNot) return { whyNot };
  if (statement.element('NotPrincipal')) return { whyNot: 'NotPrincipal names whom it does not mean.' };
  const meant = strings ?? statement.actions;
  const all = [...new Set(meant.flatMap(({ text }) => expandActionPattern(catalogue, text)))];
  const denied = all.filter((name) => isOneOf(kinds, sensitiveKind(catalogue, name)));
  if (denied.length === 0) return { whyNot: `None of its actions is about ${kindsInWords(kinds)}.` };
  if (siblings.some((sibling) => deniesAll(sibling, statement, denied))) {
    return { whyNot: `Another statement denies ${kindsInWords(kinds)} already.` };
  }
  const remaining = `${all.length - denied.length} of ${all.length} actions remain`;
  const title = `Deny ${kindsInWords(kinds)}${from(strings)} in a new statement (${remaining})`;
  return lazyFix({ title, keepsAccess: false }, () =>
    addStatementAfter(statement, place, denyStatement(statement, fewestPatterns(catalogue, denied))),
  );
}

const SCOPE = ['Principal', 'Action', 'Resource', 'NotResource'] as const;

/** The elements that say for whom and on what, copied as they are written. */
function denyStatement(statement: Statement, actions: readonly string[]): Readonly<Record<string, string>> {
  const members: Record<string, string> = { Effect: '"Deny"' };
  for (const name of SCOPE) {
    const written = writtenValue(statement, name);
    if (name === 'Action') members[name] = renderJson(actions, layoutOf(statement), 1);
    else if (written) members[name] = written;
  }
  return members;
}

function deniesAll(deny: Statement, allow: Statement, names: readonly string[]): boolean {
  if (deny.effect !== 'Deny' || deny.element('Condition') || deny.element('NotAction')) return false;
  const patterns = deny.actions.map(({ text }) => text.toLowerCase());
  const isDenied = (name: string): boolean =>
    patterns.some((pattern) => matchesWildcard(pattern, name.toLowerCase()));
  return names.every(isDenied) && hasSameScope(deny, allow);
}

function hasSameScope(deny: Statement, allow: Statement): boolean {
  const isSame = (name: string): boolean => writtenValue(deny, name) === writtenValue(allow, name);
  if (!isSame('Principal') || !isSame('NotResource')) return false;
  const globs = ({ resources }: Statement) =>
    parseGlobs(
      resources.map(({ text }) => text),
      { hasVariables: true },
    );
  return contains(globs(deny), globs(allow)) === true;
}

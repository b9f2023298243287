import { codeSpan, firstOf } from '../../base/markdown.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { PlacedStatement, PolicyDocument } from '../../policy/policy-document.ts';
import type { Statement } from '../../policy/statement.ts';
import { allowedActions } from '../../reasoning/allowed-actions.ts';
import { type Reach, reachIn } from '../../reasoning/statement-overlap.ts';
import { statementName } from './statement-name.ts';

/** A statement of the other effect, and how far the Deny of the two reaches into the Allow. */
interface Opponent {
  readonly name: string;
  readonly reach: Reach;
  /** Actions or resources that the Deny takes of the Allow; perhaps empty. */
  readonly shared: readonly string[];
}

/** More statements are not compared for a hover. */
const MAX_OPPONENTS = 400;

/**
 * For an Allow, which Deny statements of its policy override it; for a Deny, which Allow statements it overrides. At
 * most three lines; none where the policy has no statement of the other effect, or too many.
 */
export function reachLines(
  placed: PlacedStatement,
  policy: PolicyDocument,
  catalogue: Catalogue,
): readonly string[] {
  const { effect } = placed.statement;
  const opposite = effect === 'Allow' ? 'Deny' : 'Allow';
  const others = policy.statements.filter(({ statement }) => statement.effect === opposite);
  if (others.length === 0 || others.length > MAX_OPPONENTS) return [];

  const reach = reachIn(policy);
  const opponents = others.map((other): Opponent => {
    const [deny, allow] =
      effect === 'Allow' ? [other.statement, placed.statement] : [placed.statement, other.statement];
    const reached = reach(deny, allow);
    const isVague = reached.extent === 'some' && reached.shared.length === 0;
    return {
      name: statementName(other),
      reach: reached,
      shared: isVague ? commonActions(deny, allow, catalogue) : reached.shared,
    };
  });
  const lines = effect === 'Allow' ? linesOfAllow(opponents) : linesOfDeny(opponents);
  return lines.map((line) => line.charAt(0).toUpperCase() + line.slice(1));
}

/** Longer lists of actions are not compared one by one. */
const MAX_ACTIONS = 1000;

function commonActions(deny: Statement, allow: Statement, catalogue: Catalogue): readonly string[] {
  const [theirs, ours] = [allowedActions(deny, catalogue), allowedActions(allow, catalogue)];
  if (theirs.size > MAX_ACTIONS || ours.size > MAX_ACTIONS) return [];
  const denied = new Set(theirs.names);
  return ours.names.filter((name) => denied.has(name));
}

const MAX_LINES = 3;

function linesOfAllow(denies: readonly Opponent[]): readonly string[] {
  const { certain, possible, unclear } = sorted(denies);
  if (certain.length > 0) {
    const verb = certain.length === 1 ? 'overrides' : 'override';
    return [`${names(certain)} ${verb} it: every request that this statement matches is denied.`];
  }
  const lines = [
    ...possible.map((deny) => `${deny.name} can override it${partOf(deny)}${decided(deny.reach)}.`),
    ...unclear.map(({ name, reach }) => `${name} may override it; ${doubt(reach)}.`),
  ];
  if (lines.length === 0) return ['No Deny of this policy overrides it.'];
  if (lines.length <= MAX_LINES) return lines;
  const rest = [...possible, ...unclear].slice(MAX_LINES - 1);
  return [...lines.slice(0, MAX_LINES - 1), `${names(rest)} may override it, too.`];
}

function linesOfDeny(allows: readonly Opponent[]): readonly string[] {
  const { certain, possible, unclear } = sorted(allows);
  const lines: string[] = [];
  if (certain.length > 0)
    lines.push(`It overrides ${names(certain)}: every request matched there is denied.`);
  const [first, ...more] = possible;
  if (first) {
    const parts =
      more.length === 0
        ? [`${first.name}${partOf(first)}`]
        : possible.map((allow) => allow.name + inBrackets(allow));
    lines.push(`It can override ${firstOf(parts, MAX_NAMES)}${decided(first.reach)}.`);
  }
  const [doubtful] = unclear;
  if (doubtful) lines.push(`It may override ${names(unclear)}; ${doubt(doubtful.reach)}.`);
  return lines.length > 0 ? lines : ['It overrides no Allow of this policy.'];
}

/** By what is proven. Where both statements test a key the two may exclude each other. */
function sorted(
  opponents: readonly Opponent[],
): Readonly<Record<'certain' | 'possible' | 'unclear', readonly Opponent[]>> {
  const reached = opponents.filter(({ reach }) => reach.extent !== 'none');
  const isUnclear = ({ reach }: Opponent): boolean =>
    reach.extent === 'unknown' || reach.contestedKeys.length > 0;
  const isCertain = ({ reach }: Opponent): boolean => reach.extent === 'all' && !reach.isConditional;
  return {
    certain: reached.filter(isCertain),
    possible: reached.filter((opponent) => !isCertain(opponent) && !isUnclear(opponent)),
    unclear: reached.filter(isUnclear),
  };
}

const MAX_NAMES = 3;

function names(opponents: readonly Opponent[]): string {
  return firstOf(
    opponents.map(({ name }) => name),
    MAX_NAMES,
  );
}

function partOf({ reach, shared }: Opponent): string {
  if (reach.extent === 'all') return '';
  return shared.length > 0 ? ` on ${firstOf(shared.map(codeSpan), 2)}` : ' in part';
}

/** The same in a list, which has commas of its own. */
function inBrackets({ reach, shared }: Opponent): string {
  if (reach.extent === 'all') return '';
  return shared.length > 0 ? ` (${firstOf(shared.map(codeSpan), 1)})` : ' (in part)';
}

function decided({ conditions, isConditional }: Reach): string {
  if (!isConditional) return '';
  if (conditions.length === 0) return '; its `Condition` decides';
  const tests = conditions.map(({ operator, key }) => `${codeSpan(operator.text)} on ${codeSpan(key.text)}`);
  return `; ${firstOf(tests, 2)} ${tests.length === 1 ? 'decides' : 'decide'}`;
}

function doubt({ contestedKeys, unclear }: Reach): string {
  return unclear.length > 0
    ? `how far is not known, because of ${unclear.map(codeSpan).join(' and ')}`
    : `both test ${firstOf(contestedKeys.map(codeSpan), 2)}`;
}

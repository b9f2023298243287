import { escapeSnippet, renumbered } from '../../base/snippet.ts';
import type { TextEdit } from '../../base/text-edit.ts';
import { expandActionPattern } from '../../catalogue/action-pattern.ts';
import type { AccessLevel, ActionInfo, Catalogue } from '../../catalogue/catalogue.ts';
import { findAction } from '../../catalogue/find-action.ts';
import type { PolicyType } from '../../iam/policy-type.ts';
import { replaceItem } from '../../policy/replace-item.ts';
import { parseStatement } from '../../policy/statement.ts';
import { canBeLimited } from '../../reasoning/can-be-limited.ts';
import { keepToAccount } from '../../rules/keep-to-account.ts';
import { type NeededArns, neededArns } from '../../rules/needed-arns.ts';
import { type Guard, guardCondition } from './guard-condition.ts';
import { PASS_ROLE, wantedActions, writtenActions } from './written-actions.ts';

/** What somebody wants to allow, as the wizard asks for it. */
export interface PolicyRequest {
  readonly policyType: PolicyType;
  readonly services: readonly ServiceRequest[];
  /** `named`: ARNs to fill in, where actions take any; `all`: `*`. */
  readonly resources: 'named' | 'all';
  readonly guards: readonly Guard[];
}

export interface ServiceRequest {
  readonly servicePrefix: string;
  /** Empty for all. What AWS has superseded is left out. */
  readonly accessLevels: readonly AccessLevel[];
  /** Names without prefix; where given, these instead of whole access levels. */
  readonly actions?: readonly string[] | undefined;
}

/**
 * A policy that allows what is asked for, in snippet syntax, one statement for each service, one more for actions that
 * work only on `*` and one for passing roles. Unknown services are left out; without any service it is a skeleton.
 */
export function generatePolicy(request: PolicyRequest, catalogue: Catalogue): string {
  const statements = request.services.flatMap((service) => statementsOf(service, request, catalogue));
  let stops = 0;
  const written = (statements.length > 0 ? statements : [SKELETON]).map((snippet) => {
    const result = renumbered(snippet, stops);
    stops = result.last;
    return result.text;
  });
  const list = written.map((text) => `    ${text.replaceAll('\n', '\n    ')}`).join(',\n');
  return `{\n  "Version": "2012-10-17",\n  "Statement": [\n${list}\n  ]\n}\n`;
}

const SKELETON = '{\n  "Effect": "Allow",\n  "Action": ["$1"],\n  "Resource": "$2"\n}';

/**
 * What can be limited to ARNs, what works only on `*`, and the passing of roles: that is named apart, because where many
 * types need ARNs those of a whole account are written.
 */
function statementsOf(
  service: ServiceRequest,
  { resources, guards }: PolicyRequest,
  catalogue: Catalogue,
): readonly string[] {
  const names = wantedActions(service, catalogue);
  const write = (own: readonly string[]) => writtenActions(own, service, catalogue);
  if (resources === 'all') return names.length > 0 ? [onStar(write(names), guards)] : [];

  const infos = new Map(names.map((name) => [name, findAction(catalogue, name)]));
  const passing = names.filter((name) => name === PASS_ROLE);
  const others = names.filter((name) => name !== PASS_ROLE);
  const limited = new Set(others.filter((name) => isLimitable(infos.get(name))));
  // A pattern may match what works only on "*", too: here that allows nothing.
  const patterns = write(others).filter((pattern) =>
    expandActionPattern(catalogue, pattern).some((name) => limited.has(name)),
  );
  const arnsOf = (own: Iterable<string>) => neededArns([...own].flatMap((name) => infos.get(name) ?? []));
  const onStarOnly = write(others.filter((name) => !limited.has(name)));
  return [
    ...(patterns.length > 0 ? [onNamed(patterns, guards, arnsOf(limited))] : []),
    ...(passing.length > 0 ? [onNamed(passing, guards, arnsOf(passing))] : []),
    ...(onStarOnly.length > 0 ? [onStar(onStarOnly, guards)] : []),
  ];
}

const isLimitable = (info: ActionInfo | undefined): boolean => info !== undefined && canBeLimited(info);

function onStar(actions: readonly string[], guards: readonly Guard[]): string {
  return escapeSnippet(textOf(actions, guards));
}

/** With too many ARNs to fill in the statement keeps to one account. */
function onNamed(actions: readonly string[], guards: readonly Guard[], arns: NeededArns | undefined): string {
  const text = textOf(actions, guards);
  const statement = parseStatement(text);
  const [star] = statement?.resources ?? [];
  if (!statement || !star) return escapeSnippet(text);
  const edits = arns
    ? [replaceItem(statement, 'Resource', star.value, arns.snippets)]
    : (keepToAccount(statement).find(({ isSnippet }) => isSnippet)?.edits ?? []);
  return applySnippetEdits(text, edits);
}

function textOf(actions: readonly string[], guards: readonly Guard[]): string {
  const condition = guardCondition(guards);
  const statement = { Effect: 'Allow', Action: actions, Resource: '*' };
  return JSON.stringify(condition ? { ...statement, Condition: condition } : statement, undefined, 2);
}

function applySnippetEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let position = 0;
  for (const { range, newText } of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    result += escapeSnippet(text.slice(position, range.start)) + newText;
    position = range.end;
  }
  return result + escapeSnippet(text.slice(position));
}

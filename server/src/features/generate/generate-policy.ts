import { escapeSnippet, renumbered } from '../../base/snippet.ts';
import type { TextEdit } from '../../base/text-edit.ts';
import type { AccessLevel, Catalogue } from '../../catalogue/catalogue.ts';
import { exactPatterns } from '../../catalogue/exact-patterns.ts';
import type { PolicyType } from '../../iam/policy-type.ts';
import { parseStatement, type Statement } from '../../policy/statement.ts';
import { limitResources } from '../../rules/limit-resources.ts';
import { type Guard, guardCondition } from './guard-condition.ts';

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
  /** Empty for all. */
  readonly accessLevels: readonly AccessLevel[];
  /** Names without prefix; where given, these instead of whole access levels. */
  readonly actions?: readonly string[] | undefined;
}

/**
 * A policy that allows what is asked for, in snippet syntax, one statement for each service and one more for actions
 * that work only on `*`. Unknown services are left out; without any service the policy is a skeleton.
 */
export function generatePolicy(request: PolicyRequest, catalogue: Catalogue): string {
  const statements = request.services.flatMap((service) => {
    const actions = writtenActions(service, catalogue);
    return actions.length > 0 ? [statementOf(actions, request, catalogue)] : [];
  });
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

/** Names where they were chosen one by one, else the patterns that match nothing but the access levels. */
function writtenActions(
  { servicePrefix, accessLevels, actions }: ServiceRequest,
  catalogue: Catalogue,
): readonly string[] {
  const service = catalogue.service(servicePrefix);
  if (!service) return [];
  const fullNames = (names: readonly string[]) => names.map((name) => `${service.prefix}:${name}`);
  if (actions) return fullNames(actions.filter((name) => service.hasAction(name)));
  const every = `${service.prefix}:*`;
  if (accessLevels.length === 0) return [every];
  const wanted = new Set(accessLevels);
  const names = service.actionNames().filter((_, index) => wanted.has(service.accessLevelAt(index)));
  return exactPatterns(catalogue, fullNames(names), every);
}

function statementOf(actions: readonly string[], request: PolicyRequest, catalogue: Catalogue): string {
  const condition = guardCondition(request.guards);
  const text = JSON.stringify(
    {
      Effect: 'Allow',
      Action: actions,
      Resource: '*',
      ...(condition ? { Condition: condition } : {}),
    },
    undefined,
    2,
  );
  const statement = parseStatement(text);
  return statement && request.resources === 'named'
    ? namedResources(statement, catalogue)
    : escapeSnippet(text);
}

/** The first repair of a `*` that can be narrower names what the actions need. */
function namedResources(statement: Statement, catalogue: Catalogue): string {
  const [star] = statement.resources;
  const place = { isInList: true, removal: undefined };
  const fix = star && limitResources(statement, star, catalogue, place).find(({ isSnippet }) => isSnippet);
  return applySnippetEdits(statement.text, fix?.edits ?? []);
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

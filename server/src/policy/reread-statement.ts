import { ownCopy } from '../base/own-copy.ts';
import { textChange } from '../base/text-change.ts';
import type { TextRange } from '../base/text-range.ts';
import { parseJson } from './parse-json.ts';
import {
  type PlacedStatement,
  type PolicyDocument,
  type PolicyFile,
  policyVersion,
  statementAt,
} from './policy-document.ts';
import { parseStatement, type Statement } from './statement.ts';

/** A policy whose type is still to be found out. */
export type UntypedPolicy = Omit<PolicyDocument, 'type'>;

/**
 * The policy of `previous` after an edit inside one of its statements, read at the cost of that statement instead of
 * the whole text.
 *
 * Undefined where more than the statement may have changed, or its JSON is broken: then all must be read. What is
 * returned is what reading all would give, which a test holds for random edits.
 */
export function rereadStatement(
  previous: PolicyFile,
  text: string,
  comments: 'allowed' | 'refused',
): UntypedPolicy | undefined {
  const policy = simplePolicy(previous);
  if (!policy) return undefined;
  const { range, growth } = textChange(previous.text, text);
  const edited = statementAt(policy, range.start);
  if (!edited) return undefined;
  const end = edited.offset + edited.statement.text.length;
  if (range.start <= edited.offset || range.end >= end) return undefined;
  const statement = wholeStatement(text.slice(edited.offset, end + growth), comments);
  return statement && withStatement(policy, edited, statement, text);
}

/** The only policy of a file without errors, if it is the whole file and whatever its statements say is one. */
function simplePolicy({ policies, problems }: PolicyFile): PolicyDocument | undefined {
  const [policy] = policies;
  if (!policy || policies.length > 1 || policy.pointer !== '' || problems.length > 0) return undefined;
  const isOrdinary =
    policy.members.at(-1)?.key.text === 'Statement' &&
    policy.members.every(
      ({ key: { text } }) => text === 'Version' || text === 'Id' || text === 'Statement',
    ) &&
    policy.statementValue?.kind === 'array' &&
    policy.strayStatements.length === 0 &&
    policyVersion(policy) === '2012-10-17';
  return isOrdinary ? policy : undefined;
}

/** Undefined unless the text is one object and nothing else, without any error, nested as deep as a policy allows. */
function wholeStatement(text: string, comments: 'allowed' | 'refused'): Statement | undefined {
  const { root, problems } = parseJson(`[[${text}]]`, comments);
  const isOneValue = problems.length === 0 && root?.children?.[0]?.children?.length === 1;
  return isOneValue ? parseStatement(ownCopy(text)) : undefined;
}

function withStatement(
  policy: PolicyDocument,
  edited: PlacedStatement,
  statement: Statement,
  text: string,
): UntypedPolicy {
  const growth = statement.text.length - edited.statement.text.length;
  const grown = <T extends { readonly range: TextRange }>(part: T): T => ({
    ...part,
    range: { start: part.range.start, end: part.range.end + growth },
  });
  const placed = (other: PlacedStatement): PlacedStatement => {
    if (other === edited) return { ...edited, statement };
    return other.offset < edited.offset ? other : { ...other, offset: other.offset + growth };
  };
  const list = policy.statementValue && grown(policy.statementValue);
  return {
    ...grown(policy),
    text,
    members: policy.members.map((member, index) =>
      index === policy.members.length - 1 ? { ...grown(member), value: list } : member,
    ),
    statementValue: list,
    statements: policy.statements.map(placed),
  };
}

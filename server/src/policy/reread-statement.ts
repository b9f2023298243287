import { ownCopy } from '../base/own-copy.ts';
import { textChange } from '../base/text-change.ts';
import { shifted, type TextRange } from '../base/text-range.ts';
import { type JsonProblem, parseJson } from './parse-json.ts';
import {
  type PlacedStatement,
  type PolicyDocument,
  type PolicyFile,
  policyVersion,
  statementAt,
} from './policy-document.ts';
import { parseStatement, type Statement, statementOf } from './statement.ts';

/** A policy whose type is still to be found out. */
export type UntypedPolicy = Omit<PolicyDocument, 'type'>;

/** What `readPolicies` finds in a file of one policy. */
export interface Reread {
  readonly policy: UntypedPolicy;
  readonly problems: readonly JsonProblem[];
}

/**
 * The policy of `previous` after an edit inside one of its statements, read at the cost of that statement instead of
 * the whole text.
 *
 * Undefined where more than the statement may have changed: then all must be read. What is returned is what reading
 * all would give, which a test holds for random edits.
 */
export function rereadStatement(
  previous: PolicyFile,
  text: string,
  comments: 'allowed' | 'refused',
): Reread | undefined {
  const policy = simplePolicy(previous);
  if (!policy) return undefined;
  const { range, growth } = textChange(previous.text, text);
  const edited = statementAt(policy, range.start);
  if (!edited) return undefined;
  const { offset } = edited;
  const end = offset + edited.statement.text.length;
  if (range.start <= offset || range.end >= end) return undefined;
  // What the parser misses may be noticed at the closing brace, but not behind it.
  const isWithin = (known: TextRange): boolean =>
    offset < known.start && known.start < end && known.end <= end;
  if (!previous.problems.every((problem) => isWithin(problem.range))) return undefined;
  const made = wholeStatement(text.slice(offset, end + growth), comments);
  if (!made) return undefined;
  const problems = made.problems.map((problem) => ({ ...problem, range: shifted(problem.range, offset) }));
  return { policy: withStatement(policy, edited, made.statement, { text, problems }), problems };
}

/** The only policy of a file, if it is the whole file and whatever its statements say is one. */
function simplePolicy({ policies }: PolicyFile): PolicyDocument | undefined {
  const [policy] = policies;
  if (!policy || policies.length > 1 || policy.pointer !== '') return undefined;
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

/**
 * Undefined unless the text is one object and nothing else, as deep in brackets as a statement stands in its policy.
 *
 * It may have errors, as long as its first brace is closed by its last: a parser that comes so far reads what
 * follows as it would behind any other object.
 */
function wholeStatement(
  text: string,
  comments: 'allowed' | 'refused',
): { readonly statement: Statement; readonly problems: readonly JsonProblem[] } | undefined {
  const { root, problems } = parseJson(`${OPENING}${text}]]`, comments);
  const list = root?.children?.[0];
  const [object, second] = list?.children ?? [];
  const isWhole = object?.offset === OPENING.length && object.length === text.length && !second;
  const isClosed = list?.length === text.length + 2 && root?.length === text.length + 4;
  if (!isWhole || !isClosed) return undefined;
  const copy = ownCopy(text);
  const statement = problems.length === 0 ? statementOf(object, copy) : parseStatement(copy);
  return (
    statement && {
      statement,
      problems: problems.map((problem) => ({ ...problem, range: shifted(problem.range, -OPENING.length) })),
    }
  );
}

const OPENING = '[[';

function withStatement(
  policy: PolicyDocument,
  edited: PlacedStatement,
  statement: Statement,
  { text, problems }: Pick<PolicyFile, 'text' | 'problems'>,
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
    isBroken: problems.some(({ code }) => code !== 'InvalidCommentToken'),
    members: policy.members.map((member, index) =>
      index === policy.members.length - 1 ? { ...grown(member), value: list } : member,
    ),
    statementValue: list,
    statements: policy.statements.map(placed),
  };
}

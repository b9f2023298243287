import type { Node } from 'jsonc-parser';
import { ownCopy } from '../base/own-copy.ts';
import type { TextRange } from '../base/text-range.ts';
import { isEventRecord, isPolicy, mayHoldPolicy } from './detect.ts';
import { DIRECT, type Embedding, inString } from './embedding.ts';
import { inferPolicyType, type PolicyPlace } from './infer-policy-type.ts';
import { endOf, type JsonProblem, parseJson, toValue } from './parse-json.ts';
import { escapePointer } from './pointer.ts';
import type {
  PlacedStatement,
  PolicyDocument,
  PolicyFile,
  PolicyTypeVerdict,
  ReadOptions,
} from './policy-document.ts';
import { policyOwner } from './policy-owner.ts';
import { rereadStatement, type UntypedPolicy } from './reread-statement.ts';
import { parseStatement, type Statement, statementOf } from './statement.ts';
import type { Member, Value } from './value.ts';

export type { ReadOptions };

/** Longer file texts are not read: no policy is, and the editor must stay quick. Characters. */
export const MAX_LENGTH = 32_000_000;

/**
 * Find the policies of a JSON text, at any depth and inside JSON strings. Never throws.
 *
 * `previous` is the text before an edit, read with the same options but for the policy type. Statements whose text has
 * not changed are taken over as they are, with all that was derived of them.
 */
export function readPolicies(text: string, options: ReadOptions = {}, previous?: PolicyFile): PolicyFile {
  const isCandidate = options.isPolicyFile || mayHoldPolicy(text);
  if (!isCandidate || text.length > MAX_LENGTH) return { text, problems: [], policies: [], options };

  const comments = options.comments ?? 'allowed';
  const reread = previous && rereadStatement(previous, text, comments);
  if (reread) {
    return { text, problems: reread.problems, policies: [typed(reread.policy, NOWHERE, options)], options };
  }

  const reading: Reading = { options, known: knownStatements(previous) };
  const { root, problems } = parseJson(text, comments);
  const source = { text, embedding: DIRECT, problems: [], errors: problems };
  const policies = root ? findPolicies(root, source, '', NOWHERE, reading) : [];
  if (policies.length === 0 && options.isPolicyFile && root?.type === 'object') {
    policies.push(policyDocument(root, source, '', NOWHERE, reading));
  }
  if (policies.length === 0 && options.isPolicyFile && root && isListOfStatements(root)) {
    return { text, problems: [...problems, bareStatements(root)], policies, options };
  }
  const concerns = policies.length > 0 || options.isPolicyFile;
  return { text, problems: concerns ? problems : [], policies, options };
}

/** The code of the problem of a file that holds statements without the policy around them. */
export const BARE_STATEMENTS = 'BareStatements';

function isListOfStatements({ type, children }: Node): boolean {
  const properties = type === 'array' ? (children?.[0]?.children ?? []) : [];
  return properties.some((property) => property.children?.[0]?.value === 'Effect');
}

function bareStatements({ offset }: Node): JsonProblem {
  const message = 'The statements of a policy stand in an object, under "Statement".';
  return { code: BARE_STATEMENTS, message, range: { start: offset, end: offset + 1 } };
}

/** The policy is the whole file. */
const NOWHERE: PolicyPlace = { key: undefined, owner: undefined };

interface Reading {
  readonly options: ReadOptions;
  readonly known: Map<string, Statement>;
}

interface Source {
  readonly text: string;
  readonly embedding: Embedding;
  readonly problems: readonly JsonProblem[];
  /** Those of `text`, whoever reports them. */
  readonly errors: readonly JsonProblem[];
}

function knownStatements(previous: PolicyFile | undefined): Map<string, Statement> {
  const known = new Map<string, Statement>();
  for (const { statements } of previous?.policies ?? []) {
    for (const { statement } of statements) known.set(statement.text, statement);
  }
  return known;
}

function findPolicies(
  node: Node,
  source: Source,
  pointer: string,
  place: PolicyPlace,
  reading: Reading,
): PolicyDocument[] {
  if (node.type === 'object') {
    if (isPolicy(node, place.key)) return [policyDocument(node, source, pointer, place, reading)];
    if (isEventRecord(node)) return [];
    const owner = policyOwner(node) ?? place.owner;
    return (node.children ?? []).flatMap((property) => {
      const [key, value] = property.children ?? [];
      const name = String(key?.value ?? '');
      if (!value) return [];
      return findPolicies(value, source, `${pointer}/${escapePointer(name)}`, { key: name, owner }, reading);
    });
  }
  if (node.type === 'array') {
    return (node.children ?? []).flatMap((item, index) =>
      findPolicies(item, source, `${pointer}/${index}`, place, reading),
    );
  }
  return node.type === 'string' && source.embedding === DIRECT
    ? policiesInString(node, source.text, pointer, place, reading)
    : [];
}

function policiesInString(
  node: Node,
  file: string,
  pointer: string,
  place: PolicyPlace,
  reading: Reading,
): PolicyDocument[] {
  const text: unknown = node.value;
  if (typeof text !== 'string' || !/^\s*[{[]/.test(text) || !mayHoldPolicy(text)) return [];
  const { root, problems } = parseJson(text, 'refused');
  if (!root) return [];
  const embedding = inString(file, node.offset, endOf(node, file));
  return findPolicies(root, { text, embedding, problems, errors: problems }, pointer, place, reading);
}

function policyDocument(
  node: Node,
  source: Source,
  pointer: string,
  place: PolicyPlace,
  reading: Reading,
): PolicyDocument {
  const { text, embedding, problems } = source;
  const statementNode = node.children?.find(({ children }) => children?.[0]?.value === 'Statement')
    ?.children?.[1];
  const { statements, stray } = placedStatements(statementNode, source, reading.known);
  const range = { start: node.offset, end: endOf(node, text) };
  const policy = {
    text,
    embedding,
    pointer,
    problems,
    isBroken: source.errors.some((error) => isWithin(error, range)),
    range,
    members: members(node, text),
    statementValue: statementNode && shallowValue(statementNode, text),
    statements,
    strayStatements: stray,
  };
  return typed(policy, place, reading.options);
}

function typed(
  policy: UntypedPolicy,
  place: PolicyPlace,
  { policyType, fileName }: ReadOptions,
): PolicyDocument {
  const type: PolicyTypeVerdict = policyType
    ? { policyType, reason: 'it is set so', source: 'setting' }
    : inferPolicyType(policy.statements, place, fileName);
  return { ...policy, type };
}

/** A comment breaks nothing for those who read the policy. */
function isWithin({ code, range }: JsonProblem, { start, end }: TextRange): boolean {
  return code !== 'InvalidCommentToken' && start <= range.start && range.start <= end;
}

function members(node: Node, text: string): readonly Member[] {
  return (node.children ?? []).flatMap((property) => {
    const [keyNode, valueNode] = property.children ?? [];
    const key = keyNode && toValue(keyNode, text);
    if (key?.kind !== 'string') return [];
    const value =
      valueNode && (key.text === 'Statement' ? shallowValue(valueNode, text) : toValue(valueNode, text));
    return [{ key, value, range: { start: key.range.start, end: value?.range.end ?? key.range.end } }];
  });
}

function shallowValue(node: Node, text: string): Value {
  const range = { start: node.offset, end: endOf(node, text) };
  if (node.type === 'array') return { kind: 'array', items: [], range };
  if (node.type === 'object') return { kind: 'object', members: [], range };
  return toValue(node, text);
}

function placedStatements(
  node: Node | undefined,
  { text, errors }: Source,
  known: Map<string, Statement>,
): { statements: PlacedStatement[]; stray: Value[] } {
  const statements: PlacedStatement[] = [];
  const stray: Value[] = [];
  const isList = node?.type === 'array';
  const nodes = isList ? (node.children ?? []) : node ? [node] : [];
  for (const [index, item] of nodes.entries()) {
    const value = item.type === 'object' ? undefined : toValue(item, text);
    if (value) {
      stray.push(value);
      continue;
    }
    const own = text.slice(item.offset, endOf(item, text));
    const read = errors.length === 0 ? (copy: string) => statementOf(item, copy) : parseStatement;
    const statement = known.get(own) ?? read(ownCopy(own));
    if (statement) known.set(own, statement);
    const pointer = isList ? `/Statement/${index}` : '/Statement';
    if (statement) statements.push({ statement, offset: item.offset, index, pointer });
  }
  return { statements, stray };
}

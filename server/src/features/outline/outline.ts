import { shifted, type TextRange } from '../../base/text-range.ts';
import { POLICY_TYPE_NAMES } from '../../iam/policy-type.ts';
import type { PlacedStatement, PolicyDocument, PolicyFile } from '../../policy/policy-document.ts';
import type { Statement } from '../../policy/statement.ts';
import { oneOrMany } from '../../policy/value.ts';

/** A part of a file that has a name; ranges of the file. */
export interface OutlineItem {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'policy' | 'statement';
  readonly range: TextRange;
  /** What is selected when somebody goes there; within `range`. */
  readonly nameRange: TextRange;
  readonly children: readonly OutlineItem[];
}

/** The statements of the policy; where the file holds several policies, below each of them. */
export function outline({ policies }: PolicyFile): readonly OutlineItem[] {
  const [only, ...others] = policies;
  if (!only) return [];
  return others.length === 0 ? statementItems(only) : policies.map(policyItem);
}

function policyItem(policy: PolicyDocument): OutlineItem {
  const { embedding, pointer, range, type } = policy;
  const typeName = POLICY_TYPE_NAMES[type.policyType];
  const start = embedding.toFile(range).start;
  return {
    name: `${typeName.charAt(0).toUpperCase()}${typeName.slice(1)}`,
    detail: pointer,
    kind: 'policy',
    range: embedding.toFile(range),
    nameRange: { start, end: start },
    children: statementItems(policy),
  };
}

function statementItems(policy: PolicyDocument): readonly OutlineItem[] {
  return policy.statements.map((placed) => statementItem(placed, policy));
}

function statementItem({ statement, offset, index }: PlacedStatement, policy: PolicyDocument): OutlineItem {
  const sid = statement.element('Sid')?.value;
  const named = sid?.kind === 'string' && sid.text.trim() !== '' ? sid : undefined;
  const summary = inWords(statement);
  const own = { start: offset, end: offset + statement.text.length };
  const start = { start: own.start, end: own.start };
  const nameRange = named ? shifted(named.range, offset) : start;
  return {
    name: named?.text ?? (summary === '' ? `Statement ${index + 1}` : summary),
    detail: named ? summary : '',
    kind: 'statement',
    range: policy.embedding.toFile(own),
    nameRange: policy.embedding.toFile(nameRange),
    children: [],
  };
}

/** `Allow s3:GetObject …`; the dots stand for further actions. */
function inWords(statement: Statement): string {
  const member = statement.element('Action') ?? statement.element('NotAction');
  const actions = oneOrMany(member?.value);
  const first = statement.actions[0]?.text;
  const words = [
    statement.effect,
    member?.key.text === 'NotAction' && first !== undefined ? 'all but' : undefined,
    first,
    actions.length > 1 ? '…' : undefined,
  ];
  return words.filter((word) => word !== undefined && word !== '').join(' ');
}

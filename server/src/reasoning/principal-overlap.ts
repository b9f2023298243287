import { parseArn } from '../iam/arn.ts';
import { isDynamic } from '../policy/placeholder.ts';
import type { PrincipalEntry, Statement } from '../policy/statement.ts';
import { oneOrMany } from '../policy/value.ts';
import type { Answer } from './glob/budget.ts';

/** How the callers of two statements relate. Both answers are proofs where they are not `unknown`. */
export interface PrincipalOverlap {
  /** Some caller is named by both. */
  readonly meets: Answer;
  /** Every caller of the second is named by the first. */
  readonly covers: Answer;
}

/**
 * Compare the `Principal` of two statements of one policy. A policy whose statements name nobody is about whoever it is
 * attached to. `NotPrincipal` spares callers by rules of its own, so little is known of it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function principalOverlap(first: Statement, second: Statement): PrincipalOverlap {
  const [a, b] = [first.principals, second.principals];
  if (a.length === 0 && b.length === 0) return { meets: true, covers: true };
  if (a.length === 0 || b.length === 0 || [...a, ...b].some(isNegated)) return UNKNOWN;
  const [outer, inner] = [a.flatMap(namesOf), b.flatMap(namesOf)];
  return {
    meets: anyOf(inner.flatMap((name) => outer.map((other) => relation(other, name).meets))),
    covers: allOf(inner.map((name) => anyOf(outer.map((other) => relation(other, name).covers)))),
  };
}

const UNKNOWN: PrincipalOverlap = { meets: 'unknown', covers: 'unknown' };
const APART: PrincipalOverlap = { meets: false, covers: false };
const SAME: PrincipalOverlap = { meets: true, covers: true };

const isNegated = ({ element }: PrincipalEntry): boolean => element === 'NotPrincipal';

/** One principal; without a text it is only known at deployment, and without a type it is `"*"`. */
interface Name {
  readonly type: string | undefined;
  readonly text: string | undefined;
}

function namesOf({ type, values }: PrincipalEntry): readonly Name[] {
  return oneOrMany(values).map((value) => ({
    type: type?.text,
    text: value.kind === 'string' && !isDynamic(value.text) ? normalized(value.text) : undefined,
  }));
}

/** The id of an account stands for its ARN. */
function normalized(text: string): string {
  const account = /^arn:[^:]*:iam::(\d{12}):root$/.exec(text)?.[1];
  return account ?? text;
}

function relation(outer: Name, inner: Name): PrincipalOverlap {
  if (outer.type === undefined) return outer.text === '*' ? SAME : UNKNOWN;
  if (inner.type === undefined) return inner.text === '*' ? { meets: true, covers: isAll(outer) } : UNKNOWN;
  if (outer.text === undefined || inner.text === undefined) return UNKNOWN;
  if (outer.type !== inner.type) return ofDifferentTypes(outer, inner);
  if (outer.text === inner.text) return SAME;
  return outer.type === 'AWS' ? ofAws(outer.text, inner.text) : APART;
}

/** Everyone as an AWS principal: whether services count among them is not documented. */
function isAll({ type, text }: Name): Answer {
  if (text === undefined) return 'unknown';
  return type === 'AWS' && text === '*' ? 'unknown' : false;
}

/** A canonical user is an account by another id. */
function ofDifferentTypes(outer: Name, inner: Name): PrincipalOverlap {
  const types = [outer.type, inner.type];
  const isUnclear = types.includes('CanonicalUser') || [outer.text, inner.text].includes('*');
  return isUnclear ? UNKNOWN : APART;
}

function ofAws(outer: string, inner: string): PrincipalOverlap {
  if (outer === '*') return SAME;
  if (inner === '*') return { meets: true, covers: false };
  const [a, b] = [awsName(outer), awsName(inner)];
  if (!a || !b) return UNKNOWN;
  if (a.account !== b.account) return APART;
  // An account delegates to its users and roles; whether its Deny reaches each of them is not documented.
  if (a.kind === 'account') return UNKNOWN;
  if (b.kind === 'account') return { meets: true, covers: false };
  if (a.kind === 'role' && b.kind === 'session') return a.role === b.role ? SAME : APART;
  if (a.kind === 'session' && b.kind === 'role') {
    return a.role === b.role ? { meets: true, covers: false } : APART;
  }
  return APART;
}

interface AwsName {
  readonly account: string;
  readonly kind: 'account' | 'role' | 'session' | 'other';
  /** Without its path; of a session, the role that was assumed. */
  readonly role: string | undefined;
}

/** Undefined for what stands for somebody by another name, such as a unique id. */
function awsName(text: string): AwsName | undefined {
  if (/^\d{12}$/.test(text)) return { account: text, kind: 'account', role: undefined };
  const arn = parseArn(text);
  if (!arn || /[*?$]/.test(text)) return undefined;
  const [type, ...names] = arn.resource.split('/');
  const { account } = arn;
  // The session of a federated user is also one of the user who opened it.
  if (type === 'federated-user') return undefined;
  if (arn.service === 'iam' && type === 'role') return { account, kind: 'role', role: names.at(-1) };
  if (arn.service === 'sts' && type === 'assumed-role') return { account, kind: 'session', role: names[0] };
  return { account, kind: 'other', role: undefined };
}

function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.includes('unknown') ? 'unknown' : false;
}

function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  return answers.includes('unknown') ? 'unknown' : true;
}

import { grouped } from '../base/markdown.ts';
import { memoized } from '../base/memo.ts';
import type { TextRange } from '../base/text-range.ts';
import type { Quota } from '../iam/quota.ts';
import { isDynamic } from '../policy/placeholder.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';
import { measured, policySize } from '../policy/policy-size.ts';
import type { Statement } from '../policy/statement.ts';
import type { Finding, PolicyContext, Severity } from './rule.ts';
import { shortenPolicy } from './shorten-policy.ts';

/** A part of its quota from which on a policy is said to be long. */
const LONG = 0.9;

/** What a rule about the size of one type of policy says beside the numbers. */
export interface SizeVerdict {
  /** Of a policy that has too many even without white space; one that is only long gets one step less. */
  readonly severity: 'error' | 'warning';
  /** A second sentence about a policy that is too long. */
  readonly advice?: (size: number) => string | undefined;
}

/**
 * The finding about a policy that exceeds a quota, or takes nine tenths of it, at the key of its statements. Silent about
 * a text in which a template fills in something.
 */
export function* sizeFindings(
  { policy, catalogue }: Pick<PolicyContext, 'policy' | 'catalogue'>,
  quota: Quota,
  { severity, advice }: SizeVerdict,
): Iterable<Finding> {
  const { limit, unit, subject } = quota;
  if (isSurelyShort(policy, limit * LONG, unit)) return;

  const countsWhiteSpace = quota.whiteSpace === 'counted' && isSentAsWritten(policy);
  const size = measured(policySize(policy), unit, countsWhiteSpace);
  if (size < limit * LONG || policy.statements.some(({ statement }) => isTemplate(statement))) return;

  const isOver = size > limit;
  const compact = measured(policySize(policy), unit, false);
  const verdict = isOver
    ? [
        `This policy has ${grouped(size)} of ${grouped(limit)} ${unit}, too many for a ${subject}.`,
        advice?.(size),
      ]
    : [`This policy has ${grouped(size)} of the ${grouped(limit)} ${unit} of a ${subject}.`];
  const isWhiteSpace = isOver && compact <= limit;
  const hint = isWhiteSpace ? `Without white space it has ${grouped(compact)}.` : undefined;
  yield {
    range: statementKey(policy),
    severity: isOver && !isWhiteSpace ? severity : milder(severity),
    message: [...verdict, hint].filter((sentence) => sentence !== undefined).join(' '),
    fixes: () => shortenPolicy(policy, catalogue, { quota, countsWhiteSpace, isOver }),
  };
}

const isTemplate = memoized(({ text }: Statement): boolean => isDynamic(text));

/** Without looking at the text, which may be long: no character takes more than three bytes. */
function isSurelyShort({ range }: PolicyDocument, least: number, unit: Quota['unit']): boolean {
  return (range.end - range.start) * (unit === 'bytes' ? 3 : 1) < least;
}

/** What is an object in a larger document, or has comments, is written anew by whoever takes it out. */
function isSentAsWritten(policy: PolicyDocument): boolean {
  return (policy.pointer === '' || policy.embedding.isString) && !policySize(policy).hasComments;
}

function statementKey({ members, range }: PolicyDocument): TextRange {
  const key = members.find((member) => member.key.text === 'Statement')?.key ?? members[0]?.key;
  return key?.range ?? { start: range.start, end: range.start + 1 };
}

const milder = (severity: SizeVerdict['severity']): Severity =>
  severity === 'error' ? 'warning' : 'information';

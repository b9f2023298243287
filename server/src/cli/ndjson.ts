import { isPolicyType, POLICY_TYPES } from '../iam/policy-type.ts';
import type { Source, Unreadable } from './source.ts';

/** One line `{ "id", "policy", "policyType"? }` of a stream in `folder`; `place` is what a complaint calls it. */
export function readNdjsonLine(line: string, place: string, folder: string): Source | Unreadable {
  let entry: unknown;
  try {
    entry = JSON.parse(line.charCodeAt(0) === 0xfeff ? line.slice(1) : line);
  } catch {
    return { problem: `${place}: this line is no JSON.` };
  }
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    return { problem: `${place}: this line is no JSON object with "id" and "policy".` };
  }
  const { id, policy, policyType } = entry as { id?: unknown; policy?: unknown; policyType?: unknown };
  if (policyType !== undefined && policyType !== null && !isPolicyType(policyType)) {
    return { problem: `${place}: "policyType" is none of ${POLICY_TYPES.join(', ')}.` };
  }
  if (policy === undefined || policy === null) return { problem: `${place}: this line has no "policy".` };
  const name = typeof id === 'string' ? id : place;
  return {
    name,
    location: `${folder}/${name}`,
    folder,
    text: typeof policy === 'string' ? policy : JSON.stringify(policy),
    fileName: undefined,
    policyType: isPolicyType(policyType) ? policyType : undefined,
    isPolicyFile: true,
    comments: 'refused',
  };
}

import { isDynamic } from './placeholder.ts';
import type { PolicyDocument } from './policy-document.ts';
import { type PlacedSid, sidsOf, uniqueSids } from './sid.ts';

/** A Sid that another statement before it has already, and one that none has. */
export interface RepeatedSid extends PlacedSid {
  readonly newSid: string;
}

/** In the order written; the proposals differ from each other too. What a template fills in repeats nothing. */
export function repeatedSids(policy: PolicyDocument): readonly RepeatedSid[] {
  const sids = sidsOf(policy);
  const taken = new Set(sids.map(({ text }) => text));
  if (taken.size === sids.length) return [];

  const newSidFor = uniqueSids(taken);
  const seen = new Set<string>();
  return sids.flatMap((sid) => {
    if (!seen.has(sid.text) || isDynamic(sid.text)) {
      seen.add(sid.text);
      return [];
    }
    return [{ ...sid, newSid: newSidFor(sid.text) }];
  });
}

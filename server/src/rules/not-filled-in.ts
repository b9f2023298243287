import { type StandInFor, standInClaim } from '../iam/stand-in.ts';
import type { Finding } from './rule.ts';

/** `message` about a text that AWS does not take; mere information where the text is a word for what belongs there. */
export function unlessStandIn(
  text: string,
  thing: StandInFor,
  message: string,
): Pick<Finding, 'message' | 'severity'> {
  const claim = standInClaim(text, thing);
  return claim === undefined ? { message } : { message: `${claim}.`, severity: 'information' };
}

/**
 * Losses that were looked into and accepted: `{ count, downTo, reason }`, the count as in `baseline.json`. An entry
 * may go once the baseline has followed.
 */
export const WAIVERS = [];

/** Action names on which iam-data and iam-floyd are known to differ, and who is right. */
export const KNOWN_DIFFERENCES = [
  {
    action: 'vpc-lattice:AssociateViaAWSService-EventsAndStates',
    reason: 'AWS spells it with a hyphen, which iam-floyd cannot have in the name of a method.',
  },
  {
    action: 'vpc-lattice:AssociateViaAWSServiceEventsAndStates',
    reason: 'The same without the hyphen.',
  },
];

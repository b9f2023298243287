/**
 * Prefixes of the services that decide who may do what; a policy that leaves them open can undo every other.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
 */
export const SENSITIVE_SERVICES: readonly string[] = ['iam', 'sts', 'organizations'];

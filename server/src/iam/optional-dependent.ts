/**
 * Dependent actions that a call needs only if it uses a certain feature, though AWS's reference names them without that
 * condition: a customer managed key, a secret that the service keeps, a hosted zone, a parameter in place of an image id,
 * people of IAM Identity Center. A service-linked role is created once for an account.
 *
 * Judged by AWS's own managed policies of 2026-08-22, which grant what needs them mostly without them.
 */
const OPTIONAL: readonly RegExp[] = [
  /^(?:identitystore|kms|secretsmanager):/,
  /^iam:CreateServiceLinkedRole$/,
  /^route53:AssociateVPCWithHostedZone$/,
  /^ssm:GetParameters$/,
  /^sts:SetContext$/,
];

/** By the full name of a dependent action, spelled as AWS does. */
export function isOptionalDependent(fullName: string): boolean {
  return OPTIONAL.some((pattern) => pattern.test(fullName));
}

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

/**
 * The same for all dependents of an action: roles for monitoring, delivery logs and subscriptions, the role of an
 * instance, groups made by a stack, a bucket in place of the bytes of a document.
 */
const WITH_OPTIONAL_ONES: readonly RegExp[] = [
  /^autoscaling:(?:Create|Update)AutoScalingGroup$/,
  /^budgets:ViewBudget$/,
  /^config:PutServiceLinkedConfigurationRecorder$/,
  /^ec2:(?:RunInstances|RequestSpotInstances)$/,
  /^logs:PutSubscriptionFilter$/,
  /^rds:(?!AddRoleTo)/,
  /^resource-groups:/,
  /^sns:/,
  /^textract:(?:Analyze|Detect)/,
];

/** By the full names of an action and of one that it depends on, spelled as AWS does. */
export function isOptionalDependent(action: string, dependent: string): boolean {
  return (
    OPTIONAL.some((pattern) => pattern.test(dependent)) ||
    WITH_OPTIONAL_ONES.some((pattern) => pattern.test(action))
  );
}

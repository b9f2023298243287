/**
 * The actions of CloudWatch Logs whose requests carry the bare ARN of a log group, without prefix. All others carry
 * more behind the name, so that a policy ends the ARN in `:*`.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
 */
export const ON_BARE_LOG_GROUP: readonly string[] = ['ListTagsForResource', 'TagResource', 'UntagResource'];

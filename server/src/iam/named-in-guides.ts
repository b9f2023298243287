/**
 * What AWS's guides and consoles put into policies, though the Service Authorization Reference does not list it. Not
 * knowing these names would be our mistake, not the author's.
 */

/** Without regard to case. */
export function isActionOfGuides(action: string): boolean {
  return ACTIONS.has(action.toLowerCase());
}

/** Without regard to case. */
export function isConditionKeyOfGuides(key: string): boolean {
  return KEYS.has(key.toLowerCase());
}

/**
 * Sharing tables by AWS RAM; the policy that the console of Amazon SNS gives a topic; what core devices of AWS IoT
 * Greengrass may do.
 *
 * @see https://docs.aws.amazon.com/lake-formation/latest/dg/hybrid-cross-account.html
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
 * @see https://docs.aws.amazon.com/greengrass/v2/developerguide/device-auth.html
 */
const ACTIONS: ReadonlySet<string> = new Set([
  'glue:shareresource',
  'greengrass:getdeploymentconfiguration',
  'greengrass:listthinggroupsforcoredevice',
  'greengrass:putcertificateauthorities',
  'greengrass:verifyclientdeviceidentity',
  'greengrass:verifyclientdeviceiotcertificateassociation',
  'iot:assumerolewithcertificate',
  'sns:receive',
]);

/**
 * The policy of a channel for events of a partner; access to tables by tag.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/security_iam_resource-based-policy-examples.html
 * @see https://docs.aws.amazon.com/lake-formation/latest/dg/hybrid-cross-account.html
 */
const KEYS: ReadonlySet<string> = new Set(['cloudtrail:externalid', 'glue:evaluatedbylakeformationtags']);

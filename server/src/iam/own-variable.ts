/**
 * Variables that a service fills in, in policies of its own or of the sessions that it opens; they are no condition
 * keys. Of AWS IoT only beginnings are listed, attributes of things follow.
 *
 * @see https://docs.aws.amazon.com/transfer/latest/userguide/users-policies-session.html
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-variables.html
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/authorizing-direct-aws.html
 */
export const OWN_VARIABLES: readonly string[] = [
  'transfer:HomeBucket',
  'transfer:HomeDirectory',
  'transfer:HomeFolder',
  'transfer:UserName',
  'credentials-iot:AwsCertificateId',
  'credentials-iot:ThingName',
  'credentials-iot:ThingTypeName',
];

/** In doubt a variable of AWS IoT is one. */
export function isOwnVariable(name: string): boolean {
  return /^iot:/i.test(name) || OWN_VARIABLES.some((own) => own.toLowerCase() === name.toLowerCase());
}

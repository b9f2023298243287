/** Whether a text has the form of an id that AWS gives. Wildcards and policy variables have none of these forms. */

/** `111122223333` */
export function isAccountId(text: string): boolean {
  return /^\d{12}$/.test(text);
}

/**
 * `o-a1b2c3d4e5`
 *
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html
 */
export function isOrganizationId(text: string): boolean {
  return /^o-[a-z0-9]{10,32}$/.test(text);
}

/**
 * `r-ab12`
 *
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Root.html
 */
export function isRootId(text: string): boolean {
  return /^r-[0-9a-z]{4,32}$/.test(text);
}

/**
 * `ou-ab12-11111111`
 *
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_OrganizationalUnit.html
 */
export function isOrganizationalUnitId(text: string): boolean {
  return /^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$/.test(text);
}

/** `vpc-` with 8 or, since 2018, 17 hexadecimal digits. */
export function isVpcId(text: string): boolean {
  return /^vpc-(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(text);
}

/** `vpce-` with 8 or, since 2018, 17 hexadecimal digits. */
export function isVpcEndpointId(text: string): boolean {
  return /^vpce-(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(text);
}

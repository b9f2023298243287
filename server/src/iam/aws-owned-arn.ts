import type { Arn } from './arn.ts';

/**
 * Whether an ARN may be one of AWS's own or of its partners: a public parameter, a product of Security Hub, a lens, a
 * control. Many of them have no account, some no Region, though the Service Authorization Reference shows both.
 */
export function mayBeOwnedByAws({ service, account, resource }: Arn): boolean {
  if (PUBLIC.has(service) || /^[a-z]/.test(account)) return true;
  // Documents of Systems Manager have all kinds of names; of its parameters only those of AWS begin with `aws`.
  if (service === 'ssm' && !/^parameter\/[^*?$]/.test(resource)) return true;
  return /(?:^|[/:])(?:aws|amazon)/i.test(resource) || (TEMPLATES[service]?.test(resource) ?? false);
}

/** What AWS offers as a template under any name, by service. */
const TEMPLATES: Readonly<Record<string, RegExp>> = { cloudformation: /^type\//, iot: /^jobtemplate\// };

/** Services that publish resources for everyone; ARNs of GameLift have got an account only later. */
const PUBLIC: ReadonlySet<string> = new Set(['controltower', 'gamelift', 'personalize', 'securityhub']);

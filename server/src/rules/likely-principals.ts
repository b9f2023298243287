import type { Catalogue } from '../catalogue/catalogue.ts';
import { parseArn } from '../iam/arn.ts';
import { identityProviderClaim } from '../iam/identity-provider-claim.ts';
import type { PolicyType } from '../iam/policy-type.ts';
import { SERVICE_PRINCIPALS } from '../iam/service-principal.ts';
import type { Statement } from '../policy/statement.ts';
import { strings } from '../policy/value.ts';
import { principalSkeleton } from './statement-skeleton.ts';

/** The value of a `Principal`, in snippet syntax, and whom it names. */
export interface LikelyPrincipal {
  /** `a service`. */
  readonly name: string;
  readonly value: string;
}

/** Whom a statement without `Principal` may be about, likeliest first: its conditions and actions tell. */
export function likelyPrincipals(
  statement: Statement,
  policyType: PolicyType,
  catalogue: Catalogue,
): readonly LikelyPrincipal[] {
  if (policyType !== 'resource' && policyType !== 'trust') return [EVERYONE];
  const federated = policyType === 'trust' ? provider(statement) : undefined;
  if (federated) return [federated];

  const account = { name: 'an account', value: principalSkeleton('resource') };
  const service = { name: 'a service', value: servicePrincipal(statement, catalogue) };
  if (statement.effect === 'Deny') return [EVERYONE, account];
  if (tests(statement, SENT_FOR_SERVICES)) return [service, account];
  if (tests(statement, KEYS_OF_IDENTITIES)) return [account, EVERYONE];
  return policyType === 'trust' ? [service, account] : [account, service];
}

const EVERYONE: LikelyPrincipal = { name: 'everyone', value: '"*"' };

/** Only services that act for a resource send these. */
const SENT_FOR_SERVICES = /^aws:Source(?:Arn|Account|OrgID|OrgPaths)$/i;

/** No service sends these when it calls in its own name. */
const KEYS_OF_IDENTITIES =
  /^aws:(?:Principal(?:Arn|Account|Org|Tag|Type)|MultiFactorAuth|userid|username)|^sts:ExternalId/i;

function tests({ conditions }: Statement, keys: RegExp): boolean {
  return conditions.some(({ key }) => keys.test(key.text));
}

/** The service whose resource `aws:SourceArn` names. */
function servicePrincipal({ conditions }: Statement, catalogue: Catalogue): string {
  const sources = conditions.filter(({ key }) => /^aws:SourceArn$/i.test(key.text));
  const names = sources
    .flatMap(({ values }) => strings(values))
    .map(({ text }) => `${parseArn(text)?.service}.amazonaws.com`);
  const known = names.find((name) => SERVICE_PRINCIPALS.includes(name) || isService(name, catalogue));
  return known === undefined ? principalSkeleton('trust') : `{ "Service": "\${1:${known}}" }`;
}

function isService(name: string, catalogue: Catalogue): boolean {
  return catalogue.service(name.split('.')[0] ?? '') !== undefined;
}

/** Who signs in, by the action and by the claims that are tested; undefined where nobody does. */
function provider({ actions, conditions }: Statement): LikelyPrincipal | undefined {
  const names = actions.map(({ text }) => text.toLowerCase());
  if (names.includes('sts:assumerolewithsaml')) {
    return { name: 'a SAML provider', value: byArn('saml-provider', '${2:provider-name}') };
  }
  if (!names.includes('sts:assumerolewithwebidentity')) return undefined;
  const [issuer] = conditions.flatMap(({ key }) => identityProviderClaim(key.text)?.provider ?? []);
  const value =
    issuer !== undefined && BUILT_IN.has(issuer)
      ? `{ "Federated": "\${1:${issuer}}" }`
      : byArn('oidc-provider', `\${2:${issuer ?? 'token.actions.githubusercontent.com'}}`);
  return { name: 'an OIDC provider', value };
}

/** Providers that are named by their domain. */
const BUILT_IN: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
]);

function byArn(kind: 'saml-provider' | 'oidc-provider', name: string): string {
  return `{ "Federated": "arn:aws:iam::\${1:111122223333}:${kind}/${name}" }`;
}

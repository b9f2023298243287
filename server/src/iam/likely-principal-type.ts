/** The type under which a principal belongs, by its look: `AWS` for what looks like nothing else. */
export function likelyPrincipalType(text: string): 'AWS' | 'Service' | 'Federated' | 'CanonicalUser' {
  if (isCanonicalUserId(text)) return 'CanonicalUser';
  if (/^arn:[^:]*:[^:]*:[^:]*:[^:]*:(?:saml|oidc)-provider\//i.test(text)) return 'Federated';
  if (text.startsWith('arn:') || !/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text)) return 'AWS';
  if (PUBLIC_PROVIDERS.has(text.toLowerCase())) return 'Federated';
  return SERVICE_DOMAIN.test(text) ? 'Service' : 'Federated';
}

/** 64 hexadecimal digits for an account; the id of a CloudFront origin access identity has 96. */
export function isCanonicalUserId(text: string): boolean {
  return /^(?:[0-9a-f]{64}|[0-9a-f]{96})$/i.test(text);
}

/** Identity providers that are named by their domain. */
const PUBLIC_PROVIDERS: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
]);

const SERVICE_DOMAIN =
  /\.(?:amazonaws\.\w+(?:\.cn)?|amazon\.com|c2s\.ic\.gov|sc2s\.sgov\.gov|aws\.internal)$/i;

import { isDynamic } from './placeholder.ts';
import type { Statement } from './statement.ts';
import { strings } from './value.ts';

/** Issuers as condition keys name them; undefined unless the statement is about OIDC providers alone, all written out. */
export function trustedIssuers({ principals }: Statement): readonly string[] | undefined {
  const found: string[] = [];
  for (const { element, type, values } of principals) {
    const texts = strings(values);
    if (element !== 'Principal' || type?.text !== 'Federated' || texts.length === 0) return undefined;
    for (const { text } of texts) {
      const issuer = /^arn:[^:]*:iam::[^:]*:oidc-provider\/(.+)$/.exec(text)?.[1] ?? BUILT_IN.exec(text)?.[0];
      if (issuer === undefined || isDynamic(text) || /[*?]|\$\{/.test(issuer)) return undefined;
      found.push(issuer);
    }
  }
  return found.length > 0 ? found : undefined;
}

/** Providers that are trusted by their domain. */
const BUILT_IN =
  /^(?:accounts\.google\.com|cognito-identity\.amazonaws\.com|graph\.facebook\.com|www\.amazon\.com)$/;

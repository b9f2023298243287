/**
 * Completes the keys of web identity federation by what the IAM User Guide says and the Service Authorization
 * Reference leaves out: every OIDC token has an audience and a subject, and `amr` is multivalued.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export function completeFederationKeys(services) {
  return services.map((service) => (service.prefix === 'sts' ? completeSts(service) : service));
}

const ACTION = 'AssumeRoleWithWebIdentity';

/** They have claims of their own, `app_id` and `user_id`. */
const NOT_OIDC = ['graph.facebook.com', 'www.amazon.com'];

const CLAIMS = {
  aud: 'Filters access by the audience of the OIDC token: for whom the provider issued it',
  sub: 'Filters access by the subject of the OIDC token: whom or what it speaks for',
};

function completeSts(service) {
  const action = service.actions.find(({ name }) => name === ACTION);
  const known = new Set(service.conditionKeys.map(({ name }) => name));
  const missing = issuersOf(action?.conditionKeys ?? [])
    .flatMap((issuer) =>
      Object.entries(CLAIMS).map(([claim, description]) => ({ issuer, claim, description })),
    )
    .map(({ issuer, claim, description }) => ({ name: `${issuer}:${claim}`, type: 'String', description }))
    .filter(({ name }) => !known.has(name));

  return {
    ...service,
    conditionKeys: [...service.conditionKeys, ...missing].map((key) =>
      key.name.endsWith(':amr') ? { ...key, type: 'ArrayOfString' } : key,
    ),
    actions: service.actions.map((it) =>
      it === action
        ? { ...it, conditionKeys: [...it.conditionKeys, ...missing.map(({ name }) => name)] }
        : it,
    ),
  };
}

/** The hosts before the first colon; `aws:` and `sts:` are no hosts. */
function issuersOf(keyNames) {
  const prefixes = keyNames.map((name) => name.slice(0, name.indexOf(':')));
  return [...new Set(prefixes)].filter((prefix) => prefix.includes('.') && !NOT_OIDC.includes(prefix));
}

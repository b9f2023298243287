import { closest } from '../base/edit-distance.ts';
import { type Arn, parseArn } from './arn.ts';
import { likelyPrincipalType } from './likely-principal-type.ts';
import type { StandInFor } from './stand-in.ts';

/** Why a string under `AWS` names nobody, and what may be meant. */
export interface AwsPrincipalSlip {
  /** Without a full stop. */
  readonly claim: string;
  /** What to write instead, likeliest first. */
  readonly texts: readonly string[];
  /** The type of principal that it is. */
  readonly type?: 'Service' | 'Federated' | 'CanonicalUser';
  /** What to write instead where only the author knows all of it; in snippet syntax. */
  readonly snippets?: readonly string[];
  /** The part that may be a word for what belongs there. */
  readonly word?: { readonly text: string; readonly thing: StandInFor };
}

/**
 * What is wrong with a string under `AWS` that has neither wildcards nor variables; undefined for an account, a role,
 * a user or the session of one. Unique ids are looked at elsewhere. `partitions` are those that are known.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function awsPrincipalSlip(text: string, partitions: readonly string[]): AwsPrincipalSlip | undefined {
  if (text === '*' || /^\d{12}$/.test(text)) return undefined;
  if (text === '')
    return { claim: 'An empty string names nobody', texts: [], snippets: [ANY_ROOT, ANY_ROLE] };
  if (/^\d[\d\s._-]*$/.test(text)) return accountSlip(text, text, (account) => account);
  const type = likelyPrincipalType(text);
  if (type !== 'AWS')
    return { claim: `"${text}" is ${KINDS[type]}, so it belongs under "${type}"`, texts: [], type };
  const arn = parseArn(text);
  return arn ? arnSlip(text, arn, partitions) : noArn(text);
}

const ANY_ROOT = 'arn:aws:iam::${1:111122223333}:root';
const ANY_ROLE = 'arn:aws:iam::${1:111122223333}:role/${2:role-name}';

const KINDS = {
  Service: 'an AWS service',
  Federated: 'an identity provider',
  CanonicalUser: 'a canonical user',
} as const;

/** `given` is what should be an account id. */
function accountSlip(
  text: string,
  given: string,
  withAccount: (account: string) => string,
): AwsPrincipalSlip {
  const digits = given.replace(/[\s._-]/g, '');
  const isPlausible = /^\d{9,12}$/.test(digits);
  return {
    claim: `"${given}" is no account id; it must have 12 digits`,
    word: { text: given, thing: 'account' },
    texts: isPlausible ? [withAccount(digits.padStart(12, '0'))] : [],
    ...(isPlausible
      ? {}
      : { snippets: [text === given ? '${1:111122223333}' : withAccount('${1:111122223333}')] }),
  };
}

function noArn(text: string): AwsPrincipalSlip {
  const claim = `"${text}" is no ARN; name an account, role or user by its ARN`;
  const [, partition = 'aws', account = '', resource = 'root'] =
    /^(?:arn:(aws[a-z-]*):)?(?:iam)?:*(\d{12})(?::+(.+))?$/.exec(text) ?? [];
  if (account !== '') return { claim, texts: [`arn:${partition}:iam::${account}:${resource}`] };
  const [, named] = /^:?((?:role|user)\/[\w+=,.@/-]+)$/.exec(text) ?? [];
  return {
    claim,
    word: { text, thing: /arn$/i.test(text) ? 'arn' : 'account' },
    texts: [],
    snippets: [named === undefined ? ANY_ROLE : `arn:aws:iam::\${1:111122223333}:${named}`, ANY_ROOT],
  };
}

function arnSlip(text: string, arn: Arn, partitions: readonly string[]): AwsPrincipalSlip | undefined {
  const write = (change: Partial<Arn>): string => {
    const { partition, service, region, account, resource } = { ...arn, ...change };
    return `arn:${partition}:${service}:${region}:${account}:${resource}`;
  };
  const { partition, service, region, account, resource } = arn;
  if (!/^aws(-[a-z]+)*$/.test(partition)) {
    const near = closest(partition, partitions, 2);
    const texts = (near.length > 0 ? near : ['aws']).map((name) => write({ partition: name }));
    return { claim: `"${partition}" is no partition of AWS`, texts };
  }
  if (service !== 'iam' && service !== 'sts') return otherService(text, arn, write);
  if (region !== '') {
    const isAccount = /^\d{12}$/.test(region) && account === '';
    const claim = `ARNs of principals have no Region, so "${region}" must not be there`;
    return { claim, texts: [write(isAccount ? { region: '', account: region } : { region: '' })] };
  }
  if (!/^\d{12}$/.test(account) && account !== 'cloudfront') {
    return accountSlip(text, account, (id) => write({ account: id }));
  }
  return resourceSlip(arn, write, resource);
}

function otherService(text: string, { service, account }: Arn, write: Write): AwsPrincipalSlip {
  const near = service === '' ? ['iam'] : closest(service, ['iam', 'sts']);
  if (near.length > 0) {
    return {
      claim: `"${service}" has no principals; those of AWS belong to iam or sts`,
      texts: near.map((name) => write({ service: name })),
    };
  }
  const owner = /^\d{12}$/.test(account) ? account : '${1:111122223333}';
  return {
    claim: `"${text}" is a resource, and resources are no principals`,
    texts: [],
    snippets: [`arn:aws:iam::${owner}:role/\${2:role-name}`, `arn:aws:iam::${owner}:root`],
  };
}

type Write = (change: Partial<Arn>) => string;

function resourceSlip({ service }: Arn, write: Write, resource: string): AwsPrincipalSlip | undefined {
  const [kind = '', ...names] = resource.split('/');
  const name = names.join('/');
  const owner = KIND_OWNERS[kind];
  if (owner === service && (kind === 'root' ? names.length === 0 : name !== '')) {
    return kind === 'assumed-role' && names.length < 2 ? noSession(write, resource, name) : undefined;
  }
  if (kind === 'assumed-root') return undefined;
  if (owner !== undefined && owner !== service) {
    return {
      claim: `"${resource}" belongs to ${owner}, not to ${service}`,
      texts: [write({ service: owner })],
    };
  }
  if (owner !== undefined) return noName(write, resource, kind);
  const claim = NOT_PRINCIPALS[kind]?.(resource);
  if (claim !== undefined) {
    const role =
      kind === 'instance-profile' && name !== '' ? `\${1:${name.split('/').at(-1)}}` : '${1:role-name}';
    return { claim, texts: [], snippets: [write({ resource: `role/${role}` }), write({ resource: 'root' })] };
  }
  const near = closest(
    kind,
    Object.keys(KIND_OWNERS).filter((one) => KIND_OWNERS[one] === service),
    2,
  );
  const texts = near.map((one) => write({ resource: one === 'root' ? one : `${one}/${name || 'name'}` }));
  const ofAccount = [write({ resource: 'role/${1:role-name}' }), write({ resource: 'root' })];
  return {
    claim: `"${resource}" is no account, role, user or session`,
    texts: name === '' ? texts.filter((one) => one.endsWith(':root')) : texts,
    snippets: ofAccount,
  };
}

/** The service whose ARNs name this kind of principal. */
const KIND_OWNERS: Readonly<Record<string, 'iam' | 'sts'>> = {
  root: 'iam',
  role: 'iam',
  user: 'iam',
  'assumed-role': 'sts',
  'federated-user': 'sts',
};

const NOT_PRINCIPALS: Readonly<Record<string, (resource: string) => string>> = {
  group: (resource) => `"${resource}" is a group, and groups are no principals`,
  policy: (resource) => `"${resource}" is a policy, and policies are no principals`,
  'instance-profile': (resource) => `"${resource}" is an instance profile; name its role`,
};

function noSession(write: Write, resource: string, role: string): AwsPrincipalSlip {
  return {
    claim: `"${resource}" names no session; for all sessions name the role`,
    texts: [write({ service: 'iam', resource: `role/${role}` })],
    snippets: [write({ resource: `${resource}/\${1:session-name}` })],
  };
}

function noName(write: Write, resource: string, kind: string): AwsPrincipalSlip {
  if (kind === 'root') return { claim: `"${resource}" must be "root"`, texts: [write({ resource: 'root' })] };
  return {
    claim: `"${resource}" lacks a name`,
    texts: [],
    snippets: [write({ resource: `${kind}/\${1:name}` })],
  };
}

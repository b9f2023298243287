/** A family of legal policies that grow with `n`: nobody writes them, and checking them must not stop an editor. */
export interface Enormous {
  readonly what: string;
  /** The smaller of two sizes that are compared. */
  readonly n: number;
  readonly text: (n: number) => string;
}

/** One long string at every place of a statement that takes any text. */
const LONG: readonly Enormous[] = [
  '${',
  '${a',
  '${a}',
  '${*}',
  '${aws:username}',
  '${aws:username, ',
  '$',
  '*',
  'a*',
  '?',
  'a',
  'Aa',
  '1',
  '0.',
  '-',
  '_',
  '.',
  ':',
  '/',
  ' ',
  '<a',
  '{',
  '{{',
  '[[',
  '@@',
  '%A',
  '__A',
  '//',
  'ou-a-',
  'arn:aws:',
].map((piece) => ({
  what: `strings of ${JSON.stringify(piece)}`,
  n: 8_000,
  text: (n) => withStrings(piece.repeat(n / piece.length)),
}));

const MANY: readonly Enormous[] = [
  {
    what: 'patterns of ARNs in a condition',
    n: 500,
    text: (n) => withCondition('ArnLike', 'aws:SourceArn', (i) => `arn:aws:sns:*:111122223333:*-${i}-*`, n),
  },
  {
    what: 'patterns in a condition',
    n: 1_000,
    text: (n) => withCondition('StringLike', 'aws:PrincipalTag/team', (i) => `*team-${i}-*`, n),
  },
  {
    what: 'ranges in a condition',
    n: 1_000,
    text: (n) => withCondition('IpAddress', 'aws:SourceIp', (i) => `10.${(i >> 8) & 255}.${i & 255}.0/24`, n),
  },
  {
    what: 'conditions',
    n: 500,
    text: (n) =>
      policy([
        {
          ...READ,
          Condition: { StringEquals: Object.fromEntries(list(n, (i) => [`aws:RequestTag/${i}`, 'x'])) },
        },
      ]),
  },
  {
    what: 'resources that begin alike',
    n: 750,
    text: (n) => policy([{ ...READ, Resource: list(n, (i) => `arn:aws:s3:::*-${i}?/*x*`) }]),
  },
  {
    what: 'resources with a colon lost',
    n: 50,
    text: (n) =>
      policy([{ ...READ, Resource: list(n, (i) => `arn:aws:s3::bucket-${i}:${'x'.repeat(250)}:y`) }]),
  },
  {
    what: 'wildcards in actions',
    n: 250,
    text: (n) => policy([{ ...READ, Action: list(n, (i) => `ec2:*${i % 16}*${i}*`), Resource: '*' }]),
  },
  {
    what: 'principals',
    n: 500,
    text: (n) =>
      policy([
        { ...READ, Principal: { AWS: list(n, (i) => `arn:aws:iam::${111122220000 + i}:role/app-${i}*`) } },
      ]),
  },
  {
    what: 'equal Sids',
    n: 500,
    text: (n) => policy(list(n, (i) => ({ Sid: 'A', ...READ, Resource: `arn:aws:s3:::b${i}/*` }))),
  },
  {
    what: 'Allows and Denies of everything',
    n: 300,
    text: (n) =>
      policy(
        list(n, (i) => ({ Effect: i % 2 ? 'Allow' : 'Deny', Action: `s3:Get*${i}*`, Resource: `*${i}*` })),
      ),
  },
  {
    what: 'statements that are nearly the same',
    n: 300,
    text: (n) =>
      policy(
        list(n, (i) => ({
          ...READ,
          Condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/*${i}*` } },
        })),
      ),
  },
  {
    what: 'keys that are written twice',
    n: 1_000,
    text: (n) =>
      `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject",${list(n, (i) => `"Resource":"arn:aws:s3:::b/${i}"`).join()}}]}`,
  },
  {
    what: 'levels',
    n: 500,
    text: (n) =>
      `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":${'['.repeat(n)}"*"${']'.repeat(n)}}]}`,
  },
];

export const ENORMOUS: readonly Enormous[] = [...LONG, ...MANY];

const READ = { Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: 'arn:aws:s3:::app/*' };

function policy(statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function list<T>(length: number, item: (i: number) => T): readonly T[] {
  return Array.from({ length }, (_, i) => item(i));
}

function withCondition(operator: string, key: string, value: (i: number) => string, n: number): string {
  return policy([{ ...READ, Condition: { [operator]: { [key]: list(n, value) } } }]);
}

function withStrings(long: string): string {
  return policy([
    {
      Sid: long,
      Effect: 'Allow',
      Principal: { AWS: [long, `arn:aws:iam::${long}`], Service: long, Federated: long },
      Action: [long, `s3:${long}`, `${long}:GetObject`],
      Resource: [long, `arn:aws:s3:::${long}`, `arn:aws:iam::111122223333:role/${long}*`],
      Condition: {
        StringLike: {
          'aws:userid': `${long}*`,
          'aws:PrincipalTag/team': long,
          [`aws:${long}`]: 'x',
          [long]: 'x',
        },
        StringEquals: { 'aws:SourceAccount': long, 'aws:SourceVpc': long, 'aws:PrincipalOrgID': `o-${long}` },
        ArnLike: { 'aws:SourceArn': long, 'aws:PrincipalArn': `arn:aws:iam::${long}` },
        NumericLessThan: { 'aws:MultiFactorAuthAge': long },
        DateLessThan: { 'aws:CurrentTime': long },
        IpAddress: { 'aws:SourceIp': long },
        Bool: { 'aws:SecureTransport': long },
        [long]: { 'aws:username': long },
      },
    },
    { Effect: long, NotAction: long, NotResource: long },
  ]);
}

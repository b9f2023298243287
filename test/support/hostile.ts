import fc from 'fast-check';

/** Texts that nobody should have to survive: mutated policies, wrong types everywhere, strange characters. */

const SEEDS: readonly string[] = [
  '{"Version":"2012-10-17","Id":"x","Statement":[{"Sid":"A1","Effect":"Allow","Principal":{"AWS":["*","111122223333"]},"Action":["s3:Get*","iam:PassRole"],"NotResource":["arn:aws:s3:::b/*"],"Condition":{"Bool":{"aws:MultiFactorAuthPresent":"false"},"ForAllValues:StringLikeIfExists":{"aws:TagKeys":["a","${aws:username}"]}}}]}',
  '{\n  "Version": "2008-10-17",\n  "Statement": {\n    "Effect": "Deny",\n    "NotAction": "sts:*",\n    "Resource": "*",\n    "Principal": "*"\n  }\n}\n',
  '{"Policy":"{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"s3:GetObjcet\\",\\"Resource\\":\\"*\\"}]}"}',
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity"}]}',
];

const FRAGMENTS: readonly string[] = [
  ...[
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\n',
    '\r\n',
    '\u0000',
    '\ufeff',
    '\ud800',
    '\udc00',
    '\u2028',
    '😀',
  ],
  ...[
    '"Statement"',
    '"Effect":',
    '"Action":',
    '"Condition":{',
    '"Principal":',
    '"Version"',
    'null',
    'true',
    '1e999',
    '[]',
    '{}',
  ],
  ...[
    's3:',
    '*',
    '?',
    '${',
    '${aws:',
    '}',
    'arn:',
    'arn:aws:',
    '::::::',
    '//',
    '/*',
    '*/',
    '__proto__',
    'constructor',
  ],
];

/** A seed with pieces cut out, doubled and put in. */
const mutated: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...SEEDS),
    fc.array(
      fc.record({
        at: fc.nat(10_000).map((number) => number / 10_000),
        remove: fc.nat(12),
        insert: fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 6 })),
      }),
      { maxLength: 6 },
    ),
  )
  .map(([seed, mutations]) =>
    mutations.reduce((text, { at, remove, insert }) => {
      const position = Math.floor(at * text.length);
      return text.slice(0, position) + insert + text.slice(position + remove);
    }, seed),
  );

/** Valid JSON in which every element may hold anything. */
const wronglyTyped: fc.Arbitrary<string> = fc
  .dictionary(
    fc.constantFrom('Version', 'Id', 'Statement', '__proto__', 'Statements'),
    fc.oneof(
      anything(),
      fc.array(
        fc.dictionary(
          fc.constantFrom(
            'Sid',
            'Effect',
            'Action',
            'NotAction',
            'Resource',
            'NotResource',
            'Principal',
            'Condition',
            'x',
          ),
          anything(),
        ),
        { maxLength: 3 },
      ),
    ),
  )
  .map((value) => JSON.stringify(value));

function anything(): fc.Arbitrary<unknown> {
  const text = fc.oneof(
    fc.constantFrom(
      '*',
      's3:*',
      'Allow',
      '2012-10-17',
      'arn:aws:s3:::b',
      'arn:*',
      '',
      ':',
      'aws:SourceIp',
      'Bool',
      '${a',
    ),
    fc.string({ maxLength: 10, unit: 'binary' }),
  );
  return fc.oneof(
    { depthSize: 'small' },
    text,
    fc.jsonValue({ maxDepth: 3 }),
    fc.array(text, { maxLength: 4 }),
  );
}

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  mutated,
  wronglyTyped,
  fc.string({ unit: 'binary' }),
);

/** A place in a text, from 0 for its beginning to 1 for its end, all alike likely. */
export const place: fc.Arbitrary<number> = fc.nat(10_000).map((number) => number / 10_000);

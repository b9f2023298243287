/** What guides and templates have words for. */
export type StandInFor = 'account' | 'arn' | 'ip' | 'organization' | 'region' | 'vpc' | 'vpcEndpoint';

/**
 * What to say of a text that is a word for what belongs in its place, as guides and templates have it: `account-id`,
 * `YOUR_REGION`, `xxxxxxxxxxxx`. Without a full stop; undefined for any other text.
 *
 * AWS takes no such text either, but nobody has mistyped anything.
 */
export function standInClaim(text: string, thing: StandInFor): string | undefined {
  const { name, word } = THINGS[thing];
  return word.test(text) || NOTHING.test(text) || MASKED.test(text)
    ? `"${text}" stands for ${name}; it has to be filled in`
    : undefined;
}

interface Thing {
  readonly name: string;
  /** What the words for it have in common. */
  readonly word: RegExp;
}

const THINGS: Readonly<Record<StandInFor, Thing>> = {
  account: { name: 'an account id', word: /^[^\d:/]*acc(?:oun)?t/i },
  arn: { name: 'an ARN', word: /^(?:[a-z][\w -]*)?arn$/i },
  ip: {
    name: 'an IP address',
    word: /^(?:(?:[a-z]+\.){3}[a-z]+|(?:[a-z][\w -]*[-_ ])?ip(?:[-_ ]?address)?)(?:\/\w+)?$/i,
  },
  organization: {
    name: 'an organization',
    word: /^(?:o-x+$|[^\d:/]*\borg)|(?:^|[^a-z])org(?:anization)?[-_ ]?id$/i,
  },
  region: { name: 'a Region', word: /region/i },
  vpc: { name: 'a VPC', word: /^(?:vpc-x+|[^\d/]*vpc[-_ ]?id)$/i },
  vpcEndpoint: { name: 'a VPC endpoint', word: /^(?:vpce-x+|[^\d/]*(?:vpce|endpoint)[-_ ]?id)$/i },
};

/** Says that something is missing, not what. */
const NOTHING = /^(?:x{2,}|\.{3}|(?:your|replace|insert|change)[-_ ].+|todo|tbd|placeholder)$/i;

/** AWS's guides write this over a part of the ids in them: `vpce-0a1b2cEXAMPLE`. */
const MASKED = /EXAMPLE/;

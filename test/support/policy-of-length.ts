/** A policy of one statement, on one line without white space, of exactly this many characters. */
export function policyOfLength(length: number, members: Readonly<Record<string, unknown>> = {}): string {
  const policy = (padding: string): string =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', ...members, Resource: `arn:aws:s3:::amzn-s3-demo-bucket/${padding}` }],
    });
  return policy('x'.repeat(length - policy('').length));
}

/** The same policy with at least this many characters of white space. */
export function withWhiteSpace(policy: string, characters: number): string {
  return `{${' '.repeat(characters)}${policy.slice(1)}`;
}

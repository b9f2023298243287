/** A role trust policy for workflows of GitHub, with these members in its condition. */
export function githubTrust(condition: string): string {
  return `{ "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
  "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
  "Condition": { ${condition} } }] }`;
}

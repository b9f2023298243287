import { parseArn } from '../../iam/arn.ts';
import { type PrincipalString, principalStrings } from '../../policy/principal-strings.ts';
import { deletePrincipal } from '../principal-fixes.ts';
import { defineRule } from '../rule.ts';

/**
 * Who trusts a role trusts all of its sessions, so a session beside its own role adds nobody. Beside an Allow of another
 * resource it can make a difference: inside an account the session is then not limited by the boundary of the role.
 */
export const redundantSessionPrincipal = defineRule({
  id: 'redundant-session-principal',
  scope: 'statement',
  mentions: ['assumed-role'],
  severity: 'information',
  category: 'style',
  summary: 'Session is listed beside its own role',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY'] },
  policyTypes: ['trust', 'resource'],
  examples: [
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "AWS": ["arn:aws:iam::111122223333:role/app", "arn:aws:sts::111122223333:assumed-role/app/deploy"] }, "Action": "sts:AssumeRole"',
      good: '"Effect": "Allow", "Principal": { "AWS": ["arn:aws:iam::111122223333:role/app"] }, "Action": "sts:AssumeRole"',
    },
  ],

  *check({ statement, policyType }) {
    if (policyType === 'resource' && statement.effect !== 'Deny') return;
    const listed = principalStrings(statement).filter(
      ({ element, type, text }) => element === 'Principal' && type === 'AWS' && !/[*?]/.test(text),
    );
    if (listed.length < 2) return;
    const roles = new Set(listed.flatMap((one) => nameOf(one, 'iam', 'role') ?? []));
    for (const principal of listed) {
      const role = nameOf(principal, 'sts', 'assumed-role');
      if (role === undefined || !roles.has(role)) continue;
      yield {
        range: principal.range,
        message: `Its role is listed, too, so the session "${sessionOf(principal)}" adds nobody.`,
        isUnnecessary: true,
        fixes: () =>
          deletePrincipal(statement, principal).map((fix) => ({ ...fix, isPreferred: true as const })),
      };
    }
  },
});

/** Account and name of a role; its path is not part of the ARN of a session. */
function nameOf({ text }: PrincipalString, service: string, kind: string): string | undefined {
  const arn = parseArn(text);
  const [own, ...names] = arn?.resource.split('/') ?? [];
  if (arn?.service !== service || own !== kind) return undefined;
  return `${arn.account} ${kind === 'role' ? names.at(-1) : names[0]}`;
}

const sessionOf = ({ text }: PrincipalString): string => text.slice(text.lastIndexOf('/') + 1);

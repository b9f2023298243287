import { closest } from '../../base/edit-distance.ts';
import { ownProperty } from '../../base/own-property.ts';
import { statementElement } from '../../iam/element.ts';
import { likelyPrincipalType } from '../../iam/likely-principal-type.ts';
import { PRINCIPAL_TYPES, principalType } from '../../iam/principal-type.ts';
import { removeEntry } from '../../policy/list-edit.ts';
import { mergeValues } from '../../policy/merge-values.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { Statement } from '../../policy/statement.ts';
import { type Member, member, type ObjectValue, strings } from '../../policy/value.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * There are four types of principals: `AWS` for accounts, roles, users and their sessions, `Service`, `Federated` and
 * `CanonicalUser`, spelled exactly so. AWS rejects a policy with any other key in its `Principal`.
 */
export const principalKey = defineRule({
  id: 'principal-key',
  scope: 'statement',
  severity: 'error',
  category: 'syntax',
  summary: 'No such type of principal',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  equivalents: {
    accessAnalyzer: ['INVALID_PRINCIPAL_KEY'],
    parliament: ['UNKNOWN_PRINCIPAL'],
    cfnLint: ['E3512'],
  },
  policyTypes: ['resource', 'trust', 'endpoint'],
  examples: [
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "Services": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole"',
      good: '"Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole"',
    },
  ],

  *check({ statement }) {
    if (statement.isBroken) return;
    for (const { key: element, value: object } of statement.members) {
      if ((element.text !== 'Principal' && element.text !== 'NotPrincipal') || object?.kind !== 'object')
        continue;
      for (const entry of object.members) {
        if (isExplainedElsewhere(entry.key.text)) continue;
        const meant = meantType(entry);
        yield {
          range: entry.key.range,
          message: `"${entry.key.text}" is no type of principal; use "${meant}".`,
          fixes: () => [...renamed(statement, object, entry, meant), deletion(object, entry)],
        };
      }
    }
  },
});

/** Right, filled in later, misplaced, or with white space at an end. */
function isExplainedElsewhere(key: string): boolean {
  return (
    principalType(key) !== undefined ||
    isDynamic(key) ||
    key !== key.trim() ||
    key.startsWith('Fn::') ||
    statementElement(key) !== undefined
  );
}

function meantType({ key, value }: Member): string {
  const name = key.text.toLowerCase().replace(/[\s_-]/g, '');
  const known =
    PRINCIPAL_TYPES.find((type) => type.name.toLowerCase() === name) ??
    principalType(ownProperty(ALIASES, name) ?? '');
  if (known) return known.name;
  const [near] = closest(
    name,
    PRINCIPAL_TYPES.map((type) => type.name).filter((type) => type.length > 3),
  );
  if (near) return near;
  const [first] = strings(value);
  return first ? likelyPrincipalType(first.text) : 'AWS';
}

const ALIASES: Readonly<Record<string, string>> = {
  account: 'AWS',
  accounts: 'AWS',
  arn: 'AWS',
  iam: 'AWS',
  role: 'AWS',
  roles: 'AWS',
  user: 'AWS',
  users: 'AWS',
  awsservice: 'Service',
  federation: 'Federated',
  federateduser: 'Federated',
  oidc: 'Federated',
  saml: 'Federated',
  webidentity: 'Federated',
  canonical: 'CanonicalUser',
  canonicalid: 'CanonicalUser',
  canonicaluserid: 'CanonicalUser',
};

/** Where the right type is there as well, the values go there. */
function renamed(statement: Statement, object: ObjectValue, entry: Member, type: string): readonly Fix[] {
  const existing = member(object, type);
  if (!existing) {
    const edits = [{ range: entry.key.range, newText: JSON.stringify(type) }];
    return [{ title: `Change to "${type}"`, keepsAccess: false, isPreferred: true, edits }];
  }
  const merged = mergeValues(statement.text, existing.value, entry.value, { asText: false });
  if (!merged) return [];
  const edits = [...merged, removeEntry(object, entry.range)];
  return [{ title: `Move to "${type}"`, keepsAccess: false, isPreferred: true, edits }];
}

function deletion(object: ObjectValue, { key, range }: Member): Fix {
  return { title: `Delete "${key.text}"`, keepsAccess: false, edits: [removeEntry(object, range)] };
}

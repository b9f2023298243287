/**
 * What a unique id of IAM stands for, alone or with the name of a session behind a colon; undefined for anything else.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export function ownerOfUniqueId(text: string): 'role' | 'user' | 'group' | 'instance profile' | undefined {
  return OWNERS[/^(A[A-Z]{3})[A-Z0-9]{12,}(?::.*)?$/.exec(text)?.[1] ?? ''];
}

const OWNERS: Readonly<Record<string, 'role' | 'user' | 'group' | 'instance profile'>> = {
  AROA: 'role',
  AIDA: 'user',
  AGPA: 'group',
  AIPA: 'instance profile',
};

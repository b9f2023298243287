import type { Catalogue } from '../catalogue/catalogue.ts';
import { type GithubSubject, githubSubject, type SubjectReach } from '../iam/github-subject.ts';
import { isDynamic } from '../policy/placeholder.ts';
import type { Statement } from '../policy/statement.ts';
import type { StringValue } from '../policy/value.ts';
import { type ConditionTest, conditionTests } from './condition-tests.ts';
import { githubClaim, TENANCY_CLAIMS, trustedGithub } from './github-trust.ts';

export interface AcceptedSubject extends GithubSubject {
  readonly value: StringValue;
}

/**
 * The subjects of GitHub's tokens with which a role can be assumed, those that reach no farther than the owner or the
 * repository left out where another claim limits them. Of several tests of the subject the strictest counts.
 */
export function acceptedSubjects(statement: Statement, catalogue: Catalogue): readonly AcceptedSubject[] {
  if (statement.conditions.length === 0 || !trustedGithub(statement)) return [];
  const tests = conditionTests(statement, catalogue).filter(selects);
  const limited = tests.filter(limits).map(({ entry }) => githubClaim(entry.key.text) ?? '');
  const isLimited = ({ reach }: AcceptedSubject): boolean =>
    limited.some((claim) => TENANCY_CLAIMS.has(claim) && (reach === 'anyone' || !isOwner(claim))) ||
    (reach !== 'anyone' && limited.some((claim) => !isOwner(claim)));
  const lists = tests.filter(({ entry }) => githubClaim(entry.key.text) === 'sub').map(subjectsOf);
  const [strictest = []] = lists.sort((a, b) => widest(a) - widest(b));
  return strictest.filter((subject) => !isLimited(subject));
}

function selects({ operator }: ConditionTest): boolean {
  return operator?.operator.operand === 'String' && !operator.operator.isNegated;
}

/** By another claim than the subject, which every token must have. */
function limits({ entry, operator, values }: ConditionTest): boolean {
  const claim = githubClaim(entry.key.text);
  if (!claim || claim === 'sub' || claim === 'aud') return false;
  if (operator?.ifExists || operator?.setOperator === 'ForAllValues') return false;
  return values.every((value) => value.kind === 'string' && !/^[*?]/.test(value.text));
}

const isOwner = (claim: string): boolean => /^(?:repository_owner|enterprise)(?:_id)?$/.test(claim);

function subjectsOf({ operator, values }: ConditionTest): readonly AcceptedSubject[] {
  const hasWildcards = operator?.operator.hasWildcards ?? false;
  return values.flatMap((value) =>
    value.kind === 'string' && !isDynamic(value.text)
      ? { ...githubSubject(value.text, hasWildcards), value }
      : [],
  );
}

function widest(subjects: readonly AcceptedSubject[]): number {
  return Math.max(...subjects.map(({ reach }) => REACHES.indexOf(reach)), 0);
}

const REACHES: readonly SubjectReach[] = ['less', 'repository', 'owner', 'anyone'];

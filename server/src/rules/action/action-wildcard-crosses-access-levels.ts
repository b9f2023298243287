import { memoized } from '../../base/memo.ts';
import { counted } from '../../base/plural.ts';
import { lowerCaseNames } from '../../catalogue/action-pattern.ts';
import type { Catalogue, Service } from '../../catalogue/catalogue.ts';
import { sensitiveKind } from '../../catalogue/sensitive-kind.ts';
import { matchesWildcard, wildcardMatcher } from '../../iam/wildcard.ts';
import type { ActionString, Statement } from '../../policy/statement.ts';
import { keepActions } from '../keep-actions.ts';
import { lazyFix } from '../lazy-fix.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * `Get*`, `List*` and `Describe*` are written for reading, but verbs do not tell all: `ec2:Get*` includes
 * `ec2:GetPasswordData`, `ecr:Get*` includes `ecr:GetAuthorizationToken`, and what they return lets others in. Some
 * actions with such a name are of access level Write; a pattern with one of those is only pointed out. So are keys and
 * tokens among what a pattern of a noun matches, `iam:*AccessKey*`.
 *
 * What is the purpose of a service, secrets or a token for its repositories, is only pointed out, too.
 *
 * Name the exception beside the pattern where it is meant, and nothing is said. Actions that AWS files under Permissions
 * management or Tagging although they only read a policy or tags are not reported.
 */
export const actionWildcardCrossesAccessLevels = defineRule({
  id: 'action-wildcard-crosses-access-levels',
  scope: 'statement',
  effect: 'Allow',
  mentions: ['*', '?'],
  severity: 'warning',
  category: 'security',
  summary: 'Pattern for reading matches more than reading',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html',
  policyTypes: ['identity', 'resource'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": ["ec2:Describe*", "ec2:Get*"], "Resource": "*"',
      good: '"Effect": "Allow", "Action": ["ec2:Describe*", "ec2:GetConsoleOutput"], "Resource": "*"',
    },
  ],

  *check({ statement, catalogue }) {
    for (const action of statement.actions) {
      const { element, isPattern, name, range, servicePrefix, text } = action;
      const service = element === 'Action' && isPattern ? catalogue.service(servicePrefix) : undefined;
      if (!service || !name || !(READING.test(name) || NOUN.test(name))) continue;
      if (NOUN.test(name) && isAboutOneself(statement)) continue;

      const outliers = outliersOf(service, name, catalogue).filter((outlier) => !isNamed(statement, outlier));
      const [worst] = outliers;
      if (!worst) continue;
      const names = new Set(outliers.map(({ fullName }) => fullName));
      yield {
        range,
        message: messageFor(text, worst, outliers.length),
        ...(worst.isCredential && !PURPOSES.has(worst.fullName) ? {} : { severity: 'information' as const }),
        fixes: () => withoutOutliers(statement, action, catalogue, names),
      };
    }
  },
});

const READING =
  /^(?:[Bb]atch)?(?:[Dd]escribe|[Gg]et|[Ll]ist|[Ll]ookup|[Qq]uery|[Rr]ead|[Ss]earch|[Vv]iew)(?![a-z])/;

const NOUN = /^\*+[A-Za-z]/;

/** Who reads from these services can hardly do without. */
const PURPOSES: ReadonlySet<string> = new Set([
  'codeartifact:GetAuthorizationToken',
  'secretsmanager:BatchGetSecretValue',
  'secretsmanager:GetSecretValue',
]);

/** What everybody may do with their own keys. */
function isAboutOneself({ resources }: Statement): boolean {
  return resources.length > 0 && resources.every(({ text }) => /\$\{aws:(?:username|userid)\}/i.test(text));
}

/** An action that a pattern for reading should not match. */
interface Outlier {
  readonly fullName: string;
  /** In lower case, without the prefix. */
  readonly name: string;
  readonly isCredential: boolean;
}

/** Of a service: credentials first, then what sounds like reading and is not. */
const candidatesOf = memoized((catalogue: Catalogue) =>
  memoized((service: Service): readonly Outlier[] =>
    service
      .actionNames()
      .flatMap((name, index): readonly Outlier[] => {
        const fullName = `${service.prefix}:${name}`;
        const isCredential = sensitiveKind(catalogue, fullName) === 'credentials';
        const isWriting = service.accessLevelAt(index) === 'Write' && READING.test(name);
        return isCredential || isWriting ? [{ fullName, name: name.toLowerCase(), isCredential }] : [];
      })
      .sort((a, b) => Number(b.isCredential) - Number(a.isCredential)),
  ),
);

/** None for a pattern that matches nothing else, or no reading at all. */
function outliersOf(service: Service, pattern: string, catalogue: Catalogue): readonly Outlier[] {
  const matches = wildcardMatcher(pattern.toLowerCase());
  const isNoun = NOUN.test(pattern);
  const found = candidatesOf(catalogue)(service).filter(
    ({ name, isCredential }) => (isCredential || !isNoun) && matches(name),
  );
  return found.length > 0 && readsOther(service, matches, found) ? found : [];
}

function readsOther(
  service: Service,
  matches: (name: string) => boolean,
  outliers: readonly Outlier[],
): boolean {
  const names = new Set(outliers.map(({ name }) => name));
  return lowerCaseNames(service).some((name, index) => {
    const level = service.accessLevelAt(index);
    return (level === 'Read' || level === 'List') && matches(name) && !names.has(name);
  });
}

/** By an entry that is not written for reading itself. */
function isNamed({ actions }: Statement, { fullName }: Outlier): boolean {
  return actions.some(
    ({ text, name = '' }) =>
      !(/[*?]/.test(name) && (READING.test(name) || NOUN.test(name))) &&
      matchesWildcard(text.toLowerCase(), fullName.toLowerCase()),
  );
}

function messageFor(text: string, { fullName, isCredential }: Outlier, count: number): string {
  const deed =
    /:(?:Assume|Create|Generate)/.test(fullName) || READING.test(fullName.replace(/.*:/, ''))
      ? 'hands out'
      : 'sets';
  const kind = isCredential ? `which ${deed} credentials` : 'which AWS counts as Write';
  const more =
    count > 1
      ? ` It matches ${counted(count - 1, 'other')} that ${count === 2 ? 'does' : 'do'} more than read.`
      : '';
  return `"${text}" also matches ${fullName}, ${kind}.${more}`;
}

function withoutOutliers(
  statement: Statement,
  action: ActionString,
  catalogue: Catalogue,
  outliers: ReadonlySet<string>,
): readonly Fix[] {
  const actions = keepActions(statement, [action], catalogue, (name) => !outliers.has(name));
  const kept = actions.kept();
  const title = `Narrow to the ${kept.length === 1 ? 'one' : kept.length} that only ${kept.length === 1 ? 'reads' : 'read'}`;
  return [lazyFix({ title, keepsAccess: false }, actions.edits)];
}

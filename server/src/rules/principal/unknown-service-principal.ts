import type { Catalogue } from '../../catalogue/catalogue.ts';
import { servicePrincipalSlip } from '../../catalogue/service-principal-slip.ts';
import { likelyPrincipalType } from '../../iam/likely-principal-type.ts';
import { type PrincipalString, principalStrings } from '../../policy/principal-strings.ts';
import type { Statement } from '../../policy/statement.ts';
import { changeToEach } from '../change-to.ts';
import { moveToType, namePrincipal } from '../principal-fixes.ts';
import { defineRule, type Finding } from '../rule.ts';

/**
 * A service acts under a name such as `lambda.amazonaws.com`: lower case, without `https://`, with the domain of AWS
 * behind it. AWS rejects a policy that trusts anything else. Names that end in `.amazonaws.com.cn` exist in China only.
 *
 * There is no complete list of these names. One of the right form is reported only where one letter makes it the name
 * of a known service, and only as a warning.
 */
export const unknownServicePrincipal = defineRule({
  id: 'unknown-service-principal',
  scope: 'statement',
  mentions: ['service'],
  severity: 'error',
  category: 'correctness',
  summary: 'No service has this name',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services',
  policyTypes: ['resource', 'trust', 'endpoint'],
  examples: [
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "Service": "lambda" }, "Action": "sts:AssumeRole"',
      good: '"Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole"',
    },
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "Service": "lamdba.amazonaws.com" }, "Action": "sts:AssumeRole"',
      good: '"Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole"',
    },
  ],

  *check({ statement, catalogue }) {
    for (const principal of principalStrings(statement)) {
      if (principal.type !== 'Service' || /[*?]/.test(principal.text)) continue;
      const finding =
        underWrongType(statement, principal) ??
        misspelt(statement, principal, catalogue) ??
        ofOtherPartition(statement, principal);
      if (finding) yield { range: principal.range, ...finding };
    }
  },
});

type Judgement = Omit<Finding, 'range'>;

/** ARNs and account ids, and providers that are named by their domain. */
function underWrongType(statement: Statement, principal: PrincipalString): Judgement | undefined {
  const { text } = principal;
  const type = likelyPrincipalType(text);
  const isOther = /^arn:|^\d{12}$/.test(text) || type === 'CanonicalUser' || text === 'accounts.google.com';
  if (!isOther || type === 'Service') return undefined;
  return {
    message: `"${text}" is no AWS service; it belongs under "${type}".`,
    fixes: () => moveToType(statement, principal, type),
  };
}

function misspelt(
  statement: Statement,
  principal: PrincipalString,
  catalogue: Catalogue,
): Judgement | undefined {
  const { text, value } = principal;
  const slip = servicePrincipalSlip(text, catalogue);
  if (!slip) return undefined;
  const names = namedFirst(slip.names, statement);
  const [first] = names;
  const isSure = slip.kind === 'form' && slip.names.length === 1;
  return {
    ...(slip.kind === 'name' ? { severity: 'warning' as const } : {}),
    message: isSure
      ? `"${text}" is no service principal; use "${first}".`
      : `"${text}" is no service principal${slip.kind === 'name' ? ` known as of ${catalogue.stamp.date}` : '; they end in ".amazonaws.com"'}.`,
    fixes: () =>
      first === undefined ? namePrincipal(principal, ['${1:ec2.amazonaws.com}']) : changeToEach(value, names),
  };
}

/** Services of which the statement names a resource, as in `aws:SourceArn`, before others. */
function namedFirst(names: readonly string[], { text }: Statement): readonly string[] {
  const isNamed = (name: string): boolean => text.includes(`:${name.split('.')[0]}:`);
  return [...names.filter(isNamed), ...names.filter((name) => !isNamed(name))];
}

/** Only where every ARN of the statement says that it is not about China. */
function ofOtherPartition(
  { text: whole }: Statement,
  { text, value }: PrincipalString,
): Judgement | undefined {
  if (!text.endsWith('.amazonaws.com.cn')) return undefined;
  const partitions = new Set(whole.match(/(?<="arn:)[a-z-]+(?=:)/g));
  if (partitions.size === 0 || partitions.has('aws-cn')) return undefined;
  return {
    message: `"${text}" exists in China only, and this statement is about ${[...partitions][0]}.`,
    fixes: () => changeToEach(value, [text.replace(/\.cn$/, '')]),
  };
}

import { parseConditionOperator } from '../../iam/condition-operator.ts';
import { operatorName } from '../../iam/operator-name.ts';
import { sensitiveKeySubject } from '../../iam/sensitive-condition-key.ts';
import { isEscape, type PlacedVariable, variablesOf } from '../../policy/policy-variable.ts';
import type { Statement } from '../../policy/statement.ts';
import { strings } from '../../policy/value.ts';
import { changeVariableToEach } from '../change-variable.ts';
import { useOperator } from '../condition-fixes.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';

/**
 * Whoever can choose a name or a tag can choose what a variable stands for. Right before a wildcard it widens access:
 * `home/${aws:username}*` lets the user `ann` into the folder of `anna`; a delimiter between them closes that. A tag that
 * the request itself brings, or a header, protects no resource. And where a pattern is nothing but a tag, `StringEquals`
 * leaves no doubt that the tag `*` is only a star. Ids of accounts, organizations and networks, which take no variable at
 * all, are left to `sensitive-key-wildcard`.
 */
export const variableWildcardInjection = defineRule({
  id: 'variable-wildcard-injection',
  scope: 'statement',
  effect: 'Allow',
  mentions: ['${'],
  severity: 'warning',
  category: 'security',
  summary: 'Policy variable widens what a pattern matches',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  equivalents: { accessAnalyzer: ['VARIABLE_USAGE_TOO_PERMISSIVE'] },
  policyTypes: ['identity', 'resource'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username}*"',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username}/*"',
    },
    {
      bad: '"Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "*", "Condition": { "StringLike": { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } }',
      good: '"Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } }',
    },
  ],

  *check({ statement }) {
    const variables = variablesOf(statement);
    if (variables.length === 0) return;
    for (const variable of variables) {
      if (!isWellFormed(variable) || isEscape(variable) || !isPattern(variable)) continue;
      const found = beforeWildcard(variable) ?? ofRequest(variable) ?? wholePattern(variable, statement);
      if (found) yield { range: variable.range, ...found };
    }
  },
});

type Found = Pick<Finding, 'message' | 'fixes'>;

/** Others have a rule of their own. */
function isWellFormed({ isClosed, fallback }: PlacedVariable): boolean {
  return isClosed && (fallback === undefined || /^\s*'.*'\s*$/s.test(fallback));
}

/** Read as a pattern that grants something. */
function isPattern({ resource, condition }: PlacedVariable): boolean {
  if (resource) return resource.element === 'Resource';
  if (!condition || sensitiveKeySubject(condition.key.text)) return false;
  const parsed = parseConditionOperator(condition.operator.text);
  return parsed?.operator.hasWildcards === true && !parsed.operator.isNegated;
}

/** The value may be the beginning of the value of another caller. */
function beforeWildcard(variable: PlacedVariable): Found | undefined {
  const { name, text, value, start, end } = variable;
  if (value.text[end] !== '*' || !(CHOSEN.test(name) || /^aws:(?:username|userid)$/i.test(name)))
    return undefined;
  const before = value.text[start - 1] ?? '';
  const delimiter = /[-_./:]/.test(before) ? before : '/';
  return {
    message: `"${text}*" also matches names that only begin like the caller's.`,
    fixes: () => changeVariableToEach(variable, [`${text}${delimiter}`]),
  };
}

function ofRequest({ name, text, resource }: PlacedVariable): Found | undefined {
  if (!resource || !OF_REQUEST.test(name)) return undefined;
  return { message: `"${text}" is chosen with each request, so it limits nothing.` };
}

function wholePattern(
  { name, text, value, condition }: PlacedVariable,
  statement: Statement,
): Found | undefined {
  if (!condition || value.text !== text || !CHOSEN.test(name)) return undefined;
  return {
    message: `"${text}" as a whole pattern trusts the tag not to be "*".`,
    fixes: () => compareExactly(statement, condition),
  };
}

/** Tags and claims that whoever opens a session may choose. */
const CHOSEN = /^(?:aws:(?:PrincipalTag|RequestTag)\/.|aws:SourceIdentity$|saml:|[\w-]+\.[\w.-]+:)/i;

/** What a request says of itself. */
const OF_REQUEST = /^(?:aws:(?:RequestTag\/.|UserAgent$|referer$)|s3:RequestObjectTag\/.)/i;

/** Only where no other value of the test needs the pattern. */
function compareExactly(
  statement: Statement,
  entry: NonNullable<PlacedVariable['condition']>,
): readonly Fix[] {
  const parsed = parseConditionOperator(entry.operator.text);
  const exact = parseConditionOperator('StringEquals');
  const isPatternNeeded = strings(entry.values).some(({ text }) =>
    /[*?]/.test(text.replace(/\$\{[*?]\}/g, '')),
  );
  if (!parsed || !exact || isPatternNeeded || parsed.operator.operand !== 'String') return [];
  const name = operatorName({ ...parsed, operator: exact.operator });
  return useOperator(statement, [{ entry }], name, { keepsAccess: false, isPreferred: true });
}

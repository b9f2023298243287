import { isAccountId, isOrganizationId } from '../../iam/aws-id.ts';
import { conditionValueKind } from '../../iam/condition-value-kind.ts';
import { isOrganizationPath } from '../../iam/organization-path.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { Statement } from '../../policy/statement.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { type ValueOfKind, valuesOfKind } from '../../reasoning/values-of-kind.ts';
import { changeToEach } from '../change-to.ts';
import { unlessStandIn } from '../not-filled-in.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';
import { testOtherKey } from '../test-other-key.ts';

/**
 * `aws:PrincipalOrgID` and its like hold the id of an organization, `o-` with 10 to 32 small letters and digits.
 * `aws:PrincipalOrgPaths` and its like hold the path down to the unit of an account, and each part of it ends in a slash:
 * `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`. Without the last slash, or `*` for the units below, a path matches nothing.
 */
export const orgIdValue = defineRule({
  id: 'org-id-value',
  scope: 'statement',
  mentions: ['org'],
  severity: 'error',
  category: 'correctness',
  summary: 'Value is no organization and no path in one',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgpaths',
  examples: [
    {
      bad: '"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAnyValue:StringEquals": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111" } }',
      good: '"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAnyValue:StringEquals": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const found of valuesOfKind(statement, catalogue, 'organization')) {
      if (isOrganizationId(found.compared)) continue;
      yield {
        range: found.value.range,
        ...unlessStandIn(
          found.text,
          'organization',
          `"${found.text}" is no organization ID; it is "o-" and 10 to 32 small letters and digits.`,
        ),
        fixes: () => ofOrganization(statement, found),
      };
    }
    if (!statement.conditions.some(({ key }) => conditionValueKind(key.text) === 'organizationPath')) return;
    for (const test of conditionTests(statement, catalogue)) yield* wrongPaths(test);
  },
});

function ofOrganization(statement: Statement, { value, text, test }: ValueOfKind): readonly Fix[] {
  const key = test.entry.key.text;
  const inText = /(?:^|[/:])(o-[a-z0-9]{10,32})(?:$|\/)/.exec(text.toLowerCase())?.[1] ?? withPrefix(text);
  return [
    ...(isOrganizationPath(text, false)
      ? []
      : testOtherKey(statement, test, key.replace(/OrgID$/i, 'Account'), isAccountId)),
    ...(inText ? changeToEach(value, [inText]) : []),
  ];
}

/** Letters and digits of the right number, without what every ID begins with. */
function withPrefix(text: string): string | undefined {
  return /^(?=.*\d)[a-z0-9]{10,32}$/.test(text) && !/^\d{12}$/.test(text) ? `o-${text}` : undefined;
}

function* wrongPaths({ entry, operator, values }: ConditionTest): Generator<Finding> {
  if (operator?.operator.operand !== 'String' || conditionValueKind(entry.key.text) !== 'organizationPath')
    return;
  const { hasWildcards, name } = operator.operator;
  for (const value of values) {
    if (value.kind !== 'string' || value.text !== value.text.trim()) continue;
    const { text } = value;
    const compared = name.endsWith('IgnoreCase') ? text.toLowerCase() : text;
    if (text.includes('${') || isDynamic(text) || isOrganizationPath(compared, hasWildcards)) continue;
    // What `*` means without a Like operator is told by `wildcard-without-like`.
    if (!hasWildcards && isOrganizationPath(compared, true)) continue;
    const closed = [`${text}/`, `${text}/*`].filter((path) =>
      isOrganizationPath(path.toLowerCase(), hasWildcards),
    );
    yield {
      range: value.range,
      message:
        closed.length > 0
          ? `"${text}" matches no path; each part of one ends in a slash.`
          : `"${text}" is no path like "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/".`,
      fixes: () => changeToEach(value, hasWildcards ? closed.toReversed() : closed),
    };
  }
}

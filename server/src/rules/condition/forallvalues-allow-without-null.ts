import type { Catalogue } from '../../catalogue/catalogue.ts';
import { keyPresence } from '../../iam/key-presence.ts';
import { isMultivalued } from '../../iam/operand-fit.ts';
import { operatorName } from '../../iam/operator-name.ts';
import { isSingleValuedClaim } from '../../iam/single-valued-claim.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { Statement } from '../../policy/statement.ts';
import { isKeyDemanded } from '../../reasoning/absent-key.ts';
import { defectiveKeys } from '../../reasoning/condition-key-defects.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { starValue } from '../../reasoning/star-value.ts';
import { demandKey, useOperator } from '../condition-fixes.ts';
import { defineRule, type Severity } from '../rule.ts';

/**
 * `ForAllValues` asks that no value of the request is outside the list; a request that lacks the key, or has no values,
 * passes. In an Allow that opens a way around the test, most of all where the key tells who calls. A `Null` test with
 * `false` closes it. For keys that describe the request, such as `aws:TagKeys`, passing without them is often meant,
 * so the finding is milder.
 *
 * Left to other rules is `*`, which every value matches anyway. Keys that the statement's actions always send are left out: tags in calls that do nothing but set tags, and
 * parameters such as `dynamodb:LeadingKeys` and `kms:GrantOperations`. On single-valued keys the set operator itself is wrong, see
 * `single-valued-key-with-qualifier`.
 */
export const forallvaluesAllowWithoutNull = defineRule({
  id: 'forallvalues-allow-without-null',
  scope: 'statement',
  effect: 'Allow',
  mentions: ['forallvalues'],
  severity: 'warning',
  category: 'security',
  summary: 'ForAllValues lets requests without the key pass an Allow',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  policyTypes: ['identity', 'resource', 'trust'],
  supersedes: ['forallvalues-with-ifexists'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } }',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" }, "Null": { "aws:PrincipalOrgPaths": "false" } }',
    },
  ],

  *check({ statement, catalogue }) {
    for (const test of conditionTests(statement, catalogue)) {
      const { entry, operator } = test;
      if (operator?.setOperator !== 'ForAllValues' || operator.operator.name === 'Null') continue;
      const severity = severityOf(test, statement, catalogue);
      if (!severity || isKeyDemanded(test, statement, catalogue)) continue;
      yield {
        range: entry.key.range,
        message: `Requests without "${entry.key.text}" pass: "ForAllValues" needs no value.`,
        severity,
        fixes: () => [
          ...demandKey(statement, entry),
          ...useOperator(statement, [{ entry }], operatorName({ ...operator, setOperator: 'ForAnyValue' }), {
            keepsAccess: false,
          }),
        ],
      };
    }
  },
});

/** Undefined where passing without the key is no way around anything. */
function severityOf(test: ConditionTest, statement: Statement, catalogue: Catalogue): Severity | undefined {
  const { entry, operator, key, isKnown } = test;
  const name = entry.key.text.toLowerCase();
  if (key ? !isMultivalued(key.type) : isSingleValuedClaim(name)) return undefined;
  if (isDynamic(name) || !isKnown || starValue(test)) return undefined;
  if (defectiveKeys(statement, catalogue).some((found) => found.entry === entry)) return undefined;
  if (keyPresence(name)?.isProof) return 'warning';
  // What a request does not bring along cannot be on a list of what it must not bring.
  if (operator?.operator.isNegated || ALWAYS_SENT.has(name)) return undefined;
  return name === 'aws:tagkeys' && onlyTags(statement, catalogue) ? undefined : 'information';
}

/** Parameters that their operations cannot do without. */
const ALWAYS_SENT: ReadonlySet<string> = new Set([
  'dynamodb:attributes',
  'dynamodb:leadingkeys',
  'kms:grantoperations',
  'route53:changeresourcerecordsetsactions',
  'route53:changeresourcerecordsetsnormalizedrecordnames',
  'route53:changeresourcerecordsetsrecordtypes',
  'ssm:inventorytypename',
]);

/** Calls that set or remove tags name them. */
function onlyTags({ actions }: Statement, catalogue: Catalogue): boolean {
  return actions.every(
    ({ element, servicePrefix, name = '' }) =>
      element === 'Action' &&
      (catalogue.service(servicePrefix)?.accessLevel(name) === 'Tagging' ||
        /^(?:Un)?Tag|^(?:Create|Add|Delete|Remove)Tags/i.test(name)),
  );
}

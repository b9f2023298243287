import type { Catalogue, ConditionKey } from '../../catalogue/catalogue.ts';
import type { ParsedOperator } from '../../iam/condition-operator.ts';
import { isMultivalued } from '../../iam/operand-fit.ts';
import { operatorName } from '../../iam/operator-name.ts';
import { isSingleValuedClaim } from '../../iam/single-valued-claim.ts';
import type { Statement } from '../../policy/statement.ts';
import { isKeyDemanded } from '../../reasoning/absent-key.ts';
import type { ConditionTest } from '../../reasoning/condition-tests.ts';
import { type BetterOperator, type Misplacement, misplacedTests } from '../misplaced-tests.ts';
import { defineRule } from '../rule.ts';

/**
 * `ForAllValues` and `ForAnyValue` are for keys of which a request can carry several values. On a key with one value they
 * compare nothing better, but `ForAllValues` also holds where the key is absent: an Allow then lets in requests that
 * lack it, such as callers without the tag, or a token without the claim. `ForAnyValue` does no harm; only of the claims
 * of a token AWS warns.
 *
 * How many values the policy lists does not matter: without a set operator one of them has to match.
 */
export const singleValuedKeyWithQualifier = defineRule({
  id: 'single-valued-key-with-qualifier',
  scope: 'statement',
  mentions: ['forallvalues', 'foranyvalue'],
  severity: 'warning',
  category: 'security',
  summary: 'Set operator on a key with one value',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  equivalents: {
    accessAnalyzer: [
      'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
      'FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE',
      'CONFIRM_AUDIENCE_CLAIM_TYPE',
    ],
    parliament: ['SINGLE_VALUE_CONDITION_TOO_PERMISSIVE'],
  },
  supersedes: ['forallvalues-with-ifexists'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { "aws:PrincipalTag/team": ["a", "b"] } }',
      good: '"Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalTag/team": ["a", "b"] } }',
    },
  ],

  *check({ statement, catalogue }) {
    yield* misplacedTests(statement, catalogue, (test) => {
      const { operator } = test;
      if (!operator?.setOperator || operator.operator.name === 'Null' || !isSingleValued(test))
        return undefined;
      return operator.setOperator === 'ForAnyValue'
        ? ofAny(test, operator)
        : ofAll(test, operator, statement, catalogue);
    });
  },
});

function isSingleValued({ key, entry }: ConditionTest): boolean {
  if (key) return !isMultivalued(key.type) && (isCertain(key.name) || !soundsLikeSeveral(key));
  return isSingleValuedClaim(entry.key.text);
}

/** AWS publishes some keys as one text that its guides test as several, such as `route53:VPCs`. */
function soundsLikeSeveral({ name, description }: ConditionKey): boolean {
  return /[a-z0-9]s$/i.test(name) || /\blists?\b/i.test(description);
}

/** A negated test without a set operator also holds where the key is absent. */
function ofAny({ entry, key: known }: ConditionTest, operator: ParsedOperator): Misplacement {
  const key = entry.key.text;
  const { ifExists } = operator;
  if (operator.operator.isNegated && !ifExists) {
    return {
      message: `"${key}" has one value, so "ForAnyValue" only asks for its presence.`,
      severity: 'information',
      operators: [plain(operator, { ifExists, keepsAccess: false, isPreferred: false })],
    };
  }
  return {
    message: `"${key}" has one value, so "ForAnyValue" has nothing to choose from.`,
    ...(known && { severity: 'information' as const }),
    operators: [plain(operator, { ifExists, keepsAccess: isCertain(key), isPreferred: true })],
  };
}

function ofAll(
  test: ConditionTest,
  operator: ParsedOperator,
  statement: Statement,
  catalogue: Catalogue,
): Misplacement {
  const key = test.entry.key.text;
  const isGuarded = operator.operator.isNegated || isKeyDemanded(test, statement, catalogue);
  if (isGuarded) {
    return {
      message: `"${key}" has one value, so "ForAllValues" adds nothing.`,
      severity: 'information',
      operators: [plain(operator, { ifExists: false, keepsAccess: isCertain(key), isPreferred: true })],
    };
  }
  const opens = statement.effect === 'Allow';
  const dropped = plain(operator, { ifExists: false, keepsAccess: false, isPreferred: opens });
  const ifExists = plain(operator, { ifExists: true, keepsAccess: isCertain(key), isPreferred: !opens });
  return opens
    ? {
        message: `Requests without "${key}" pass. "ForAllValues" needs no value, and this key has only one.`,
        operators: [dropped, ifExists],
      }
    : {
        message: `"${key}" has one value, and "ForAllValues" also holds without it.`,
        severity: 'information',
        operators: [ifExists, dropped],
      };
}

/** The types of global keys are AWS's own word; those of services are now and then wrong. */
const isCertain = (key: string): boolean => /^aws:/i.test(key);

/** The operator without its set operator. */
function plain(
  operator: ParsedOperator,
  { ifExists, ...facts }: { readonly ifExists: boolean } & Omit<BetterOperator, 'name'>,
): BetterOperator {
  return { name: operatorName({ ...operator, setOperator: undefined, ifExists }), ...facts };
}

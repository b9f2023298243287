import { memoizedLast } from '../../base/memo.ts';
import { ARN_PARTS, type ArnPart, arnPartSpan, parseArn } from '../../iam/arn.ts';
import { isEscape, type PlacedVariable, variablesOf } from '../../policy/policy-variable.ts';
import type { StringValue } from '../../policy/value.ts';
import { defineRule } from '../rule.ts';

/**
 * AWS fills in policy variables behind the fifth colon of an ARN. In the fields before it, which name partition,
 * service, Region and account, they are not documented to work; only the account of the caller,
 * `${aws:PrincipalAccount}`, stands there in policies of AWS itself.
 */
export const variableInArnAccount = defineRule({
  id: 'variable-in-arn-account',
  scope: 'statement',
  mentions: ['${'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Policy variable stands before the last field of an ARN',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  noFix: 'What the field shall be has to be written out.',
  policyTypes: ['identity', 'resource', 'boundary', 'session', 'scp', 'rcp', 'endpoint'],
  examples: [
    {
      bad: '"Resource": "arn:aws:sns:us-east-1:${aws:PrincipalTag/account}:alerts"',
      good: '"Resource": "arn:aws:sns:us-east-1:${aws:PrincipalAccount}:alerts"',
    },
  ],

  *check({ statement }) {
    for (const variable of variablesOf(statement)) {
      const field =
        variable.resource && variable.isClosed && !isEscape(variable) ? fieldOf(variable) : undefined;
      if (field === undefined || field === 'resource') continue;
      if (field === 'account' && /^aws:(?:Principal|Resource)Account$/i.test(variable.name.trim())) continue;
      yield {
        range: variable.range,
        message: `AWS fills in variables only in the last field of an ARN, not in its ${NAMES[field]}.`,
      };
    }
  },
});

const NAMES: Readonly<Record<Exclude<ArnPart, 'resource'>, string>> = {
  partition: 'partition',
  service: 'service',
  region: 'Region',
  account: 'account',
};

/** The field in which the variable begins; undefined where the text is no ARN, or a variable may bring fields along. */
function fieldOf({ value, start }: PlacedVariable): ArnPart | undefined {
  return fieldsOf(value)?.find(({ end }) => start < end)?.part;
}

/** A text may have many variables. */
const fieldsOf = memoizedLast(({ text }: StringValue) =>
  parseArn(text) ? ARN_PARTS.map((part) => ({ part, end: arnPartSpan(text, part).end })) : undefined,
);

import { findConditionKey } from '../../catalogue/find-condition-key.ts';
import type { ArnPart } from '../../iam/arn.ts';
import { isEscape, variablesOf } from '../../policy/policy-variable.ts';
import { arnPartOfVariable } from '../../policy/variable-arn-part.ts';
import { defineRule } from '../rule.ts';

/**
 * AWS fills in policy variables behind the fifth colon of an ARN. In the fields before it, which name partition,
 * service, Region and account, they are not documented to work; only the account of the caller,
 * `${aws:PrincipalAccount}`, stands there in policies of AWS itself.
 *
 * A key in the account field that does not exist, such as `${aws:AccountId}`, is left to `variable-unknown`.
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

  *check({ statement, catalogue }) {
    for (const variable of variablesOf(statement)) {
      const field = variable.isClosed && !isEscape(variable) ? arnPartOfVariable(variable) : undefined;
      if (field === undefined || field === 'resource') continue;
      const name = variable.name.trim();
      if (field === 'account' && /^aws:(?:Principal|Resource)Account$/i.test(name)) continue;
      if (field === 'account' && /^aws:\S/i.test(name) && !findConditionKey(name, catalogue)) continue;
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

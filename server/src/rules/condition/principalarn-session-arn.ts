import { type Arn, parseArn } from '../../iam/arn.ts';
import { removeItem } from '../../policy/remove-item.ts';
import { type StringValue, strings } from '../../policy/value.ts';
import { conditionTests } from '../../reasoning/condition-tests.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * `aws:PrincipalArn` holds the ARN of the role, `arn:aws:iam::111122223333:role/name`, whatever session of it calls. The
 * ARN of a session, which error messages and CloudTrail show, never matches: an Allow grants nothing, and a Deny that
 * should spare the session hits it, too.
 *
 * The ARN of the role has its path, which that of a session lacks; roles of IAM Identity Center always have one. Where
 * the role is listed as well, nothing is missing, and the finding is mere information.
 */
export const principalarnSessionArn = defineRule({
  id: 'principalarn-session-arn',
  scope: 'statement',
  mentions: ['aws:principalarn'],
  severity: 'error',
  category: 'correctness',
  summary: 'aws:PrincipalArn never holds the ARN of a session',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn',
  examples: [
    {
      bad: '"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "ArnNotLike": { "aws:PrincipalArn": "arn:aws:sts::111122223333:assumed-role/admin/*" } }',
      good: '"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": { "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/admin" } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (!statement.conditions.some(({ key }) => isPrincipalArn(key.text))) return;
    for (const { entry, operator, values } of conditionTests(statement, catalogue)) {
      if (!operator || operator.operator.name === 'Null' || !isPrincipalArn(entry.key.text)) continue;
      for (const value of values) {
        if (value.kind !== 'string') continue;
        const arn = parseArn(value.text);
        if (arn?.service !== 'sts' || !arn.resource.startsWith('assumed-role/')) continue;
        yield {
          range: value.range,
          message: `"${entry.key.text}" holds the ARN of the role, so that of a session never matches.`,
          ...(strings(entry.values).some(({ text }) => isRoleOf(text, arn))
            ? { severity: 'information', isUnnecessary: true, fixes: () => removal(statement.text, value) }
            : { fixes: () => roleInstead(value, arn, operator.operator.hasWildcards) }),
        };
      }
    }
  },
});

const isPrincipalArn = (key: string): boolean => key.toLowerCase() === 'aws:principalarn';

/** Whether a text names the role of a session, with whatever path. */
function isRoleOf(text: string, session: Arn): boolean {
  const arn = parseArn(text);
  return (
    arn?.service === 'iam' &&
    arn.account === session.account &&
    arn.resource.startsWith('role/') &&
    arn.resource.split('/').at(-1) === session.resource.split('/')[1]
  );
}

function removal(text: string, { range }: StringValue): readonly Fix[] {
  const edit = removeItem(text, range);
  return edit ? [{ title: 'Remove the session', keepsAccess: true, isPreferred: true, edits: [edit] }] : [];
}

function roleInstead(value: StringValue, arn: Arn, hasWildcards: boolean): readonly Fix[] {
  const role = roleName(arn.resource, hasWildcards);
  return role ? changeToEach(value, [`arn:${arn.partition}:iam::${arn.account}:role/${role}`]) : [];
}

/** The path of a role of IAM Identity Center names the Region of its directory, or nothing for us-east-1. */
function roleName(resource: string, hasWildcards: boolean): string | undefined {
  const name = resource.split('/')[1];
  return name?.startsWith('AWSReservedSSO_') && hasWildcards
    ? `aws-reserved/sso.amazonaws.com/*${name}`
    : name;
}

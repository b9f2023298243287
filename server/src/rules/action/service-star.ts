import type { AccessLevel, Catalogue, Service } from '../../catalogue/catalogue.ts';
import { parseArn } from '../../iam/arn.ts';
import type { PolicyType } from '../../iam/policy-type.ts';
import type { ActionString, ConditionEntry, ResourceString, Statement } from '../../policy/statement.ts';
import { strings } from '../../policy/value.ts';
import { narrowAction } from '../narrow-action.ts';
import { defineRule } from '../rule.ts';

/**
 * `s3:*` allows all that a service can do, deleting and giving access to others included, and what AWS adds to it
 * later. Often only one or two access levels are meant.
 *
 * One step milder where the resources are named, or where a tag of the resource must equal a tag of the caller. In
 * resource-based policies an account may have everything: its own policies decide who gets what. Key policies
 * are left alone, as `kms:*` for the account is what makes its policies count. Ceilings, such as boundaries and service
 * control policies, grant nothing and are not reported.
 */
export const serviceStar = defineRule({
  id: 'service-star',
  scope: 'statement',
  effect: 'Allow',
  mentions: ['*'],
  severity: 'warning',
  category: 'breadth',
  summary: 'All actions of a service are allowed',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  policyTypes: ['identity', 'resource'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "lambda:*", "Resource": "*"',
      good: '"Effect": "Allow", "Action": "lambda:ListFunctions", "Resource": "*"',
    },
  ],

  *check({ statement, policyType, catalogue }) {
    if (isDelegation(statement, policyType)) return;
    for (const action of statement.actions) {
      const service = wholeService(action, catalogue);
      if (!service || (policyType === 'resource' && service.prefix === 'kms')) continue;
      const isMild = countChanging(service) === 0 || isScoped(statement, policyType);
      yield {
        range: action.range,
        message: `"${action.text}" allows all ${service.actionNames().length} actions of the service. ${clause(service)}.`,
        ...(isMild ? { severity: 'information' as const } : {}),
        fixes: () => narrowAction(statement, action, catalogue),
      };
    }
  },
});

/** Undefined for a part of a service, and for one whose actions are all of one level: there is nothing to narrow. */
function wholeService(
  { element, servicePrefix, name }: ActionString,
  catalogue: Catalogue,
): Service | undefined {
  if (element !== 'Action' || !/^\*+$/.test(name ?? '')) return undefined;
  const service = catalogue.service(servicePrefix);
  return service && new Set(levelsOf(service)).size > 1 ? service : undefined;
}

const levelsOf = (service: Service): readonly AccessLevel[] =>
  service.actionNames().map((_, index) => service.accessLevelAt(index));

function clause(service: Service): string {
  const changing = countChanging(service);
  return changing === 0 ? 'None of them changes anything' : `${changing} of them write, tag or give access`;
}

const countChanging = (service: Service): number =>
  levelsOf(service).filter((level) => level !== 'Read' && level !== 'List').length;

/** Only accounts as such are named: their own policies decide. */
function isDelegation({ principals }: Statement, policyType: PolicyType): boolean {
  return (
    policyType === 'resource' &&
    principals.length > 0 &&
    principals.every(({ element, type, values }) =>
      element === 'Principal' && type?.text === 'AWS'
        ? strings(values).every(({ text }) => /^(?:\d{12}|arn:[^:]*:iam::\d{12}:root)$/.test(text))
        : false,
    )
  );
}

/** A policy on a resource is scoped by its place. */
function isScoped(statement: Statement, policyType: PolicyType): boolean {
  if (policyType === 'resource' || statement.conditions.some(comparesTags)) return true;
  return statement.resources.length > 0 && statement.resources.every(isNamed);
}

function comparesTags({ operator, key, values }: ConditionEntry): boolean {
  return (
    /^string(?:equals|like)(?:ignorecase)?$/i.test(operator.text) &&
    /:resourcetag\//i.test(key.text) &&
    strings(values).some(({ text }) => /\$\{aws:PrincipalTag\//i.test(text))
  );
}

function isNamed({ element, text }: ResourceString): boolean {
  if (element !== 'Resource') return false;
  return !/^\*+$/.test(text) && !/^\*+$/.test(parseArn(text)?.resource ?? '');
}

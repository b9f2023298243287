import type { PolicyType } from '../../iam/policy-type.ts';
import { matchesWildcard } from '../../iam/wildcard.ts';
import { addConditions, type ConditionSketch } from '../../policy/condition-edit.ts';
import type { Statement } from '../../policy/statement.ts';
import { strings } from '../../policy/value.ts';
import type { Transformed } from './transformed.ts';

/** A condition that belongs into many statements and is missing in most. */
export type Guard = 'source account' | 'source ARN' | 'organization' | 'passed-to service' | 'MFA' | 'TLS';

export const GUARDS: readonly Guard[] = [
  'source account',
  'source ARN',
  'organization',
  'passed-to service',
  'MFA',
  'TLS',
];

export interface GuardOptions {
  readonly guard: Guard;
  readonly policyType: PolicyType;
}

/** Add one guard to an Allow as a snippet to fill in. Only where requests that are meant send the key. */
export function addGuard(statement: Statement, { guard, policyType }: GuardOptions): Transformed {
  if (statement.isBroken) return { whyNot: 'Its JSON has errors.' };
  if (statement.effect !== 'Allow') return { whyNot: 'A further condition makes a Deny deny less.' };
  const { title, operator, keys, isMeant } = GUARD_TABLE[guard];
  if (!isMeant(statement, policyType))
    return { whyNot: `Its requests do not send ${Object.keys(keys(statement))[0]}.` };
  const sketch = keys(statement);
  if (Object.keys(sketch).some((key) => isTested(statement, key)))
    return { whyNot: 'It has this guard already.' };
  const edit = addConditions(statement, operator(statement), sketch);
  if (!edit) return { whyNot: 'Its Condition cannot be extended.' };
  return { title, keepsAccess: false, isSnippet: true, edits: [edit] };
}

interface GuardFacts {
  readonly title: string;
  operator(statement: Statement): string;
  /** In snippet syntax. */
  keys(statement: Statement): ConditionSketch;
  isMeant(statement: Statement, policyType: PolicyType): boolean;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const GUARD_TABLE: Readonly<Record<Guard, GuardFacts>> = {
  'source account': {
    title: 'Require the calling service to act for one account (aws:SourceAccount)',
    operator: () => 'StringEquals',
    keys: () => ({ 'aws:SourceAccount': '${1:111122223333}' }),
    isMeant: isForService,
  },
  'source ARN': {
    title: 'Require the calling service to act for one resource (aws:SourceArn)',
    operator: () => 'ArnLike',
    keys: (statement) => ({ 'aws:SourceArn': sourceArn(statement) }),
    isMeant: isForService,
  },
  organization: {
    title: 'Require callers of one organization (aws:PrincipalOrgID)',
    operator: () => 'StringEquals',
    keys: () => ({ 'aws:PrincipalOrgID': '${1:o-exampleorgid}' }),
    isMeant: (statement, policyType) =>
      ['resource', 'trust', 'endpoint'].includes(policyType) && isOnlyFor(statement, 'AWS'),
  },
  'passed-to service': {
    title: 'Limit the services that receive roles (iam:PassedToService)',
    operator: (statement) => (isOnlyPassRole(statement) ? 'StringEquals' : 'StringEqualsIfExists'),
    keys: () => ({ 'iam:PassedToService': '${1:ec2.amazonaws.com}' }),
    isMeant: (statement) =>
      statement.actions.some(({ element, text }) => element === 'Action' && isPassRole(text)),
  },
  MFA: {
    title: 'Require MFA (aws:MultiFactorAuthPresent)',
    operator: () => 'Bool',
    keys: () => ({ 'aws:MultiFactorAuthPresent': '${1:true}' }),
    isMeant: (statement, policyType) =>
      policyType === 'identity' || (policyType === 'trust' && isOnlyFor(statement, 'AWS')),
  },
  TLS: {
    title: 'Require TLS (aws:SecureTransport)',
    operator: () => 'Bool',
    keys: () => ({ 'aws:SecureTransport': '${1:true}' }),
    isMeant: (_, policyType) => ['identity', 'resource', 'endpoint'].includes(policyType),
  },
};

/** Services that run what others deploy and send no source with it. */
const COMPUTE = /^(?:ec2|lambda|edgelambda)\.amazonaws\.com/;

function isForService(statement: Statement): boolean {
  const services = principalsOf(statement, 'Service');
  return (
    isOnlyFor(statement, 'Service') && services.length > 0 && !services.some((name) => COMPUTE.test(name))
  );
}

/** The first of the services; its ARNs usually have its name. */
function sourceArn(statement: Statement): string {
  const [service = '*'] = principalsOf(statement, 'Service').map((name) => name.split('.')[0]);
  return `arn:aws:\${1:${service}}:\${2:*}:\${3:111122223333}:\${4:*}`;
}

/** True also for `"Principal": "*"`, which is everyone of AWS. */
function isOnlyFor({ principals }: Statement, type: string): boolean {
  return (
    principals.length > 0 &&
    principals.every((entry) => entry.element === 'Principal' && (entry.type?.text ?? 'AWS') === type)
  );
}

function principalsOf({ principals }: Statement, type: string): readonly string[] {
  return principals
    .filter((entry) => entry.type?.text === type)
    .flatMap(({ values }) => strings(values).map(({ text }) => text));
}

const isPassRole = (text: string): boolean => matchesWildcard(text.toLowerCase(), 'iam:passrole');

const isOnlyPassRole = ({ actions }: Statement): boolean =>
  actions.every(({ text }) => text.toLowerCase() === 'iam:passrole');

function isTested({ conditions }: Statement, name: string): boolean {
  return conditions.some(({ key }) => key.text.toLowerCase() === name.toLowerCase());
}

import type { PolicyType } from './policy-type.ts';
import { POLICY_TYPES, takesPrincipal } from './policy-type.ts';

/** The elements of the policy language, in the order in which AWS's own policies write them. */

/** What a value of the element looks like when it is first written. */
export type ElementShape = 'string' | 'list' | 'object' | 'statements';

export interface PolicyElement {
  /** As it must be spelled. */
  readonly name: string;
  readonly shape: ElementShape;
  /** One sentence. */
  readonly summary: string;
  /** More that helps while writing; Markdown. */
  readonly details: string;
  /** Types of policy that may contain it. */
  readonly policyTypes: readonly PolicyType[];
  /** The element that excludes it in one statement. */
  readonly excludes?: string;
  readonly source: string;
}

const GUIDE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export const POLICY_ELEMENTS: readonly PolicyElement[] = [
  {
    name: 'Version',
    shape: 'string',
    summary: 'The version of the policy language, not of this policy: `2012-10-17`.',
    details: 'Without it, or with `2008-10-17`, a policy variable such as `${aws:username}` is plain text.',
    policyTypes: POLICY_TYPES,
    source: `${GUIDE}version.html`,
  },
  {
    name: 'Id',
    shape: 'string',
    summary: 'A name for the whole policy, for resource-based policies only.',
    details: 'Some services, such as SQS and SNS, want it to be unique; it has no effect on access.',
    policyTypes: ['resource'],
    source: `${GUIDE}id.html`,
  },
  {
    name: 'Statement',
    shape: 'statements',
    summary: 'The statements of the policy: a set, whose order has no effect.',
    details:
      'Each statement is tested by itself. Then any matching Deny wins, else any matching Allow, else the request is denied implicitly.',
    policyTypes: POLICY_TYPES,
    source: `${GUIDE}statement.html`,
  },
];

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export const STATEMENT_ELEMENTS: readonly PolicyElement[] = [
  {
    name: 'Sid',
    shape: 'string',
    summary: 'An optional name for this statement, unique within the policy.',
    details: 'IAM accepts only letters and digits; some services accept more in resource-based policies.',
    policyTypes: POLICY_TYPES,
    source: `${GUIDE}sid.html`,
  },
  {
    name: 'Effect',
    shape: 'string',
    summary: 'Whether matching requests are allowed or denied: exactly `Allow` or `Deny`.',
    details: '',
    policyTypes: POLICY_TYPES,
    source: `${GUIDE}effect.html`,
  },
  {
    name: 'Principal',
    shape: 'object',
    summary: 'Who the statement applies to; only in policies that are attached to a resource or role.',
    details:
      'An account or its `root` ARN delegates to the IAM policies of that account. A role stands for its sessions, which its boundary and session policies still limit. `*` is everyone, anonymous callers included, unless a condition limits it.',
    policyTypes: POLICY_TYPES.filter(takesPrincipal),
    excludes: 'NotPrincipal',
    source: `${GUIDE}principal.html`,
  },
  {
    name: 'NotPrincipal',
    shape: 'object',
    summary: 'Everyone except these principals; only with Deny.',
    details:
      'Name the account, and the role of a session, beside the principal. It always denies principals that have a permissions boundary. Prefer `Principal: "*"` with `ArnNotEquals` on `aws:PrincipalArn`.',
    policyTypes: ['resource', 'endpoint'],
    excludes: 'Principal',
    source: `${GUIDE}notprincipal.html`,
  },
  {
    name: 'Action',
    shape: 'list',
    summary: 'The actions the statement is about, as `service:Name`.',
    details:
      'Matched without regard to case; `*` stands for any characters, `?` for one. A wildcard also matches actions that AWS adds later.',
    policyTypes: POLICY_TYPES,
    excludes: 'NotAction',
    source: `${GUIDE}action.html`,
  },
  {
    name: 'NotAction',
    shape: 'list',
    summary: 'Every action of every service except these, now and in future.',
    details:
      'With Allow it opens all other services. With Deny it blocks everything but the list, and does not allow the list.',
    policyTypes: POLICY_TYPES.filter((type) => type !== 'rcp'),
    excludes: 'Action',
    source: `${GUIDE}notaction.html`,
  },
  {
    name: 'Resource',
    shape: 'list',
    summary: 'What the actions may be performed on: ARNs, or `*` for everything.',
    details:
      'Case-sensitive. `*` crosses `/` and may cross `:`. Policy variables may stand behind the fifth colon only.',
    policyTypes: POLICY_TYPES.filter((type) => type !== 'trust'),
    excludes: 'NotResource',
    source: `${GUIDE}resource.html`,
  },
  {
    name: 'NotResource',
    shape: 'list',
    summary: 'Every resource except these, in all services that the actions touch.',
    details: 'With Allow it opens every other resource, those of the future included.',
    policyTypes: POLICY_TYPES.filter((type) => type !== 'trust'),
    excludes: 'Resource',
    source: `${GUIDE}notresource.html`,
  },
  {
    name: 'Condition',
    shape: 'object',
    summary: 'When the statement applies: every operator and every key must hold.',
    details:
      'The values of one key are alternatives; for a `…Not…` operator, none of them may match. If the request lacks the key, a positive test fails and a negated test holds; with `…IfExists` every test holds.',
    policyTypes: POLICY_TYPES,
    source: `${GUIDE}condition.html`,
  },
];

export function policyElement(name: string): PolicyElement | undefined {
  return POLICY_ELEMENTS.find((element) => element.name === name);
}

export function statementElement(name: string): PolicyElement | undefined {
  return STATEMENT_ELEMENTS.find((element) => element.name === name);
}

import type { PolicyType } from './policy-type.ts';

export type EvaluationStepName =
  | 'default'
  | 'explicitDeny'
  | 'rcp'
  | 'scp'
  | 'resource'
  | 'identity'
  | 'boundary'
  | 'session'
  | 'endpoint';

export interface EvaluationStep {
  readonly name: EvaluationStepName;
  readonly title: string;
  /** What the step decides; follows the title and a colon. */
  readonly decides: string;
}

/**
 * How AWS decides one request, step by step. A request passes only if no step stops it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export const EVALUATION_STEPS: readonly EvaluationStep[] = [
  { name: 'default', title: 'Default', decides: 'what nothing allows is denied.' },
  {
    name: 'explicitDeny',
    title: 'Explicit deny',
    decides: 'one matching Deny, in any policy that applies, ends it.',
  },
  {
    name: 'rcp',
    title: 'Resource control policies',
    decides: 'must allow; AWS attaches one that allows everything, so only their Deny matters.',
  },
  {
    name: 'scp',
    title: 'Service control policies',
    decides: "must allow at every level from the root to the caller's account.",
  },
  {
    name: 'resource',
    title: 'Resource-based policy',
    decides: 'inside one account its Allow may be enough by itself; across accounts it is required.',
  },
  {
    name: 'identity',
    title: 'Identity-based policies',
    decides: 'must allow, unless the resource-based policy already did inside the account.',
  },
  {
    name: 'boundary',
    title: 'Permissions boundary',
    decides: 'must allow, if the user or role has one.',
  },
  { name: 'session', title: 'Session policy', decides: 'must allow, if the session was given one.' },
  {
    name: 'endpoint',
    title: 'VPC endpoint policy',
    decides: 'must allow, if the call goes through an endpoint.',
  },
];

/** Steps that follow each other, said in one line where there is no room for all. */
export interface StepGroup {
  readonly names: readonly EvaluationStepName[];
  readonly decides: string;
}

/** What `EVALUATION_STEPS` can be shortened to. */
export const STEP_GROUPS: readonly StepGroup[] = [
  { names: ['rcp', 'scp'], decides: 'must allow, at every level of the organization.' },
  { names: ['boundary', 'session', 'endpoint'], decides: 'each must allow, where there is one.' },
];

/** The page behind `EVALUATION_STEPS`. */
export const EVALUATION_SOURCE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html';

/** How a type of policy takes part in the evaluation. */
export interface Standing {
  /** The step that its Allow takes part in; its Deny always takes part in `explicitDeny`. */
  readonly step: EvaluationStepName;
  /** `grants`: its Allow can be what lets a request pass. `limits`: it can only keep others from doing so. */
  readonly power: 'grants' | 'limits';
  /** What an Allow can do and what it cannot; follows "Allow in such a policy". */
  readonly allow: string;
  /** What a Deny does and what it does not reach; follows "Deny in such a policy". */
  readonly deny: string;
  /** Steps that read otherwise where such a policy takes part. */
  readonly steps?: readonly EvaluationStep[];
  readonly source: string;
}

/** A key policy is the resource-based policy of an AWS KMS key, with a power of its own. */
export type StandingName = PolicyType | 'keyPolicy';

const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';
const ORGANIZATIONS = 'https://docs.aws.amazon.com/organizations/latest/userguide/';

/** What the Allow and the Deny of each type of policy can do. */
export const STANDINGS: Readonly<Record<StandingName, Standing>> = {
  identity: {
    step: 'identity',
    power: 'grants',
    allow:
      'grants to the user, group or role it is attached to, unless a Deny matches or a limit below does not allow.',
    deny: 'stops the user, group or role it is attached to, whatever any policy allows.',
    source: `${IAM}access_policies_identity-vs-resource.html`,
  },
  resource: {
    step: 'resource',
    power: 'grants',
    allow:
      "grants to the users, sessions and services it names; to an account it only delegates. Across accounts the caller's own policies must allow, too.",
    deny: 'stops the principals it names on this resource, whatever any policy allows.',
    source: `${IAM}access_policies_identity-vs-resource.html`,
  },
  keyPolicy: {
    step: 'resource',
    power: 'grants',
    allow:
      'is required: no identity-based policy opens a key by itself. Those of the account count only if the key policy allows the account (`…:root`).',
    deny: 'stops the principals it names on this key, whatever any policy allows.',
    steps: [
      { name: 'resource', title: 'Key policy', decides: 'must allow, also inside the account.' },
      {
        name: 'identity',
        title: 'Identity-based policies',
        decides: 'must allow what the key policy leaves to the account.',
      },
    ],
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
  },
  trust: {
    step: 'resource',
    power: 'grants',
    allow:
      'is required: it says who may assume the role. An identity-based policy alone never suffices; across accounts both must allow.',
    deny: 'keeps the principals it names from assuming the role, whatever any policy allows.',
    steps: [
      { name: 'resource', title: 'Role trust policy', decides: 'must allow, also inside the account.' },
      {
        name: 'identity',
        title: 'Identity-based policies',
        decides: 'must allow, unless the trust policy of the same account names the user or role itself.',
      },
    ],
    source: `${IAM}id_roles_update-role-trust-policy.html`,
  },
  scp: {
    step: 'scp',
    power: 'limits',
    allow: 'grants nothing; it sets the ceiling for the users and roles of the accounts below.',
    deny: 'stops the users and roles of the accounts below, root users included; not the management account, nor service-linked roles.',
    source: `${ORGANIZATIONS}orgs_manage_policies_scps.html`,
  },
  rcp: {
    step: 'rcp',
    power: 'limits',
    allow: "grants nothing; only AWS's own `RCPFullAWSAccess` may hold one.",
    deny: 'guards the resources of the accounts below against every caller but service-linked roles; not those of the management account, and only in services that support it.',
    source: `${ORGANIZATIONS}orgs_manage_policies_rcps.html`,
  },
  boundary: {
    step: 'boundary',
    power: 'limits',
    allow: 'grants nothing; it sets the ceiling for the identity-based policies of the user or role.',
    deny: 'stops the user or role that has this boundary, whatever any policy allows.',
    source: `${IAM}access_policies_boundaries.html`,
  },
  session: {
    step: 'session',
    power: 'limits',
    allow: 'grants nothing; the session may do what both this and the policies of its role or user allow.',
    deny: 'stops the session it is passed for, whatever any policy allows.',
    source: `${IAM}access_policies.html`,
  },
  endpoint: {
    step: 'endpoint',
    power: 'limits',
    allow: 'grants nothing; it opens the endpoint for requests that the other steps allow.',
    deny: 'stops requests that come through this endpoint, and no others.',
    source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  },
};

/** What each effect means wherever it stands. */
export const EFFECT_MEANINGS: Readonly<Record<'Allow' | 'Deny', string>> = {
  Allow:
    'counts toward an allow: it takes effect if no Deny matches and every policy that limits allows, too.',
  Deny: 'ends the evaluation of every request it matches: no Allow overrides it.',
};

/** What people expect of a Deny with a condition, and what it does not do. */
export const UNMATCHED_DENY = 'Where a condition does not hold it does nothing: it does not allow.';

/** `EVALUATION_STEPS` as they read where such a policy takes part. */
export function stepsWith(name: StandingName): readonly EvaluationStep[] {
  const { steps = [] } = STANDINGS[name];
  return EVALUATION_STEPS.map((step) => steps.find((special) => special.name === step.name) ?? step);
}

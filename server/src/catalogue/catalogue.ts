import type { ConditionKeyType } from '../iam/condition-key-type.ts';

export type { ConditionKeyType };

/**
 * What AWS's Service Authorization Reference says, as values. Everything is read-only and decoded lazily:
 * names and access levels come from the index, the rest of a service when it is first asked for.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html
 */
export interface Catalogue {
  /** Where the data comes from; shown to users, who must be able to tell how old it is. */
  readonly stamp: CatalogueStamp;
  readonly partitions: readonly Partition[];
  /** All service prefixes, lower case, sorted. */
  servicePrefixes(): readonly string[];
  /** Undefined for an unknown prefix. The prefix is matched without regard to case, as IAM does. */
  service(servicePrefix: string): Service | undefined;
  /** The namespaces that occur in the third field of an ARN; not all of them are service prefixes. */
  isArnNamespace(namespace: string): boolean;
  arnNamespaces(): readonly string[];
  /** Global (`aws:`) key by name without regard to case, tag keys included (`aws:RequestTag/team`). */
  globalConditionKey(name: string): ConditionKey | undefined;
  globalConditionKeys(): readonly ConditionKey[];
  partition(id: string): Partition | undefined;
  /** A managed policy of AWS by its exact name, without path; undefined for an unknown one. */
  managedPolicy(name: string): ManagedPolicy | undefined;
  /** By path and name, sorted. */
  managedPolicies(): readonly ManagedPolicy[];
  /** How often policies name a condition operator or a condition key: 0 never, doubling with each step, to 9. */
  conditionUsage(name: string): number;
}

/** `arn:aws:iam::aws:policy/` and the path name one. */
export interface ManagedPolicy {
  /** `AWSLambdaBasicExecutionRole`. */
  readonly name: string;
  /** `service-role/AWSLambdaBasicExecutionRole`. */
  readonly path: string;
  /** In AWS's words; empty where there are none. */
  readonly description: string;
}

export interface CatalogueStamp {
  /** ISO date of the newest source, `2026-09-26`. */
  readonly date: string;
  /** ISO date of the source that still names dependent actions and permission-only actions. */
  readonly dependentsDate: string;
  /** Package or endpoint and version of each source. */
  readonly sources: readonly string[];
}

export type AccessLevel = 'List' | 'Read' | 'Write' | 'Tagging' | 'Permissions management';

export const ACCESS_LEVELS: readonly AccessLevel[] = [
  'List',
  'Read',
  'Write',
  'Tagging',
  'Permissions management',
];

export interface Service {
  /** `s3`, lower case. */
  readonly prefix: string;
  /** `Amazon S3`. */
  readonly name: string;
  readonly supportsResourceControlPolicies: boolean;
  /** Links to the service's pages of the Service Authorization Reference. */
  readonly documentation: readonly string[];
  /** True where the source merges several pages and its action-to-resource links are known to be incomplete. */
  readonly hasIncompleteResourceTypes: boolean;
  /** Names as AWS spells them, sorted. Cheap: from the index. */
  actionNames(): readonly string[];
  /** Level of the nth name of `actionNames()`. Cheap: from the index. */
  accessLevelAt(index: number): AccessLevel;
  /** How often policies name the nth action: 0 never, doubling with each whole step. Cheap: from the index. */
  usageAt(index: number): number;
  /** Place of an action in `actionNames()`, by name without regard to case. Cheap: from the index. */
  positionOf(actionName: string): number | undefined;
  hasAction(actionName: string): boolean;
  accessLevel(actionName: string): AccessLevel | undefined;
  /** The full record, by name without regard to case. Decodes the service. */
  action(actionName: string): ActionInfo | undefined;
  actionText(actionName: string): ActionText | undefined;
  /** Decodes the service. */
  resourceTypes(): readonly ResourceType[];
  resourceType(name: string): ResourceType | undefined;
  conditionKeys(): readonly ConditionKey[];
}

export interface ActionInfo {
  readonly servicePrefix: string;
  readonly name: string;
  readonly accessLevel: AccessLevel;
  /** Empty: the action takes no resource and works only with `Resource: "*"`. */
  readonly resources: readonly ActionResource[];
  /** Keys of the action itself; those of its resource types and the global keys apply too. */
  readonly conditionKeys: readonly ConditionKey[];
  /** Full names (`iam:PassRole`). Undefined where the source does not say: unknown, not none. */
  readonly dependentActions: readonly string[] | undefined;
  /** Undefined where the source does not say. */
  readonly isPermissionOnly: boolean | undefined;
}

/** What people read about an action. */
export interface ActionText {
  readonly description: string;
  /** API reference page. */
  readonly documentation: string | undefined;
}

export interface ActionResource {
  readonly type: ResourceType;
  readonly required: boolean;
  /** Keys that apply only for this pair of action and resource type. */
  readonly conditionKeys: readonly ConditionKey[];
}

export interface ResourceType {
  /** `bucket`, `code signing config`. */
  readonly name: string;
  /** One or more formats, `arn:${Partition}:s3:::${BucketName}`. */
  readonly arnFormats: readonly string[];
  readonly conditionKeys: readonly ConditionKey[];
}

export interface ConditionKey {
  /** As AWS writes it, placeholders always as `${…}`: `aws:RequestTag/${TagKey}`. */
  readonly name: string;
  /** `ArrayOf…` means multivalued. */
  readonly type: ConditionKeyType;
  readonly description: string;
}

export interface Partition {
  /** `aws-cn`. */
  readonly id: string;
  readonly name: string;
  readonly dnsSuffix: string;
  /** Matches every Region of the partition, those announced after the data included. */
  readonly regionRegex: string;
  readonly regions: readonly Region[];
}

export interface Region {
  /** `eu-central-1`. */
  readonly id: string;
  readonly name: string;
}

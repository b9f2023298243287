/**
 * The layout of `server/data/catalogue.dat`, one ASCII file written by `scripts/catalogue/encode.mjs`:
 *
 *     leastwise-catalogue <format> <length of the index line>
 *     <CompiledIndex as JSON>
 *     <CompiledService as JSON>     for each service, in the order of the index
 *     <CompiledAction as JSON>      below it, for each of its actions, in the order of the names in the index
 *     <CompiledPolicies as JSON>
 *
 * Names and access levels live in the index, so most questions never decode a service.
 */
export const FORMAT = 4;

/** The first word of the file. */
export const MAGIC = 'leastwise-catalogue';

/** The second line. */
export interface CompiledIndex {
  readonly stamp: {
    readonly date: string;
    readonly dependentsDate: string;
    readonly sources: readonly string[];
  };
  readonly partitions: readonly {
    readonly id: string;
    readonly name: string;
    readonly dnsSuffix: string;
    readonly regionRegex: string;
    /** Region id to name. */
    readonly regions: Readonly<Record<string, string>>;
  }[];
  /** ARN namespaces that are no service prefix. */
  readonly namespaces: readonly string[];
  /** How often policies name a condition operator or key, by its name in lower case. */
  readonly conditionUsage: Readonly<Record<string, number>>;
  /** Bytes of the last line. */
  readonly managedPoliciesLength: number;
  /** By service prefix, sorted. */
  readonly services: Readonly<Record<string, CompiledIndexRow>>;
}

/** The managed policies of AWS: path and name to description, sorted. */
export type CompiledPolicies = Readonly<Record<string, string>>;

export type CompiledIndexRow = readonly [
  name: string,
  /** Bytes from the end of the index line, to the first and behind the last line. */
  offset: number,
  length: number,
  /** Action names, sorted, separated by blanks. */
  actionNames: string,
  /** One digit per action, an index of ACCESS_LEVELS. */
  accessLevels: string,
  /** One digit of base 36 per action: how often it is named in policies, in quarters of a doubling. */
  usage: string,
  /** The sum of RESOURCE_CONTROL_POLICIES and INCOMPLETE_RESOURCE_TYPES, where they apply. */
  flags: number,
  /** Pages of the Service Authorization Reference; absent where the only page is named like the prefix. */
  pages?: readonly string[],
];

export const RESOURCE_CONTROL_POLICIES = 1;
export const INCOMPLETE_RESOURCE_TYPES = 2;

/** One service. Trailing zeros of a row are left out. */
export interface CompiledService {
  /** Resource types. */
  readonly r: readonly CompiledResourceType[];
  /** Condition keys; the type is an index of KEY_TYPES. */
  readonly c: readonly (readonly [name: string, type: number, description: string])[];
  /** Sets of condition keys, as indices into `c`. The first is empty. */
  readonly s: readonly (readonly number[])[];
  /** Link templates; `*` stands for the name of the action. */
  readonly u: readonly string[];
}

export type CompiledAction = readonly [
  /** A leading `~` stands for ACTION_BEGINNING. */
  description: string,
  resources?: readonly CompiledResource[],
  keySet?: number,
  /** 0: none. 1: unknown. Own actions start with a colon. */
  dependentActions?: 0 | 1 | readonly string[],
  /** 0: no. 1: yes. 2: unknown. */
  isPermissionOnly?: 0 | 1 | 2,
  /** 0: none. A number: 1 + index into `u`. A string: the link, `~` standing for DOCUMENTATION. */
  link?: number | string,
];

/** Twice the index into `r`, plus one if required; with the key set of the pair, if there is one. */
export type CompiledResource = number | readonly [code: number, keySet: number];

/** In an ARN format a leading `~` stands for ARN_BEGINNING. */
export type CompiledResourceType = readonly [
  name: string,
  arnFormats: string | readonly string[],
  keySet?: number,
];

export const ACTION_BEGINNING = 'Grants permission to ';
export const KEY_BEGINNING = 'Filters access by ';
export const ARN_BEGINNING = 'arn:${Partition}:';
export const DOCUMENTATION = 'https://docs.aws.amazon.com/';

/** The codes of condition key types are indices into this table. */
export const KEY_TYPES = [
  'String',
  'ARN',
  'Bool',
  'Numeric',
  'Date',
  'IPAddress',
  'Binary',
  'ArrayOfString',
  'ArrayOfARN',
  'ArrayOfBool',
] as const;

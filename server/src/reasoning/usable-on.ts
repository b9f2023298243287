import { memoized } from '../base/memo.ts';
import type { ActionInfo, ResourceType, Service } from '../catalogue/catalogue.ts';
import { parseArn, splitArn } from '../iam/arn.ts';
import { isExactService } from '../iam/exact-service.ts';
import { matchesWildcard } from '../iam/wildcard.ts';
import { possibleResourceTypesOf, resourceTypesOf } from './resource-types-of.ts';

/** What an ARN of a policy is to the actions of one service. */
export interface ArnMeaning {
  readonly arn: string;
  /** Names of resource types; `any` where nothing can be ruled out; empty for an ARN of another service. */
  readonly types: ReadonlySet<string> | 'any';
  /** The service's actions use ARNs like this one. */
  readonly isOwn: boolean;
}

/** Read an ARN for the actions of a service: with care where its reference has gaps. */
export function arnMeaning(arn: string, service: Service): ArnMeaning {
  if (!usesArn(arn, service)) return { arn, types: NONE, isOwn: false };
  if (!isLiteral(namespaceOf(arn)) || service.hasIncompleteResourceTypes)
    return { arn, types: 'any', isOwn: true };
  const types = isExactService(service.prefix)
    ? resourceTypesOf(arn, service)
    : possibleResourceTypesOf(arn, service);
  const names = new Set(types.map(({ name }) => name));
  return { arn, types: names.size > 0 && !names.has(MULTI_REGION) ? names : 'any', isOwn: true };
}

/** Whether the actions of a service use ARNs of this kind at all; in doubt they do. */
export function usesArn(arn: string, service: Service): boolean {
  const namespace = namespaceOf(arn);
  const own = arnNamespacesOf(service);
  return !isLiteral(namespace) || own.has(namespace) || own.has(ANY_NAMESPACE);
}

/** Recovery points of AWS Backup have ARNs of the service that is backed up. */
const ANY_NAMESPACE = '${Vendor}';

/**
 * Whether an action may be used on what the ARN names. In doubt it may.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function isUsableOn(action: ActionInfo, { arn, types, isOwn }: ArnMeaning): boolean {
  if (types === 'any' || action.resources.some(({ type }) => types.has(type.name))) return true;
  // Asked last: nearly all actions and resources of real policies fit.
  if ((isOwn && mayLackTypes(action)) || UNDOCUMENTED.has(action.servicePrefix)) return true;
  if (action.resources.length === 0) return isWholeNamespace(arn) || isListedByLogs(action, arn);
  return action.resources.some(({ type }) => isLogsPair(action, type, types));
}

const NONE: ReadonlySet<string> = new Set();

/** The reference names S3's Multi-Region Access Points for managing them only; they serve objects, too. */
const MULTI_REGION = 'multiregionaccesspoint';

const namespaceOf = (arn: string): string => splitArn(arn)[2] ?? '*';

const isLiteral = (part: string): boolean => !/[*?$]/.test(part);

/** The services whose ARNs the resource types of a service have, its own always among them. */
export const arnNamespacesOf = memoized((service: Service): ReadonlySet<string> => {
  const formats = service.resourceTypes().flatMap(({ arnFormats }) => arnFormats);
  const other = RENAMED.get(service.prefix);
  return new Set([
    service.prefix,
    ...formats.map((format) => splitArn(format)[2] ?? ''),
    ...(other ? [other] : []),
  ]);
});

/** One service under two names, whose ARNs exist under both. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['codestar-connections', 'codeconnections'],
  ['codeconnections', 'codestar-connections'],
]);

/** AWS's guides name sessions in their `Resource`, though the reference lists no resource types. */
const UNDOCUMENTED: ReadonlySet<string> = new Set(['ec2messages', 'ssm-guiconnect', 'ssmmessages']);

/** For some services the reference leaves out what their actions create or tag, or single actions whose guide has ARNs. */
export function mayLackTypes({ servicePrefix, name }: ActionInfo): boolean {
  if (isExactService(servicePrefix)) return false;
  return (
    /^(?:Create|Import|Register|Tag|Untag|ListTags)/i.test(name) ||
    GUIDED_ACTIONS.has(`${servicePrefix}:${name}`)
  );
}

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html */
const GUIDED_ACTIONS: ReadonlySet<string> = new Set(['states:InvokeHTTPEndpoint']);

/** AWS's pages disagree on whether `arn:aws:s3:::*` stands for `*` where an action takes no resource. */
function isWholeNamespace(arn: string): boolean {
  return /^\*+$/.test(parseArn(arn)?.resource ?? arn.slice(-1));
}

/** `logs:DescribeLogGroups` is authorised on `log-group::log-stream:`, which `log-group:*` matches. */
function isListedByLogs({ servicePrefix }: ActionInfo, arn: string): boolean {
  return servicePrefix === 'logs' && matchesWildcard(parseArn(arn)?.resource ?? '', 'log-group::log-stream:');
}

/** Requests name streams where the reference has groups, and the other way round. */
function isLogsPair(
  { servicePrefix }: ActionInfo,
  { name }: ResourceType,
  types: ReadonlySet<string>,
): boolean {
  if (servicePrefix !== 'logs') return false;
  return (
    (name === 'log-group' && types.has('log-stream')) || (name === 'log-stream' && types.has('log-group'))
  );
}

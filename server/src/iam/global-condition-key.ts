import type { ConditionKeyType } from './condition-key-type.ts';

/** A condition key that any service may honour, whatever its prefix. */
export interface GlobalConditionKey {
  /** As AWS writes it; a tag key is the placeholder `${TagKey}`. */
  readonly name: string;
  readonly type: ConditionKeyType;
  /** What the key is a property of. */
  readonly category: 'principal' | 'session' | 'network' | 'resource' | 'request';
  /** When a request carries the key: completes "In the request context …". */
  readonly availability: string;
  /** What it holds and what it is good for. */
  readonly description: string;
  readonly source: string;
}

const SOURCE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';

/**
 * All global and cross-service condition keys, by category.
 *
 * `aws:SourceVpcArn` is an ARN here, as its values are; iam-data calls it a String.
 */
export const GLOBAL_CONDITION_KEYS: readonly GlobalConditionKey[] = [
  ...keys('principal', [
    [
      'aws:PrincipalArn',
      'ARN',
      'of every signed request',
      'ARN of the user, role or root that makes the request. For an assumed role it is the ARN of the role, not of the session.',
    ],
    [
      'aws:PrincipalAccount',
      'String',
      'of every request, anonymous ones included',
      'Account the caller belongs to. Use it to keep other accounts out of a resource policy.',
    ],
    [
      'aws:PrincipalOrgPaths',
      'ArrayOfString',
      'when the caller belongs to an organization',
      "Organizations path of the caller's account, such as `o-a1b2/r-ab12/ou-ab12-1111/`. Use it to admit one organizational unit.",
    ],
    [
      'aws:PrincipalOrgID',
      'String',
      'when the caller belongs to an organization',
      "ID of the caller's organization. Use it instead of listing every account in a resource policy.",
    ],
    [
      'aws:PrincipalTag/${TagKey}',
      'String',
      'when the calling user, role or session carries this tag',
      'Value of a tag on the calling user or role, or of its session tag. The basis of attribute-based access.',
    ],
    [
      'aws:PrincipalIsAWSService',
      'Bool',
      'of every signed request',
      'True when an AWS service calls with its own service principal. Use it to exempt AWS services from a network restriction.',
    ],
    [
      'aws:PrincipalServiceName',
      'String',
      'when an AWS service calls with its service principal',
      'Name of the calling service principal, such as `cloudtrail.amazonaws.com`.',
    ],
    [
      'aws:PrincipalServiceNamesList',
      'ArrayOfString',
      'when an AWS service calls with its service principal',
      'All service principal names of the calling service, Regional ones included.',
    ],
    [
      'aws:PrincipalType',
      'String',
      'of every request, anonymous ones included',
      'Kind of caller: `Account`, `User`, `FederatedUser`, `AssumedRole` or `Anonymous`.',
    ],
    [
      'aws:userid',
      'String',
      'of every request, anonymous ones included',
      "Unique ID of the caller. For a role session it is the role's ID, a colon and the session name.",
    ],
    [
      'aws:username',
      'String',
      'for IAM users only, not for roles and not for root',
      'Friendly name of the IAM user. Mostly used as a variable, to give each user an area of their own.',
    ],
  ]),
  ...keys('session', [
    [
      'aws:AssumedRoot',
      'Bool',
      'for credentials from `sts:AssumeRoot`',
      'True when the caller is a privileged root session on a member account, opened with `sts:AssumeRoot`.',
    ],
    [
      'aws:FederatedProvider',
      'String',
      'for role sessions opened through an OIDC provider',
      'Identity provider that vouched for the caller when the session was opened.',
    ],
    [
      'aws:TokenIssueTime',
      'Date',
      'for temporary credentials only',
      'When the temporary credentials were issued. Deny everything before a given moment to revoke sessions.',
    ],
    [
      'aws:MultiFactorAuthAge',
      'Numeric',
      'for temporary credentials of users who signed in with MFA',
      'Seconds since the user proved their MFA device. Use it to demand a recent proof.',
    ],
    [
      'aws:MultiFactorAuthPresent',
      'Bool',
      'for temporary credentials only; long-term access keys lack it',
      'True when MFA was used to obtain the credentials. Deny with `BoolIfExists`, or access keys slip through.',
    ],
    [
      'aws:ChatbotSourceArn',
      'ARN',
      'for sessions opened by Amazon Q Developer in chat applications',
      'ARN of the chat configuration that opened the session.',
    ],
    [
      'aws:Ec2InstanceSourceVpc',
      'String',
      'for credentials of an EC2 instance role',
      'VPC to which the instance credentials were delivered. Compare it with `aws:SourceVpc` to stop stolen credentials.',
    ],
    [
      'aws:Ec2InstanceSourcePrivateIPv4',
      'IPAddress',
      'for credentials of an EC2 instance role',
      'Private IPv4 address of the instance that received the credentials. Only unique together with its VPC.',
    ],
    [
      'aws:SourceIdentity',
      'String',
      'for role sessions opened with a source identity, and for those chained from them',
      'Who stands behind a role session. It is set once, cannot be changed and appears in CloudTrail.',
    ],
    [
      'ec2:RoleDelivery',
      'Numeric',
      'for credentials of an EC2 instance role',
      'Version of the instance metadata service that delivered the credentials. Demand `2.0` to require IMDSv2.',
    ],
    [
      'ec2:SourceInstanceArn',
      'ARN',
      'for credentials of an EC2 instance role',
      'ARN of the instance whose role makes the request.',
    ],
    [
      'glue:RoleAssumedBy',
      'String',
      'when AWS Glue calls with a role on behalf of the customer',
      'Set to `glue.amazonaws.com` in requests of Glue jobs. AWS advises `glue:CredentialIssuingService` for new policies.',
    ],
    [
      'glue:CredentialIssuingService',
      'String',
      'when a Glue job calls with its role',
      'Set to `glue.amazonaws.com` when the credentials come from a Glue job.',
    ],
    [
      'lambda:SourceFunctionArn',
      'ARN',
      'for the credentials of a Lambda execution role, inside the function',
      'ARN of the function whose code makes the request. Use it to tell functions with one role apart.',
    ],
    [
      'ssm:SourceInstanceArn',
      'ARN',
      'for credentials that Systems Manager gave to a managed node',
      'ARN of the managed instance that makes the request.',
    ],
    [
      'identitystore:UserId',
      'String',
      'for sessions that carry an IAM Identity Center identity',
      'ID of the workforce user in the Identity Center directory on whose behalf the role acts.',
    ],
  ]),
  ...keys('network', [
    [
      'aws:SourceIp',
      'IPAddress',
      'for requests that do not come through a VPC endpoint',
      'Public IP address of the caller. It is absent behind a VPC endpoint and is not your address when a service calls for you.',
    ],
    [
      'aws:SourceVpc',
      'String',
      'for requests through a VPC endpoint',
      'ID of the VPC of the endpoint the request came through. It is unique only within a Region.',
    ],
    [
      'aws:SourceVpcArn',
      'ARN',
      'for requests through a VPC endpoint to a service that supports the key',
      'ARN of the VPC of the endpoint, so Region and account can be checked along with the VPC.',
    ],
    [
      'aws:SourceVpce',
      'String',
      'for requests through a VPC endpoint',
      'ID of the VPC endpoint the request came through.',
    ],
    [
      'aws:VpceAccount',
      'String',
      'for requests through a VPC endpoint to a service that supports the key',
      'Account that owns the VPC endpoint. Use it to admit only your own networks without listing endpoints.',
    ],
    [
      'aws:VpceOrgPaths',
      'ArrayOfString',
      'for requests through a VPC endpoint, owned in an organization, to a service that supports the key',
      'Organizations path of the account that owns the VPC endpoint.',
    ],
    [
      'aws:VpceOrgID',
      'String',
      'for requests through a VPC endpoint, owned in an organization, to a service that supports the key',
      'Organization of the account that owns the VPC endpoint. Use it for a network perimeter of the whole organization.',
    ],
    [
      'aws:VpcSourceIp',
      'IPAddress',
      'for requests through a VPC endpoint',
      'Private IP address of the caller inside the VPC. Always pair it with `aws:SourceVpc` or `aws:SourceVpce`.',
    ],
  ]),
  ...keys('resource', [
    [
      'aws:ResourceAccount',
      'String',
      'of nearly every request; AWS lists the actions that lack it',
      'Account that owns the resource. Use it to stop access to resources of others.',
    ],
    [
      'aws:ResourceOrgID',
      'String',
      "when the resource's account belongs to an organization",
      'Organization of the account that owns the resource. Compare it with `aws:PrincipalOrgID` to stay inside.',
    ],
    [
      'aws:ResourceOrgPaths',
      'ArrayOfString',
      "when the resource's account belongs to an organization",
      'Organizations path of the account that owns the resource.',
    ],
    [
      'aws:ResourceTag/${TagKey}',
      'String',
      'when the resource exists, carries this tag, and the service checks tags for the action',
      'Value of a tag on the resource. Not every action of a service supports it.',
    ],
  ]),
  ...keys('request', [
    [
      'aws:CalledVia',
      'ArrayOfString',
      'when a service passes on the credentials of the caller',
      'Services that the call went through, in order, such as `athena.amazonaws.com`.',
    ],
    [
      'aws:CalledViaFirst',
      'String',
      'when a service passes on the credentials of the caller',
      'The first service in the chain of `aws:CalledVia`.',
    ],
    [
      'aws:CalledViaLast',
      'String',
      'when a service passes on the credentials of the caller',
      'The last service in the chain of `aws:CalledVia`.',
    ],
    [
      'aws:CalledViaAWSMCP',
      'String',
      'when the request comes through an MCP server that AWS runs',
      'Service principal of that MCP server, such as `aws-mcp.amazonaws.com`.',
    ],
    [
      'aws:ViaAWSService',
      'Bool',
      'of every request',
      'True when an AWS service calls another one with the credentials of the caller.',
    ],
    [
      'aws:ViaAWSMCPService',
      'Bool',
      'when the request comes through an MCP server that AWS runs',
      'True for a call made through such an MCP server. Use it to hold agents to less than people.',
    ],
    [
      'aws:CurrentTime',
      'Date',
      'of every request',
      'Date and time of the request, in UTC. Use it for access that begins or ends at a moment.',
    ],
    [
      'aws:EpochTime',
      'Date',
      'of every request',
      'Time of the request in seconds since 1970. It also works with numeric operators.',
    ],
    [
      'aws:referer',
      'String',
      'when the HTTP client sent the header',
      'HTTP referer of the request. Anyone can forge it, so it protects nothing.',
    ],
    [
      'aws:RequestedRegion',
      'String',
      'of every request',
      'Region the request was sent to; global services answer from one, mostly `us-east-1`. Use it to close Regions.',
    ],
    [
      'aws:RequestTag/${TagKey}',
      'String',
      'when the request sets this tag',
      'Value the request gives to a tag. Use it to enforce tags on what is created.',
    ],
    [
      'aws:TagKeys',
      'ArrayOfString',
      'when the request sets or removes tags',
      'All tag keys in the request, without values. Use it to limit which tags may be touched.',
    ],
    ['aws:SecureTransport', 'Bool', 'of every request', 'True when the request came over TLS.'],
    [
      'aws:SourceArn',
      'ARN',
      'when an AWS service principal calls on behalf of a resource',
      'ARN of the resource that makes the service call. Pair it with a service principal against the confused deputy.',
    ],
    [
      'aws:SourceAccount',
      'String',
      'when an AWS service principal calls on behalf of a resource',
      'Account of the resource that makes the service call. Pair it with a service principal against the confused deputy.',
    ],
    [
      'aws:SourceOwner',
      'String',
      'when one of a few services, such as Amazon SES, publishes to Amazon SNS',
      'Older equivalent of `aws:SourceAccount`, kept for existing topic policies.',
    ],
    [
      'aws:SourceOrgPaths',
      'ArrayOfString',
      'when an AWS service principal calls for a resource of an account in an organization',
      'Organizations path of the account whose resource makes the service call.',
    ],
    [
      'aws:SourceOrgID',
      'String',
      'when an AWS service principal calls for a resource of an account in an organization',
      'Organization of the account whose resource makes the service call. Use it to admit a service for all your accounts.',
    ],
    [
      'aws:UserAgent',
      'String',
      'of every request',
      'Name the client gives itself. Anyone can forge it, so it protects nothing.',
    ],
    [
      'aws:IsMcpServiceAction',
      'Bool',
      'when an MCP server that AWS runs authorizes an action of its own',
      'True when the action is one of the MCP service itself, not a call it makes to another service.',
    ],
  ]),
];

function keys(
  category: GlobalConditionKey['category'],
  rows: readonly (readonly [string, ConditionKeyType, string, string])[],
): GlobalConditionKey[] {
  return rows.map(([name, type, availability, description]) => ({
    name,
    type,
    category,
    availability,
    description,
    source: SOURCE,
  }));
}

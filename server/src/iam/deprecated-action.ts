/** An action that AWS has superseded, though it may still be checked for callers that know no better. */
export interface DeprecatedAction {
  /** Full names of what AWS says to use instead; empty where it names no action. */
  readonly successors: readonly string[];
  /** When its support ended, `July 2023`; undefined where AWS's reference only calls it deprecated. */
  readonly since: string | undefined;
}

/**
 * By service prefix, each followed by what AWS names instead: `Old>New`, several with `+`.
 *
 * From the descriptions of actions in the Service Authorization Reference of 2026-09-26. A test compares it with the
 * catalogue. What is to be used for `lambda:InvokeAsync` stands in the API reference of that operation.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_InvokeAsync.html
 */
export const DEPRECATED_IN_REFERENCE: Readonly<Record<string, string>> = {
  athena:
    'CancelQueryExecution>StopQueryExecution GetQueryExecutions>ListQueryExecutions ' +
    'RunQuery>StartQueryExecution',
  elasticfilesystem: 'CreateTags>TagResource DeleteTags>UntagResource',
  elasticmapreduce:
    'DescribeJobFlows>ListClusters+DescribeCluster+ListSteps+ListInstanceGroups+ListBootstrapActions ' +
    'SetVisibleToAllUsers',
  es:
    'AcceptInboundCrossClusterSearchConnection>AcceptInboundConnection ' +
    'CancelElasticsearchServiceSoftwareUpdate>CancelServiceSoftwareUpdate ' +
    'CreateElasticsearchDomain>CreateDomain CreateElasticsearchServiceRole ' +
    'CreateOutboundCrossClusterSearchConnection>CreateOutboundConnection ' +
    'DeleteElasticsearchDomain>DeleteDomain DeleteElasticsearchServiceRole ' +
    'DeleteInboundCrossClusterSearchConnection>DeleteInboundConnection ' +
    'DeleteOutboundCrossClusterSearchConnection>DeleteOutboundConnection ' +
    'DescribeElasticsearchDomain>DescribeDomain ' +
    'DescribeElasticsearchDomainConfig>DescribeDomainConfig ' +
    'DescribeElasticsearchDomains>DescribeDomains ' +
    'DescribeElasticsearchInstanceTypeLimits>DescribeInstanceTypeLimits ' +
    'DescribeInboundCrossClusterSearchConnections>DescribeInboundConnections ' +
    'DescribeOutboundCrossClusterSearchConnections>DescribeOutboundConnections ' +
    'DescribeReservedElasticsearchInstanceOfferings>DescribeReservedInstanceOfferings ' +
    'DescribeReservedElasticsearchInstances>DescribeReservedInstances ' +
    'GetCompatibleElasticsearchVersions>GetCompatibleVersions ' +
    'ListElasticsearchInstanceTypeDetails>ListInstanceTypeDetails ' +
    'ListElasticsearchVersions>ListVersions ' +
    'PurchaseReservedElasticsearchInstanceOffering>PurchaseReservedInstanceOffering ' +
    'RejectInboundCrossClusterSearchConnection>RejectInboundConnection ' +
    'StartElasticsearchServiceSoftwareUpdate>StartServiceSoftwareUpdate ' +
    'UpdateElasticsearchDomainConfig>UpdateDomainConfig UpgradeElasticsearchDomain>UpgradeDomain',
  lambda: 'InvokeAsync>InvokeFunction',
  proton:
    'CreateEnvironmentTemplateMajorVersion>CreateEnvironmentTemplateVersion ' +
    'CreateEnvironmentTemplateMinorVersion>CreateEnvironmentTemplateVersion ' +
    'CreateServiceTemplateMajorVersion>CreateServiceTemplateVersion ' +
    'CreateServiceTemplateMinorVersion>CreateServiceTemplateVersion ' +
    'DeleteAccountRoles>UpdateAccountSettings ' +
    'DeleteEnvironmentTemplateMajorVersion>DeleteEnvironmentTemplateVersion ' +
    'DeleteEnvironmentTemplateMinorVersion>DeleteEnvironmentTemplateVersion ' +
    'DeleteServiceTemplateMajorVersion>DeleteServiceTemplateVersion ' +
    'DeleteServiceTemplateMinorVersion>DeleteServiceTemplateVersion ' +
    'GetAccountRoles>GetAccountSettings ' +
    'GetEnvironmentTemplateMajorVersion>GetEnvironmentTemplateVersion ' +
    'GetEnvironmentTemplateMinorVersion>GetEnvironmentTemplateVersion ' +
    'GetServiceTemplateMajorVersion>GetServiceTemplateVersion ' +
    'GetServiceTemplateMinorVersion>GetServiceTemplateVersion ' +
    'ListEnvironmentTemplateMajorVersions>ListEnvironmentTemplateVersions ' +
    'ListEnvironmentTemplateMinorVersions>ListEnvironmentTemplateVersions ' +
    'ListServiceTemplateMajorVersions>ListServiceTemplateVersions ' +
    'ListServiceTemplateMinorVersions>ListServiceTemplateVersions ' +
    'UpdateAccountRoles>UpdateAccountSettings ' +
    'UpdateEnvironmentTemplateMajorVersion>UpdateEnvironmentTemplateVersion ' +
    'UpdateEnvironmentTemplateMinorVersion>UpdateEnvironmentTemplateVersion ' +
    'UpdateServiceTemplateMajorVersion>UpdateServiceTemplateVersion ' +
    'UpdateServiceTemplateMinorVersion>UpdateServiceTemplateVersion',
  'rds-data': 'ExecuteSql>BatchExecuteStatement+ExecuteStatement',
  'sso-directory': 'GetUserPoolInfo',
};

/**
 * Actions for the billing console that finer ones have replaced, each of them many.
 *
 * @see https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/migrate-granularaccess-iam-mapping-reference.html
 */
const RETIRED_BILLING_ACTIONS: Readonly<Record<string, string>> = {
  'aws-portal':
    'ModifyAccount ModifyBilling ModifyPaymentMethods ViewAccount ViewBilling ViewPaymentMethods ViewUsage',
  'purchase-orders': 'ModifyPurchaseOrders ViewPurchaseOrders',
};

/** By the full name of an action, without regard to case. */
export function deprecationOf(fullName: string): DeprecatedAction | undefined {
  return BY_NAME.get(fullName.toLowerCase());
}

const BY_NAME: ReadonlyMap<string, DeprecatedAction> = new Map([
  ...entriesOf(DEPRECATED_IN_REFERENCE, undefined),
  ...entriesOf(RETIRED_BILLING_ACTIONS, 'July 2023'),
]);

function entriesOf(
  table: Readonly<Record<string, string>>,
  since: string | undefined,
): readonly (readonly [string, DeprecatedAction])[] {
  return Object.entries(table).flatMap(([prefix, entries]) =>
    entries.split(' ').map((entry) => {
      const [name = '', successors] = entry.split('>');
      const names = successors?.split('+').map((successor) => `${prefix}:${successor}`) ?? [];
      return [`${prefix}:${name}`.toLowerCase(), { successors: names, since }] as const;
    }),
  );
}

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
 * Actions for the billing console, each followed by the finer ones that replaced it in July 2023.
 *
 * From the mapping of AWS's migration scripts at 788eac7e (MIT-0), without actions that the reference of 2026-09-26 does not
 * have: github.com/aws-samples/bulk-policy-migrator-scripts-for-account-cost-billing-consoles
 *
 * @see https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/migrate-granularaccess-iam-mapping-reference.html
 */
export const REPLACED_IN_BILLING: Readonly<Record<string, string>> = {
  'aws-portal:ModifyAccount':
    'account:CloseAccount account:DeleteAlternateContact account:PutAlternateContact ' +
    'account:PutContactInformation billing:PutContractInformation billing:UpdateIAMAccessPreference ' +
    'payments:UpdatePaymentPreferences',
  'aws-portal:ModifyBilling':
    'billing:PutContractInformation billing:RedeemCredits billing:UpdateBillingPreferences ' +
    'ce:CreateAnomalyMonitor ce:CreateAnomalySubscription ce:CreateNotificationSubscription ' +
    'ce:CreateReport ce:DeleteAnomalyMonitor ce:DeleteAnomalySubscription ' +
    'ce:DeleteNotificationSubscription ce:DeleteReport ce:ProvideAnomalyFeedback ' +
    'ce:StartSavingsPlansPurchaseRecommendationGeneration ce:UpdateAnomalyMonitor ' +
    'ce:UpdateAnomalySubscription ce:UpdateCostAllocationTagsStatus ce:UpdateNotificationSubscription ' +
    'ce:UpdatePreferences cur:PutClassicReportPreferences freetier:PutFreeTierAlertPreference ' +
    'invoicing:PutInvoiceEmailDeliveryPreferences payments:CreatePaymentInstrument ' +
    'payments:DeletePaymentInstrument payments:MakePayment payments:UpdatePaymentPreferences ' +
    'tax:BatchPutTaxRegistration tax:DeleteTaxRegistration tax:PutTaxInheritance',
  'aws-portal:ModifyPaymentMethods':
    'account:GetAccountInformation payments:CreatePaymentInstrument payments:DeletePaymentInstrument ' +
    'payments:MakePayment payments:UpdatePaymentPreferences',
  'aws-portal:ViewAccount':
    'account:GetAccountInformation account:GetAlternateContact account:GetContactInformation ' +
    'billing:GetContractInformation billing:GetIAMAccessPreference billing:GetSellerOfRecord ' +
    'payments:ListPaymentPreferences',
  'aws-portal:ViewBilling':
    'account:GetAccountInformation billing:GetBillingData billing:GetBillingDetails ' +
    'billing:GetBillingNotifications billing:GetBillingPreferences billing:GetContractInformation ' +
    'billing:GetCredits billing:GetIAMAccessPreference billing:GetSellerOfRecord ' +
    'billing:ListBillingViews ce:DescribeNotificationSubscription ce:DescribeReport ce:GetAnomalies ' +
    'ce:GetAnomalyMonitors ce:GetAnomalySubscriptions ce:GetCostAndUsage ' +
    'ce:GetCostAndUsageWithResources ce:GetCostCategories ce:GetCostForecast ce:GetDimensionValues ' +
    'ce:GetPreferences ce:GetReservationCoverage ce:GetReservationPurchaseRecommendation ' +
    'ce:GetReservationUtilization ce:GetRightsizingRecommendation ce:GetSavingsPlansCoverage ' +
    'ce:GetSavingsPlansPurchaseRecommendation ce:GetSavingsPlansUtilization ' +
    'ce:GetSavingsPlansUtilizationDetails ce:GetTags ce:GetUsageForecast ce:ListCostAllocationTags ' +
    'ce:ListSavingsPlansPurchaseRecommendationGeneration consolidatedbilling:GetAccountBillingRole ' +
    'consolidatedbilling:ListLinkedAccounts cur:GetClassicReport cur:GetClassicReportPreferences ' +
    'cur:ValidateReportDestination freetier:GetFreeTierAlertPreference freetier:GetFreeTierUsage ' +
    'invoicing:GetInvoiceEmailDeliveryPreferences invoicing:GetInvoicePDF ' +
    'invoicing:ListInvoiceSummaries payments:GetPaymentInstrument payments:GetPaymentStatus ' +
    'payments:ListPaymentPreferences tax:GetTaxInheritance tax:GetTaxRegistrationDocument ' +
    'tax:ListTaxRegistrations',
  'aws-portal:ViewPaymentMethods':
    'account:GetAccountInformation invoicing:GetInvoicePDF payments:GetPaymentInstrument ' +
    'payments:GetPaymentStatus payments:ListPaymentPreferences',
  'aws-portal:ViewUsage': 'cur:GetUsageReport',
  'purchase-orders:ModifyPurchaseOrders':
    'purchase-orders:AddPurchaseOrder purchase-orders:DeletePurchaseOrder ' +
    'purchase-orders:UpdatePurchaseOrder purchase-orders:UpdatePurchaseOrderStatus',
  'purchase-orders:ViewPurchaseOrders':
    'invoicing:GetInvoicePDF payments:ListPaymentPreferences purchase-orders:GetPurchaseOrder ' +
    'purchase-orders:ListPurchaseOrderInvoices purchase-orders:ListPurchaseOrders',
};

/** By the full name of an action, without regard to case. */
export function deprecationOf(fullName: string): DeprecatedAction | undefined {
  return BY_NAME.get(fullName.toLowerCase());
}

const BY_NAME: ReadonlyMap<string, DeprecatedAction> = new Map([
  ...Object.entries(DEPRECATED_IN_REFERENCE).flatMap(([prefix, entries]) =>
    entries.split(' ').map((entry) => referenceEntry(prefix, entry)),
  ),
  ...Object.entries(REPLACED_IN_BILLING).map(
    ([name, successors]) =>
      [name.toLowerCase(), { successors: successors.split(' '), since: 'July 2023' }] as const,
  ),
]);

function referenceEntry(prefix: string, entry: string): readonly [string, DeprecatedAction] {
  const [name = '', successors] = entry.split('>');
  const names = successors?.split('+').map((successor) => `${prefix}:${successor}`) ?? [];
  return [`${prefix}:${name}`.toLowerCase(), { successors: names, since: undefined }];
}

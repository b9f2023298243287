import type { OperationTable } from './operation-table.ts';

/**
 * Operations whose own reference page names another action, by service prefix. The page of an operation is
 * `API_<operation>.html` in the API reference of its service; where a service has one page for all, it is given.
 */
export const OTHER_OPERATIONS: Readonly<Record<string, OperationTable>> = {
  'access-analyzer': { GetFindingV2: 'GetFinding', ListFindingsV2: 'ListFindings' },

  'aws-marketplace': { BatchDescribeEntities: 'DescribeEntity' },

  'bcm-pricing-calculator': {
    BatchCreateBillScenarioCommitmentModification: 'CreateBillScenarioCommitmentModification',
    BatchCreateBillScenarioUsageModification: 'CreateBillScenarioUsageModification',
    BatchCreateWorkloadEstimateUsage: 'CreateWorkloadEstimateUsage',
    BatchDeleteBillScenarioCommitmentModification: 'DeleteBillScenarioCommitmentModification',
    BatchDeleteBillScenarioUsageModification: 'DeleteBillScenarioUsageModification',
    BatchDeleteWorkloadEstimateUsage: 'DeleteWorkloadEstimateUsage',
    BatchUpdateBillScenarioCommitmentModification: 'UpdateBillScenarioCommitmentModification',
    BatchUpdateBillScenarioUsageModification: 'UpdateBillScenarioUsageModification',
    BatchUpdateWorkloadEstimateUsage: 'UpdateWorkloadEstimateUsage',
  },

  bedrock: {
    Converse: 'InvokeModel',
    ConverseStream: 'InvokeModelWithResponseStream',
    RetrieveAndGenerateStream: 'RetrieveAndGenerate',
    StartAsyncInvoke: 'InvokeModel',
  },

  // https://docs.aws.amazon.com/cost-management/latest/userguide/billing-permissions-ref.html
  budgets: {
    CreateBudget: 'ModifyBudget',
    CreateNotification: 'ModifyBudget',
    CreateSubscriber: 'ModifyBudget',
    DeleteBudget: 'ModifyBudget',
    DeleteNotification: 'ModifyBudget',
    DeleteSubscriber: 'ModifyBudget',
    DescribeBudget: 'ViewBudget',
    DescribeBudgetNotificationsForAccount: 'ViewBudget',
    DescribeBudgetPerformanceHistory: 'ViewBudget',
    DescribeBudgets: 'ViewBudget',
    DescribeNotificationsForBudget: 'ViewBudget',
    DescribeSubscribersForNotification: 'ViewBudget',
    UpdateBudget: 'ModifyBudget',
    UpdateNotification: 'ModifyBudget',
    UpdateSubscriber: 'ModifyBudget',
  },

  // https://docs.aws.amazon.com/keyspaces/latest/devguide/security_iam_service-with-iam.html
  cassandra: {
    CreateKeyspace: 'Create',
    CreateTable: 'Create',
    CreateType: 'Create',
    DeleteKeyspace: 'Drop',
    DeleteTable: 'Drop',
    DeleteType: 'Drop',
    GetKeyspace: 'Select',
    GetTable: 'Select',
    GetType: 'Select',
    ListKeyspaces: 'Select',
    ListTables: 'Select',
    ListTagsForResource: 'Select',
    ListTypes: 'Select',
    RestoreTable: 'Restore',
    UpdateKeyspace: 'Alter',
    UpdateTable: 'Alter',
  },

  cloudfront: { CreateDistributionWithTags: 'CreateDistribution TagResource' },

  cloudtrail: { ListInsightsMetricData: 'LookupEvents' },

  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
  dynamodb: {
    BatchExecuteStatement: 'PartiQLSelect PartiQLInsert PartiQLUpdate PartiQLDelete',
    ExecuteStatement: 'PartiQLSelect PartiQLInsert PartiQLUpdate PartiQLDelete',
    ExecuteTransaction: 'PartiQLSelect PartiQLInsert PartiQLUpdate PartiQLDelete',
    TransactGetItems: 'GetItem',
    TransactWriteItems: 'PutItem UpdateItem DeleteItem ConditionCheckItem',
  },

  ecr: { ListImageReferrers: 'BatchGetImage' },

  // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html
  'execute-api': {
    DeleteConnection: 'ManageConnections',
    GetConnection: 'ManageConnections',
    PostToConnection: 'ManageConnections',
  },

  glue: {
    GetUnfilteredPartitionMetadata: 'GetPartition',
    GetUnfilteredPartitionsMetadata: 'GetPartitions',
    GetUnfilteredTableMetadata: 'GetTable',
  },

  // https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html
  kms: { ReEncrypt: 'ReEncryptFrom ReEncryptTo' },

  lakeformation: { AssumeDecoratedRoleWithSAML: 'GetDataAccess' },

  // https://docs.aws.amazon.com/lambda/latest/dg/API_Invoke.html
  lambda: {
    GetLayerVersionByArn: 'GetLayerVersion',
    Invoke: 'InvokeFunction',
    InvokeWithResponseStream: 'InvokeFunction',
  },

  lex: {
    ListUtteranceAnalyticsData: 'ListAggregatedUtterances',
    ListUtteranceMetrics: 'ListAggregatedUtterances',
  },

  // https://docs.aws.amazon.com/neptune/latest/userguide/data-api-dp-actions.html
  'neptune-db': {
    CancelGremlinQuery: 'CancelQuery',
    CancelOpenCypherQuery: 'CancelQuery',
    DeletePropertygraphStatistics: 'DeleteStatistics',
    DeleteSparqlStatistics: 'DeleteStatistics',
    ExecuteFastReset: 'ResetDatabase',
    ExecuteGremlinExplainQuery: 'ReadDataViaQuery WriteDataViaQuery DeleteDataViaQuery',
    ExecuteGremlinProfileQuery: 'ReadDataViaQuery',
    ExecuteGremlinQuery: 'ReadDataViaQuery WriteDataViaQuery DeleteDataViaQuery',
    ExecuteOpenCypherExplainQuery: 'ReadDataViaQuery',
    ExecuteOpenCypherQuery: 'ReadDataViaQuery WriteDataViaQuery DeleteDataViaQuery',
    GetGremlinQueryStatus: 'GetQueryStatus',
    GetMLDataProcessingJob: 'GetMLDataProcessingJobStatus',
    GetMLEndpoint: 'GetMLEndpointStatus',
    GetMLModelTrainingJob: 'GetMLModelTrainingJobStatus',
    GetMLModelTransformJob: 'GetMLModelTransformJobStatus',
    GetOpenCypherQueryStatus: 'GetQueryStatus',
    GetPropertygraphStatistics: 'GetStatisticsStatus',
    GetPropertygraphStream: 'GetStreamRecords',
    GetPropertygraphSummary: 'GetGraphSummary',
    GetRDFGraphSummary: 'GetGraphSummary',
    GetSparqlStatistics: 'GetStatisticsStatus',
    GetSparqlStream: 'GetStreamRecords',
    ListGremlinQueries: 'GetQueryStatus',
    ListOpenCypherQueries: 'GetQueryStatus',
    ManagePropertygraphStatistics: 'ManageStatistics',
    ManageSparqlStatistics: 'ManageStatistics',
  },

  'neptune-graph': {
    ExecuteQuery: 'ReadDataViaQuery WriteDataViaQuery DeleteDataViaQuery',
    GetQuery: 'GetQueryStatus',
  },

  qapps: { CreatePresignedUrl: 'ImportDocument' },

  securityhub: {
    BatchUpdateFindingsV2: 'BatchUpdateFindings',
    GetFindingStatisticsV2: 'GetAdhocInsightResults',
    GetFindingsV2: 'GetFindings',
  },

  // https://docs.aws.amazon.com/sns/latest/dg/sns-batch-api-actions.html
  sns: { PublishBatch: 'Publish' },

  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html
  sqs: {
    ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
    DeleteMessageBatch: 'DeleteMessage',
    SendMessageBatch: 'SendMessage',
  },

  tax: {
    BatchGetTaxExemptions: 'GetExemptions',
    GetTaxExemptionTypes: 'GetExemptions',
    ListTaxExemptions: 'GetExemptions',
    PutTaxExemption: 'UpdateExemptions',
  },

  // https://docs.aws.amazon.com/timestream/latest/developerguide/security_iam_service-with-iam.html
  timestream: { Query: 'Select' },

  verifiedpermissions: {
    BatchGetPolicy: 'GetPolicy',
    BatchIsAuthorized: 'IsAuthorized',
    BatchIsAuthorizedWithToken: 'IsAuthorizedWithToken',
  },

  'vpc-lattice': { BatchUpdateRule: 'UpdateRule' },
};

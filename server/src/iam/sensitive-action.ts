/**
 * Actions that hand out or set credentials, by service prefix: passwords, keys, tokens, and the roles and sessions
 * that come with them. Judged by what the action returns or sets, not by its access level, which is often Read.
 *
 * From the category CredentialExposure of github.com/primeharbor/sensitive_iam_actions (CC0-1.0, 2024), without what
 * AWS WAF calls change tokens, which are no credentials. Added are actions that AWS has since described as returning or
 * setting credentials.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html
 */
export const CREDENTIAL_ACTIONS: Readonly<Record<string, string>> = {
  appsync: 'CreateApiKey ListApiKeys',
  athena: 'CreatePresignedNotebookUrl GetSession',
  'bedrock-agentcore':
    'GetResourceApiKey GetResourceOauth2Token GetWorkloadAccessToken GetWorkloadAccessTokenForJWT GetWorkloadAccessTokenForUserId',
  chatbot: 'GetMicrosoftTeamsOauthParameters GetSlackOauthParameters',
  chime: 'CreateApiKey',
  cloud9: 'CreateEnvironmentSSH CreateEnvironmentToken',
  codeartifact: 'GetAuthorizationToken',
  codeconnections: 'GetConnectionToken GetIndividualAccessToken',
  codepipeline: 'PollForJobs',
  'codestar-connections': 'GetConnectionToken GetIndividualAccessToken',
  'cognito-identity': 'GetCredentialsForIdentity GetOpenIdToken GetOpenIdTokenForDeveloperIdentity',
  'cognito-idp': 'DescribeUserPoolClient GetUserAttributeVerificationCode',
  connect: 'GetFederationToken ListSecurityKeys',
  datazone: 'GetDomainExecutionRoleCredentials GetEnvironmentCredentials',
  ds: 'ResetUserPassword',
  ec2: 'GetPasswordData',
  'ec2-instance-connect': 'SendSSHPublicKey SendSerialConsoleSSHPublicKey',
  ecr: 'GetAuthorizationToken',
  'ecr-public': 'GetAuthorizationToken',
  elasticmapreduce: 'GetClusterSessionCredentials',
  'emr-containers': 'GetManagedEndpointSessionCredentials',
  events: 'RetrieveConnectionCredentials',
  'finspace-api': 'GetProgrammaticAccessCredentials',
  gamelift: 'GetComputeAuthToken GetGameSessionLogUrl GetInstanceAccess RequestUploadCredentials',
  grafana: 'CreateWorkspaceApiKey CreateWorkspaceServiceAccountToken',
  iam: 'CreateAccessKey CreateLoginProfile CreateServiceSpecificCredential ResetServiceSpecificCredential UpdateAccessKey UpdateLoginProfile',
  lakeformation: 'GetTemporaryGluePartitionCredentials GetTemporaryGlueTableCredentials',
  lightsail:
    'CreateBucketAccessKey DownloadDefaultKeyPair GetBucketAccessKeys GetKeyPair GetKeyPairs GetRelationalDatabaseMasterUserPassword',
  mediapackage: 'RotateChannelCredentials RotateIngestEndpointCredentials',
  'rds-db': 'connect',
  redshift: 'GetClusterCredentials GetClusterCredentialsWithIAM',
  'redshift-serverless': 'GetCredentials',
  sagemaker: 'CreatePresignedDomainUrl CreatePresignedNotebookInstanceUrl',
  secretsmanager: 'BatchGetSecretValue GetSecretValue',
  snowball: 'GetJobUnlockCode',
  'sso-directory': 'CreateBearerToken ListBearerTokens',
  'sso-oauth': 'CreateTokenWithIAM',
  storagegateway: 'DescribeChapCredentials',
  sts: 'AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity GetDelegatedAccessToken GetFederationToken GetServiceBearerToken GetSessionToken GetWebIdentityToken',
  workmail: 'ResetPassword',
};

/**
 * Actions by which a caller can gain permissions though AWS gives them another access level than Permissions
 * management. From the category PrivEsc of the same list.
 */
export const ESCALATING_ACTIONS: Readonly<Record<string, string>> = {
  glue: 'UpdateDevEndpoint',
  iam: 'AddUserToGroup CreateServiceLinkedRole CreateVirtualMFADevice EnableMFADevice PassRole ResyncMFADevice',
};

/** Whether the name of a changing action says that it takes something away that may not come back. */
export function isDestructiveName(actionName: string): boolean {
  return /^(?:Admin|Batch|Bulk|Force)?(?:Delete|Deregister|Destroy|Detach|Drop|Erase|Purge|Remove|Reset|Revoke|Terminate|Wipe)(?![a-z])|^Schedule\w*Deletion$/.test(
    actionName,
  );
}

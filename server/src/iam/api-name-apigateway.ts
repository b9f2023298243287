import type { OperationTable } from './operation-table.ts';

/** API Gateway authorises most operations by their HTTP method. The names of one method, separated by white space. */
const OPERATIONS_BY_METHOD: OperationTable = {
  GET: `
    ExportApi GetAccount GetApi GetApiKey GetApiKeys GetApiMapping GetApiMappings GetApis GetAuthorizer
    GetAuthorizers GetBasePathMapping GetBasePathMappings GetClientCertificate GetClientCertificates
    GetDeployment GetDeployments GetDocumentationPart GetDocumentationParts GetDocumentationVersion
    GetDocumentationVersions GetDomainName GetDomainNameAccessAssociations GetDomainNames GetExport
    GetGatewayResponse GetGatewayResponses GetIntegration GetIntegrationResponse GetIntegrationResponses
    GetIntegrations GetMethod GetMethodResponse GetModel GetModelTemplate GetModels GetRequestValidator
    GetRequestValidators GetResource GetResources GetRestApi GetRestApis GetRoute GetRouteResponse
    GetRouteResponses GetRoutes GetSdk GetSdkType GetSdkTypes GetStage GetStages GetTags GetUsage
    GetUsagePlan GetUsagePlanKey GetUsagePlanKeys GetUsagePlans GetVpcLink GetVpcLinks`,
  POST: `
    CreateApi CreateApiKey CreateApiMapping CreateAuthorizer CreateBasePathMapping CreateDeployment
    CreateDocumentationPart CreateDocumentationVersion CreateDomainName CreateDomainNameAccessAssociation
    CreateIntegration CreateIntegrationResponse CreateModel CreateRequestValidator CreateResource
    CreateRestApi CreateRoute CreateRouteResponse CreateStage CreateUsagePlan CreateUsagePlanKey
    CreateVpcLink GenerateClientCertificate ImportApiKeys ImportRestApi RejectDomainNameAccessAssociation
    TestInvokeAuthorizer TestInvokeMethod`,
  PUT: `
    ImportApi ImportDocumentationParts PutGatewayResponse PutIntegration PutIntegrationResponse PutMethod
    PutMethodResponse PutRestApi PutRoutingRule ReimportApi`,
  PATCH: `
    UpdateAccount UpdateApi UpdateApiKey UpdateApiMapping UpdateAuthorizer UpdateBasePathMapping
    UpdateClientCertificate UpdateDeployment UpdateDocumentationPart UpdateDocumentationVersion
    UpdateDomainName UpdateGatewayResponse UpdateIntegration UpdateIntegrationResponse UpdateMethod
    UpdateMethodResponse UpdateModel UpdateRequestValidator UpdateResource UpdateRestApi UpdateRoute
    UpdateRouteResponse UpdateStage UpdateUsage UpdateUsagePlan UpdateVpcLink`,
  DELETE: `
    DeleteAccessLogSettings DeleteApi DeleteApiKey DeleteApiMapping DeleteAuthorizer DeleteBasePathMapping
    DeleteClientCertificate DeleteCorsConfiguration DeleteDeployment DeleteDocumentationPart
    DeleteDocumentationVersion DeleteDomainName DeleteDomainNameAccessAssociation DeleteGatewayResponse
    DeleteIntegration DeleteIntegrationResponse DeleteMethod DeleteMethodResponse DeleteModel
    DeleteRequestValidator DeleteResource DeleteRestApi DeleteRoute DeleteRouteRequestParameter
    DeleteRouteResponse DeleteRouteSettings DeleteStage DeleteUsagePlan DeleteUsagePlanKey DeleteVpcLink
    FlushStageAuthorizersCache FlushStageCache ResetAuthorizersCache UntagResource`,
  'POST PUT': `
    TagResource`,
};

/**
 * Operations of API Gateway, REST and HTTP APIs alike.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-iam-policy-examples.html
 */
export const API_GATEWAY_OPERATIONS: OperationTable = Object.fromEntries(
  Object.entries(OPERATIONS_BY_METHOD).flatMap(([methods, operations]) =>
    operations
      .trim()
      .split(/\s+/)
      .map((operation) => [operation, methods]),
  ),
);

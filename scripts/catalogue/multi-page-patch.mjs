const TAGGABLE_LOAD_BALANCING_TYPES = [
  'listener-rule/app',
  'listener-rule/net',
  'listener/app',
  'listener/gwy',
  'listener/net',
  'loadbalancer/app/',
  'loadbalancer/gwy/',
  'loadbalancer/net/',
  'targetgroup',
  'truststore',
];

const LOAD_BALANCERS = ['loadbalancer/app/', 'loadbalancer/gwy/', 'loadbalancer/net/'];

const MAIL_MANAGER_TYPES = [
  'addon-instance',
  'addon-subscription',
  'mailmanager-ingress-point',
  'mailmanager-rule-set',
  'mailmanager-smtp-relay',
  'mailmanager-traffic-policy',
];

const MARKETPLACE_CATALOG_TYPES = [
  'ChangeSet',
  'Entity',
  'InvoiceSubmissionTask',
  'IssuedTaxInvoice',
  'TaxComplianceProfile',
  'TaxComplianceProfileChangeTask',
  'VerificationEvidence',
];

/**
 * Resource types that iam-data loses where one prefix has several pages in the Service Authorization Reference and
 * an action stands on more than one of them: it keeps the types of one page only. Taken from AWS's service
 * reference, which knows no pages.
 *
 * @see https://servicereference.us-east-1.amazonaws.com/
 */
export const MULTI_PAGE_PATCH = {
  'apigateway:DELETE': [
    'AccessLogSettings',
    'Api',
    'ApiMapping',
    'AuthorizersCache',
    'Cors',
    'Route',
    'RouteRequestParameter',
    'RouteResponse',
    'RouteSettings',
  ],
  'apigateway:GET': [
    'AccessLogSettings',
    'Api',
    'ApiMapping',
    'ApiMappings',
    'Apis',
    'AuthorizersCache',
    'Cors',
    'ExportedAPI',
    'IntegrationResponses',
    'Integrations',
    'ModelTemplate',
    'Route',
    'RouteRequestParameter',
    'RouteResponse',
    'RouteResponses',
    'RouteSettings',
    'Routes',
  ],
  'apigateway:PATCH': ['Api', 'ApiMapping', 'Route', 'RouteRequestParameter', 'RouteResponse'],
  'apigateway:POST': [
    'ApiMappings',
    'Apis',
    'IntegrationResponses',
    'Integrations',
    'RouteResponses',
    'Routes',
  ],
  'apigateway:PUT': ['Api', 'Apis'],

  'aws-marketplace:ListTagsForResource': MARKETPLACE_CATALOG_TYPES,
  'aws-marketplace:TagResource': MARKETPLACE_CATALOG_TYPES,
  'aws-marketplace:UntagResource': MARKETPLACE_CATALOG_TYPES,

  'elasticloadbalancing:AddTags': TAGGABLE_LOAD_BALANCING_TYPES,
  'elasticloadbalancing:CreateLoadBalancer': LOAD_BALANCERS,
  'elasticloadbalancing:DeleteLoadBalancer': LOAD_BALANCERS,
  'elasticloadbalancing:ModifyLoadBalancerAttributes': LOAD_BALANCERS,
  'elasticloadbalancing:RemoveTags': TAGGABLE_LOAD_BALANCING_TYPES,

  'greengrass:ListTagsForResource': ['component', 'componentVersion', 'coreDevice'],
  'greengrass:TagResource': ['component', 'componentVersion', 'coreDevice'],
  'greengrass:UntagResource': ['component', 'componentVersion', 'coreDevice'],

  'lex:ListTagsForResource': ['test set'],
  'lex:StartImport': ['test set'],
  'lex:TagResource': ['test set'],
  'lex:UntagResource': ['test set'],

  'ses:ListTagsForResource': MAIL_MANAGER_TYPES,
  'ses:TagResource': [...MAIL_MANAGER_TYPES, 'mailmanager-address-list'],
  'ses:UntagResource': [...MAIL_MANAGER_TYPES, 'mailmanager-address-list'],

  'sms-voice:DeleteConfigurationSet': ['ConfigurationSet'],
  'sms-voice:SendVoiceMessage': ['PhoneNumber', 'Pool'],
};

/** Adds the types. None of a patched action stays required, since the pages offer them as alternatives. */
export function applyMultiPagePatch(services, patch = MULTI_PAGE_PATCH) {
  return services.map((service) => ({
    ...service,
    actions: service.actions.map((action) => {
      const types = patch[`${service.prefix}:${action.name}`];
      return types ? { ...action, resources: addTypes(action.resources, types) } : action;
    }),
  }));
}

function addTypes(resources, types) {
  const known = new Set(resources.map(({ type }) => type.toLowerCase()));
  const added = types
    .filter((type) => !known.has(type.toLowerCase()))
    .map((type) => ({ type, conditionKeys: [] }));
  return [...resources, ...added].map((resource) => ({ ...resource, required: false }));
}

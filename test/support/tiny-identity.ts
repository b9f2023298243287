import type { ServiceSketch } from './build-catalogue.ts';

/** Roles and users. */
export const IAM: ServiceSketch = {
  prefix: 'iam',
  name: 'AWS Identity and Access Management (IAM)',
  conditionKeys: {
    'aws:RequestTag/${TagKey}': 'String',
    'aws:ResourceTag/${TagKey}': 'String',
    'aws:TagKeys': 'ArrayOfString',
    'iam:AssociatedResourceArn': 'ARN',
    'iam:PassedToService': 'String',
    'iam:PermissionsBoundary': 'ARN',
    'iam:ResourceTag/${TagKey}': 'String',
  },
  resourceTypes: {
    role: [
      'arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}',
      'aws:ResourceTag/${TagKey}',
      'iam:ResourceTag/${TagKey}',
    ],
    user: [
      'arn:${Partition}:iam::${Account}:user/${UserNameWithPath}',
      'aws:ResourceTag/${TagKey}',
      'iam:ResourceTag/${TagKey}',
    ],
  },
  actions: {
    ChangePassword: {
      accessLevel: 'Write',
      description: 'Grants permission to an IAM user to change their own password',
      resources: ['user!'],
    },
    CreateRole: {
      accessLevel: 'Write',
      description: 'Grants permission to create a new role',
      resources: ['role!'],
      conditionKeys: ['aws:RequestTag/${TagKey}', 'aws:TagKeys', 'iam:PermissionsBoundary'],
    },
    CreateUser: {
      accessLevel: 'Write',
      description: 'Grants permission to create a new IAM user',
      resources: ['user!'],
      conditionKeys: ['aws:RequestTag/${TagKey}', 'aws:TagKeys', 'iam:PermissionsBoundary'],
    },
    GetUser: {
      accessLevel: 'Read',
      description: 'Grants permission to retrieve information about the specified IAM user',
      resources: ['user!'],
    },
    ListUsers: {
      accessLevel: 'List',
      description: 'Grants permission to list the IAM users that have the specified path prefix',
    },
    PassRole: {
      accessLevel: 'Write',
      description: 'Grants permission to pass a role to a service',
      resources: ['role!'],
      conditionKeys: ['iam:AssociatedResourceArn', 'iam:PassedToService'],
      isPermissionOnly: true,
    },
  },
};

/** The actions of trust policies, with keys of federated principals. */
export const STS: ServiceSketch = {
  prefix: 'sts',
  name: 'AWS Security Token Service',
  supportsResourceControlPolicies: true,
  conditionKeys: {
    'aws:RequestTag/${TagKey}': 'String',
    'aws:ResourceTag/${TagKey}': 'String',
    'aws:TagKeys': 'ArrayOfString',
    'cognito-identity.amazonaws.com:amr': 'ArrayOfString',
    'cognito-identity.amazonaws.com:aud': 'String',
    'saml:aud': 'String',
    'saml:sub': 'String',
    'sts:ExternalId': 'String',
    'sts:RoleSessionName': 'String',
    'sts:SourceIdentity': 'String',
    'sts:TransitiveTagKeys': 'ArrayOfString',
    'token.actions.githubusercontent.com:aud': 'String',
    'token.actions.githubusercontent.com:sub': 'String',
  },
  resourceTypes: {
    role: ['arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}', 'aws:ResourceTag/${TagKey}'],
  },
  actions: {
    AssumeRole: {
      accessLevel: 'Write',
      description: 'Grants permission to obtain a set of temporary security credentials',
      resources: ['role!'],
      conditionKeys: [
        'aws:RequestTag/${TagKey}',
        'aws:TagKeys',
        'sts:ExternalId',
        'sts:RoleSessionName',
        'sts:SourceIdentity',
        'sts:TransitiveTagKeys',
      ],
    },
    AssumeRoleWithSAML: {
      accessLevel: 'Write',
      description: 'Grants permission to obtain temporary security credentials after SAML authentication',
      resources: ['role!'],
      conditionKeys: ['saml:aud', 'saml:sub', 'sts:RoleSessionName', 'sts:SourceIdentity'],
    },
    AssumeRoleWithWebIdentity: {
      accessLevel: 'Write',
      description: 'Grants permission to obtain temporary security credentials from a web identity provider',
      resources: ['role!'],
      conditionKeys: [
        'cognito-identity.amazonaws.com:amr',
        'cognito-identity.amazonaws.com:aud',
        'sts:RoleSessionName',
        'sts:SourceIdentity',
        'token.actions.githubusercontent.com:aud',
        'token.actions.githubusercontent.com:sub',
      ],
    },
    GetCallerIdentity: {
      accessLevel: 'Read',
      description: 'Grants permission to obtain details about the IAM identity that calls the API',
    },
    SetSourceIdentity: {
      accessLevel: 'Write',
      description: 'Grants permission to set a source identity on a STS session',
      resources: ['role'],
      conditionKeys: ['sts:SourceIdentity'],
      isPermissionOnly: true,
    },
    TagSession: {
      accessLevel: 'Tagging',
      description: 'Grants permission to add tags to a STS session',
      resources: ['role'],
      conditionKeys: ['aws:RequestTag/${TagKey}', 'aws:TagKeys', 'sts:TransitiveTagKeys'],
      isPermissionOnly: true,
    },
  },
};

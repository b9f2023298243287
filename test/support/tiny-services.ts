import type { ServiceSketch } from './build-catalogue.ts';

/** An action without resource types, and one with many and a dependent action. */
export const EC2: ServiceSketch = {
  prefix: 'ec2',
  name: 'Amazon EC2',
  conditionKeys: {
    'aws:RequestTag/${TagKey}': 'String',
    'aws:ResourceTag/${TagKey}': 'String',
    'aws:TagKeys': 'ArrayOfString',
    'ec2:InstanceType': 'String',
    'ec2:Region': 'String',
    'ec2:ResourceTag/${TagKey}': 'String',
    'ec2:Subnet': 'ARN',
  },
  resourceTypes: {
    image: ['arn:${Partition}:ec2:${Region}::image/${ImageId}', 'aws:ResourceTag/${TagKey}', 'ec2:Region'],
    instance: [
      'arn:${Partition}:ec2:${Region}:${Account}:instance/${InstanceId}',
      'aws:ResourceTag/${TagKey}',
      'ec2:InstanceType',
      'ec2:Region',
      'ec2:ResourceTag/${TagKey}',
    ],
    'network-interface': [
      'arn:${Partition}:ec2:${Region}:${Account}:network-interface/${NetworkInterfaceId}',
      'aws:ResourceTag/${TagKey}',
      'ec2:Subnet',
    ],
    'security-group': [
      'arn:${Partition}:ec2:${Region}:${Account}:security-group/${SecurityGroupId}',
      'aws:ResourceTag/${TagKey}',
    ],
    subnet: ['arn:${Partition}:ec2:${Region}:${Account}:subnet/${SubnetId}', 'aws:ResourceTag/${TagKey}'],
  },
  actions: {
    DescribeInstances: {
      accessLevel: 'List',
      description: 'Grants permission to describe one or more instances',
      conditionKeys: ['ec2:Region'],
    },
    GetConsoleOutput: {
      accessLevel: 'Read',
      description: 'Grants permission to get the console output of an instance',
      resources: ['instance!'],
    },
    GetPasswordData: {
      accessLevel: 'Read',
      description: 'Grants permission to retrieve the encrypted administrator password of a Windows instance',
      resources: ['instance!'],
    },
    RunInstances: {
      accessLevel: 'Write',
      description: 'Grants permission to launch one or more instances',
      resources: ['image!', 'instance!', 'network-interface!', 'security-group!', 'subnet'],
      conditionKeys: ['aws:RequestTag/${TagKey}', 'aws:TagKeys', 'ec2:Region'],
      dependentActions: ['iam:PassRole'],
    },
    StartInstances: {
      accessLevel: 'Write',
      description: 'Grants permission to start a stopped instance',
      resources: ['instance!'],
      conditionKeys: ['ec2:Region'],
    },
  },
};

/** ARNs whose resource has a colon. */
export const LAMBDA: ServiceSketch = {
  prefix: 'lambda',
  name: 'AWS Lambda',
  conditionKeys: {
    'aws:RequestTag/${TagKey}': 'String',
    'aws:ResourceTag/${TagKey}': 'String',
    'aws:TagKeys': 'ArrayOfString',
    'lambda:Layer': 'ArrayOfString',
    'lambda:VpcIds': 'String',
  },
  resourceTypes: {
    function: [
      'arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}',
      'aws:ResourceTag/${TagKey}',
    ],
  },
  actions: {
    CreateFunction: {
      accessLevel: 'Write',
      description: 'Grants permission to create an AWS Lambda function',
      resources: ['function!'],
      conditionKeys: ['aws:RequestTag/${TagKey}', 'aws:TagKeys', 'lambda:Layer', 'lambda:VpcIds'],
      dependentActions: ['iam:PassRole'],
    },
    InvokeFunction: {
      accessLevel: 'Write',
      description: 'Grants permission to invoke an AWS Lambda function',
      resources: ['function!'],
    },
    ListFunctions: {
      accessLevel: 'List',
      description: 'Grants permission to retrieve a list of AWS Lambda functions',
    },
  },
};

/** A resource inside a resource. */
export const DYNAMODB: ServiceSketch = {
  prefix: 'dynamodb',
  name: 'Amazon DynamoDB',
  supportsResourceControlPolicies: true,
  conditionKeys: {
    'aws:ResourceTag/${TagKey}': 'String',
    'dynamodb:Attributes': 'ArrayOfString',
    'dynamodb:LeadingKeys': 'ArrayOfString',
    'dynamodb:Select': 'String',
  },
  resourceTypes: {
    index: [
      'arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}/index/${IndexName}',
      'aws:ResourceTag/${TagKey}',
    ],
    table: ['arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}', 'aws:ResourceTag/${TagKey}'],
  },
  actions: {
    GetItem: {
      accessLevel: 'Read',
      description: 'Grants permission to the GetItem operation that returns a set of attributes',
      resources: ['table!'],
      conditionKeys: ['dynamodb:Attributes', 'dynamodb:LeadingKeys', 'dynamodb:Select'],
    },
    Query: {
      accessLevel: 'Read',
      description: 'Grants permission to directly access items from a table or a secondary index',
      resources: ['index', 'table!'],
      conditionKeys: ['dynamodb:Attributes', 'dynamodb:LeadingKeys', 'dynamodb:Select'],
    },
  },
};

/** A key with a placeholder behind its second colon. */
export const KMS: ServiceSketch = {
  prefix: 'kms',
  name: 'AWS Key Management Service',
  supportsResourceControlPolicies: true,
  conditionKeys: {
    'aws:ResourceTag/${TagKey}': 'String',
    'kms:EncryptionContext:${EncryptionContextKey}': 'String',
    'kms:EncryptionContextKeys': 'ArrayOfString',
    'kms:ResourceAliases': 'ArrayOfString',
    'kms:ViaService': 'String',
  },
  resourceTypes: {
    key: [
      'arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}',
      'aws:ResourceTag/${TagKey}',
      'kms:ResourceAliases',
    ],
  },
  actions: {
    Decrypt: {
      accessLevel: 'Write',
      description: 'Controls permission to decrypt ciphertext that was encrypted under an AWS KMS key',
      resources: ['key!'],
      conditionKeys: [
        'kms:EncryptionContext:${EncryptionContextKey}',
        'kms:EncryptionContextKeys',
        'kms:ViaService',
      ],
    },
  },
};

/** One action, one resource type without a type in its ARN. */
export const SNS: ServiceSketch = {
  prefix: 'sns',
  name: 'Amazon SNS',
  conditionKeys: { 'aws:ResourceTag/${TagKey}': 'String' },
  resourceTypes: {
    topic: ['arn:${Partition}:sns:${Region}:${Account}:${TopicName}', 'aws:ResourceTag/${TagKey}'],
  },
  actions: {
    Publish: {
      accessLevel: 'Write',
      description: "Grants permission to send a message to all of a topic's subscribed endpoints",
      resources: ['topic!'],
    },
  },
};

/** ARNs with two more colons. */
export const LOGS: ServiceSketch = {
  prefix: 'logs',
  name: 'Amazon CloudWatch Logs',
  supportsResourceControlPolicies: true,
  conditionKeys: {
    'aws:RequestTag/${TagKey}': 'String',
    'aws:ResourceTag/${TagKey}': 'String',
    'aws:TagKeys': 'ArrayOfString',
  },
  resourceTypes: {
    'log-group': [
      'arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}',
      'aws:ResourceTag/${TagKey}',
    ],
    'log-stream': [
      'arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroupName}:log-stream:${LogStreamName}',
      'aws:ResourceTag/${TagKey}',
    ],
  },
  actions: {
    CreateLogGroup: {
      accessLevel: 'Write',
      description: 'Grants permission to create a new log group with the specified name',
      resources: ['log-group!'],
      conditionKeys: ['aws:RequestTag/${TagKey}', 'aws:TagKeys'],
    },
    DescribeLogGroups: {
      accessLevel: 'List',
      description: 'Grants permission to return all the log groups of the account',
    },
    PutLogEvents: {
      accessLevel: 'Write',
      description: 'Grants permission to upload a batch of log events to the specified log stream',
      resources: ['log-stream!'],
    },
  },
};

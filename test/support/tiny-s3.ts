import type { ServiceSketch } from './build-catalogue.ts';

/** Buckets, objects and access points; actions of all five access levels. */
export const S3: ServiceSketch = {
  prefix: 's3',
  name: 'Amazon S3',
  supportsResourceControlPolicies: true,
  conditionKeys: {
    'aws:RequestTag/${TagKey}': 'String',
    'aws:ResourceTag/${TagKey}': 'String',
    'aws:TagKeys': 'ArrayOfString',
    's3:DataAccessPointArn': 'ARN',
    's3:ExistingObjectTag/${TagKey}': 'String',
    's3:RequestObjectTag/${TagKey}': 'String',
    's3:RequestObjectTagKeys': 'ArrayOfString',
    's3:ResourceAccount': 'String',
    's3:TlsVersion': 'Numeric',
    's3:delimiter': 'String',
    's3:max-keys': 'Numeric',
    's3:prefix': 'String',
    's3:signatureAge': 'Numeric',
    's3:x-amz-acl': 'String',
    's3:x-amz-server-side-encryption': 'String',
  },
  resourceTypes: {
    accesspoint: [
      'arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}',
      'aws:ResourceTag/${TagKey}',
      's3:DataAccessPointArn',
    ],
    bucket: ['arn:${Partition}:s3:::${BucketName}', 'aws:ResourceTag/${TagKey}'],
    object: ['arn:${Partition}:s3:::${BucketName}/${ObjectName}', 'aws:ResourceTag/${TagKey}'],
  },
  actions: {
    CreateBucket: {
      accessLevel: 'Write',
      description: 'Grants permission to create a new bucket',
      resources: ['bucket!'],
      conditionKeys: ['aws:RequestTag/${TagKey}', 'aws:TagKeys', 's3:ResourceAccount', 's3:x-amz-acl'],
    },
    DeleteObject: {
      accessLevel: 'Write',
      description: 'Grants permission to remove an object',
      resources: ['object'],
      conditionKeys: ['s3:ResourceAccount', 's3:TlsVersion', 's3:signatureAge'],
    },
    GetBucketLocation: {
      accessLevel: 'Read',
      description: 'Grants permission to return the Region of a bucket',
      resources: ['bucket!'],
      conditionKeys: ['s3:ResourceAccount', 's3:TlsVersion', 's3:signatureAge'],
    },
    GetObject: {
      accessLevel: 'Read',
      description: 'Grants permission to retrieve objects from Amazon S3',
      resources: ['object'],
      conditionKeys: [
        's3:ExistingObjectTag/${TagKey}',
        's3:ResourceAccount',
        's3:TlsVersion',
        's3:signatureAge',
      ],
    },
    GetObjectAcl: {
      accessLevel: 'Read',
      description: 'Grants permission to return the access control list (ACL) of an object',
      resources: ['object'],
      conditionKeys: ['s3:ExistingObjectTag/${TagKey}', 's3:ResourceAccount', 's3:TlsVersion'],
    },
    GetObjectTagging: {
      accessLevel: 'Read',
      description: 'Grants permission to return the tag set of an object',
      resources: ['object'],
      conditionKeys: ['s3:ExistingObjectTag/${TagKey}', 's3:ResourceAccount', 's3:TlsVersion'],
    },
    ListAllMyBuckets: {
      accessLevel: 'List',
      description: 'Grants permission to list all buckets owned by the authenticated sender of the request',
      conditionKeys: ['s3:ResourceAccount', 's3:TlsVersion', 's3:signatureAge'],
    },
    ListBucket: {
      accessLevel: 'List',
      description: 'Grants permission to list some or all of the objects in an Amazon S3 bucket (up to 1000)',
      resources: ['accesspoint', 'bucket'],
      conditionKeys: [
        's3:ResourceAccount',
        's3:TlsVersion',
        's3:delimiter',
        's3:max-keys',
        's3:prefix',
        's3:signatureAge',
      ],
    },
    PutBucketPolicy: {
      accessLevel: 'Permissions management',
      description: 'Grants permission to add or replace a bucket policy on a bucket',
      resources: ['bucket!'],
      conditionKeys: ['s3:ResourceAccount', 's3:TlsVersion', 's3:signatureAge'],
    },
    PutObject: {
      accessLevel: 'Write',
      description: 'Grants permission to add an object to a bucket',
      resources: ['object'],
      conditionKeys: [
        's3:RequestObjectTag/${TagKey}',
        's3:RequestObjectTagKeys',
        's3:ResourceAccount',
        's3:TlsVersion',
        's3:signatureAge',
        's3:x-amz-acl',
        's3:x-amz-server-side-encryption',
      ],
    },
    PutObjectAcl: {
      accessLevel: 'Permissions management',
      description: 'Grants permission to set the access control list (ACL) permissions of an object',
      resources: ['object'],
      conditionKeys: ['s3:ExistingObjectTag/${TagKey}', 's3:ResourceAccount', 's3:x-amz-acl'],
    },
    PutObjectTagging: {
      accessLevel: 'Tagging',
      description:
        'Grants permission to set the supplied tag-set to an object that already exists in a bucket',
      resources: ['object'],
      conditionKeys: [
        's3:ExistingObjectTag/${TagKey}',
        's3:RequestObjectTag/${TagKey}',
        's3:RequestObjectTagKeys',
        's3:ResourceAccount',
      ],
    },
  },
};

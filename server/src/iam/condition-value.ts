import { ownProperty } from '../base/own-property.ts';
/** What the values of a condition key can be, most usual first. */
export interface ConditionValueSet {
  readonly values: readonly string[];
  /** True if AWS documents all values; false where the list grows, or any text may stand. */
  readonly isClosed: boolean;
}

const S3_ACTIONS = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html';

/** Lower-case key → values, with the page that lists them. */
const SETS: Readonly<Record<string, ConditionValueSet & { readonly source: string }>> = {
  'aws:principaltype': closed(
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable',
    'Account User FederatedUser AssumedRole Anonymous',
  ),

  's3:x-amz-server-side-encryption': closed(
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html',
    'AES256 aws:kms aws:kms:dsse aws:fsx',
  ),
  's3express:x-amz-server-side-encryption': closed(
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateSession.html',
    'AES256 aws:kms',
  ),
  's3:x-amz-acl': closed(
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl',
    'private bucket-owner-full-control bucket-owner-read authenticated-read public-read public-read-write aws-exec-read log-delivery-write',
  ),
  's3:x-amz-storage-class': open(
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html',
    'STANDARD STANDARD_IA ONEZONE_IA INTELLIGENT_TIERING GLACIER GLACIER_IR DEEP_ARCHIVE REDUCED_REDUNDANCY',
  ),
  's3:authtype': closed(
    'https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html',
    'REST-HEADER REST-QUERY-STRING POST',
  ),
  's3:signatureversion': closed(
    'https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html',
    'AWS4-HMAC-SHA256 AWS4-ECDSA-P256-SHA256 AWS',
  ),
  's3:object-lock-mode': closed(S3_ACTIONS, 'GOVERNANCE COMPLIANCE'),
  's3:object-lock-legal-hold': closed(S3_ACTIONS, 'ON OFF'),
  's3:x-amz-metadata-directive': closed(S3_ACTIONS, 'COPY REPLACE'),
  's3:x-amz-object-ownership': closed(
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
    'BucketOwnerEnforced BucketOwnerPreferred ObjectWriter',
  ),
  's3:accesspointnetworkorigin': closed(
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html',
    'VPC Internet',
  ),
  's3express:sessionmode': closed(
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateSession.html',
    'ReadOnly ReadWrite',
  ),

  'kms:grantoperations': closed(
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html',
    'Decrypt Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext ReEncryptFrom ReEncryptTo CreateGrant RetireGrant DescribeKey GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GetPublicKey Sign Verify GenerateMac VerifyMac DeriveSharedSecret',
  ),
  'kms:grantconstrainttype': open(
    'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html',
    'EncryptionContextEquals EncryptionContextSubset',
  ),
  'kms:keyusage': closed(
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html',
    'ENCRYPT_DECRYPT SIGN_VERIFY GENERATE_VERIFY_MAC KEY_AGREEMENT',
  ),
  'kms:keyorigin': closed(
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html',
    'AWS_KMS EXTERNAL AWS_CLOUDHSM EXTERNAL_KEY_STORE',
  ),
  'kms:keyspec': open(
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html',
    'SYMMETRIC_DEFAULT RSA_2048 RSA_3072 RSA_4096 ECC_NIST_P256 ECC_NIST_P384 ECC_NIST_P521 ECC_SECG_P256K1 HMAC_224 HMAC_256 HMAC_384 HMAC_512 SM2',
  ),
  'kms:expirationmodel': closed(
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_ImportKeyMaterial.html',
    'KEY_MATERIAL_EXPIRES KEY_MATERIAL_DOES_NOT_EXPIRE',
  ),
  'kms:multiregionkeytype': closed(
    'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html',
    'PRIMARY REPLICA',
  ),

  'dynamodb:select': closed(
    'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html',
    'SPECIFIC_ATTRIBUTES COUNT ALL_ATTRIBUTES ALL_PROJECTED_ATTRIBUTES',
  ),
  'dynamodb:returnvalues': closed(
    'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html',
    'NONE ALL_OLD UPDATED_OLD ALL_NEW UPDATED_NEW',
  ),
  'dynamodb:returnconsumedcapacity': closed(
    'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html',
    'TOTAL INDEXES NONE',
  ),

  'ec2:metadatahttptokens': closed(
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataOptionsRequest.html',
    'required optional',
  ),
  'ec2:metadatahttpendpoint': closed(
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataOptionsRequest.html',
    'enabled disabled',
  ),
  'ec2:instancemetadatatags': closed(
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataOptionsRequest.html',
    'enabled disabled',
  ),
  'autoscaling:metadatahttptokens': closed(
    'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceMetadataOptions.html',
    'required optional',
  ),
  'autoscaling:metadatahttpendpoint': closed(
    'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceMetadataOptions.html',
    'enabled disabled',
  ),
  'ec2:tenancy': closed(
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Placement.html',
    'default dedicated host',
  ),
  'ec2:rootdevicetype': closed(
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html',
    'ebs instance-store',
  ),
  'ec2:imagetype': closed(
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html',
    'machine kernel ramdisk',
  ),
  'ec2:volumetype': open(
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html',
    'gp3 gp2 io2 io1 st1 sc1 standard',
  ),

  'sns:protocol': closed(
    'https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html',
    'https sqs lambda email email-json http sms application firehose',
  ),
  'lambda:functionurlauthtype': closed(
    'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    'AWS_IAM NONE',
  ),
  'elasticloadbalancing:scheme': closed(
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
    'internal internet-facing',
  ),
  'apigateway:request/endpointtype': closed(
    'https://docs.aws.amazon.com/apigateway/latest/api/API_EndpointConfiguration.html',
    'REGIONAL PRIVATE EDGE',
  ),
  'apigateway:resource/endpointtype': closed(
    'https://docs.aws.amazon.com/apigateway/latest/api/API_EndpointConfiguration.html',
    'REGIONAL PRIVATE EDGE',
  ),
  'route53:changeresourcerecordsetsactions': closed(
    'https://docs.aws.amazon.com/Route53/latest/APIReference/API_Change.html',
    'CREATE UPSERT DELETE',
  ),
  'route53:changeresourcerecordsetsrecordtypes': open(
    'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
    'A AAAA CNAME TXT MX NS CAA SRV PTR SOA DS HTTPS SVCB TLSA SSHFP NAPTR SPF',
  ),
  'eks:authenticationmode': closed(
    'https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessConfigRequest.html',
    'API API_AND_CONFIG_MAP CONFIG_MAP',
  ),

  'token.actions.githubusercontent.com:aud': open(
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
    'sts.amazonaws.com',
  ),
};

/** Lower case. */
export const CONDITION_VALUE_KEYS: readonly string[] = Object.keys(SETS);

/** By the key without regard to case; undefined where any text may stand. */
export function conditionValueSet(key: string): ConditionValueSet | undefined {
  return ownProperty(SETS, key.toLowerCase());
}

function closed(source: string, values: string): (typeof SETS)[string] {
  return { values: values.split(' '), isClosed: true, source };
}

function open(source: string, values: string): (typeof SETS)[string] {
  return { values: values.split(' '), isClosed: false, source };
}

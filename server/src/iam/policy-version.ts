export interface PolicyVersion {
  readonly id: string;
  /** One sentence; Markdown. */
  readonly summary: string;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
export const POLICY_VERSIONS: readonly PolicyVersion[] = [
  {
    id: '2012-10-17',
    summary: 'The current policy language: `${…}` in resources and conditions is a policy variable.',
  },
  {
    id: '2008-10-17',
    summary: 'The old policy language, also used where Version is missing: `${…}` is plain text.',
  },
];

export const POLICY_VERSION_SOURCE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html';

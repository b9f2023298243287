import { BUCKET_TEMPLATES } from './bucket.ts';
import { BUCKET_POLICY_TEMPLATES } from './bucket-policy.ts';
import { ENDPOINT_TEMPLATES } from './endpoint.ts';
import { GENERAL_TEMPLATES } from './general.ts';
import { JOB_TEMPLATES } from './job.ts';
import { MFA_TEMPLATES } from './mfa.ts';
import { ORGANIZATION_TEMPLATES } from './organization.ts';
import { RESOURCE_POLICY_TEMPLATES } from './resource-policy.ts';
import type { Template } from './template.ts';
import { TRUST_TEMPLATES } from './trust.ts';

/** All templates, in the order in which they are offered. */
export const TEMPLATES: readonly Template[] = [
  ...GENERAL_TEMPLATES,
  ...BUCKET_TEMPLATES,
  ...MFA_TEMPLATES,
  ...JOB_TEMPLATES,
  ...TRUST_TEMPLATES,
  ...BUCKET_POLICY_TEMPLATES,
  ...RESOURCE_POLICY_TEMPLATES,
  ...ENDPOINT_TEMPLATES,
  ...ORGANIZATION_TEMPLATES,
];

/** What VS Code fills an empty file with. */
export const FILE_TEMPLATES: readonly Template[] = TEMPLATES.filter(({ only }) => only !== 'statement');

/** What completion offers where a statement may stand. */
export const STATEMENT_TEMPLATES: readonly Template[] = TEMPLATES.filter(({ only }) => only !== 'file');

const BY_ID: ReadonlyMap<string, Template> = new Map(TEMPLATES.map((template) => [template.id, template]));

export function templateById(id: string): Template | undefined {
  return BY_ID.get(id);
}

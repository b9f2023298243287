import { isExactService } from '../iam/exact-service.ts';
import type { ArnReading } from '../reasoning/arn-reading.ts';
import type { Severity } from './rule.ts';

/**
 * A warning where an ARN may be right after all: the reference of most services has gaps, and AWS itself publishes
 * policies whose ARNs have wildcards and lack a part.
 */
export function arnSeverity({ arn }: ArnReading): { readonly severity?: Severity } {
  const isWritten = !/[*?$]/.test(arn.region + arn.account);
  return isExactService(arn.service) && isWritten ? {} : { severity: 'warning' };
}

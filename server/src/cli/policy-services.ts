import { memoized } from '../base/memo.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { FileSettings } from '../config/settle.ts';
import type { PolicyType } from '../iam/policy-type.ts';
import type { PolicyFile } from '../policy/policy-document.ts';
import { createPolicyService, type PolicyService } from '../service.ts';
import type { Source } from './source.ts';

export interface PolicyServices {
  /** Read a text with the service for what holds there; `given` is the policy type of the command line. */
  read(
    source: Source,
    settings: FileSettings,
    given: PolicyType | undefined,
  ): { readonly service: PolicyService; readonly file: PolicyFile };
}

export interface PolicyServicesOptions {
  readonly catalogue: Catalogue;
  readonly today: string;
  readonly complain: (message: string) => void;
}

/** One service for each of the settings that occur; a rule that throws is reported once. */
export function policyServices({ catalogue, today, complain }: PolicyServicesOptions): PolicyServices {
  const failed = new Set<string>();
  const serviceFor = memoized((settings: FileSettings) =>
    createPolicyService({
      catalogue,
      today,
      settings,
      onRuleError: ({ id }, error) => {
        if (failed.has(id)) return;
        failed.add(id);
        complain(`The rule ${id} failed: ${error instanceof Error ? error.stack : String(error)}`);
      },
    }),
  );
  return {
    read({ text, fileName, isPolicyFile, comments, policyType }, settings, given) {
      const service = serviceFor(settings);
      const settled = settings.policyType === 'auto' ? undefined : settings.policyType;
      const type = policyType ?? given ?? settled;
      return { service, file: service.read(text, { fileName, isPolicyFile, comments, policyType: type }) };
    },
  };
}

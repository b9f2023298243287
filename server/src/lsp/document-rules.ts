import { memoized } from '../base/memo.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { KnownFinding } from '../config/baseline.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { folderOf, pathFrom } from '../config/location.ts';
import { type FileSettings, settler } from '../config/settle.ts';
import type { PolicyType } from '../iam/policy-type.ts';
import { createPolicyService, type PolicyService } from '../service.ts';
import { pathOfLocation } from './location.ts';
import type { Settings } from './settings.ts';

/** What holds for a document. */
export interface DocumentRules {
  readonly service: PolicyService;
  /** Undefined to infer it. */
  readonly policyType: PolicyType | undefined;
  readonly loaded: LoadedConfig | undefined;
  /** Findings that the baseline knows. */
  readonly known: readonly KnownFinding[];
}

export interface DocumentRulesOptions {
  readonly catalogue: Catalogue;
  readonly today: () => string;
  readonly onRuleError: (ruleId: string, error: unknown) => void;
}

/** A function that says what holds for a document; the same services serve all documents for which the same holds. */
export function documentRules(options: DocumentRulesOptions) {
  const { catalogue, today, onRuleError } = options;
  const bySettings = memoized((settings: Settings) => ({
    without: settler(settings.choice, undefined, today()),
    under: memoized((loaded: LoadedConfig) => settler(settings.choice, loaded, today())),
    service: memoized((own: FileSettings) =>
      createPolicyService({
        catalogue,
        settings: own,
        evaluationOrder: settings.evaluationOrder,
        accountNames: settings.accountNames,
        today: today(),
        onRuleError: ({ id }, error) => onRuleError(id, error),
      }),
    ),
  }));
  const byLocation = new Map<string, Remembered>();

  return (location: string, settings: Settings, loaded: LoadedConfig | undefined): DocumentRules => {
    const remembered = byLocation.get(location);
    if (remembered?.settings === settings && remembered.loaded === loaded) return remembered.rules;
    const { without, under, service } = bySettings(settings);
    const own = (loaded ? under(loaded) : without)(location);
    const rules: DocumentRules = {
      service: service(own),
      policyType:
        own.policyType === 'auto'
          ? undefined
          : (own.policyType ?? settings.policyTypeOf(pathOfLocation(location))),
      loaded,
      known: loaded ? knownOf(loaded, location) : [],
    };
    if (byLocation.size >= MAX_REMEMBERED) byLocation.clear();
    byLocation.set(location, { settings, loaded, rules });
    return rules;
  };
}

interface Remembered {
  readonly settings: Settings;
  readonly loaded: LoadedConfig | undefined;
  readonly rules: DocumentRules;
}

/** Far more than are open; what is forgotten is only computed again. */
const MAX_REMEMBERED = 1000;

function knownOf({ baseline }: LoadedConfig, location: string): readonly KnownFinding[] {
  if (!baseline) return [];
  return baseline.baseline.get(pathFrom(folderOf(baseline.location), location)) ?? [];
}

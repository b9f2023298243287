import { memoized, memoizedLast } from '../base/memo.ts';
import { PREFIXES_OF_KEYS_ONLY } from '../catalogue/borrowed-condition-key.ts';
import type { Catalogue, ConditionKey } from '../catalogue/catalogue.ts';
import { findConditionKey } from '../catalogue/find-condition-key.ts';
import { parseConditionOperator } from '../iam/condition-operator.ts';
import { statementElement } from '../iam/element.ts';
import { identityProviderClaim } from '../iam/identity-provider-claim.ts';
import { isConditionKeyOfGuides } from '../iam/named-in-guides.ts';
import { retiredService } from '../iam/retired-service.ts';
import { supersededKey } from '../iam/superseded-condition-key.ts';
import { isDynamic } from '../policy/placeholder.ts';
import type { ConditionEntry, Statement } from '../policy/statement.ts';
import { type ConditionTest, conditionTests } from './condition-tests.ts';

/**
 * Why nobody knows a condition key. `format`: it is not prefix and name. `tagKey`: the name of a tag is missing.
 * `global`, `service`, `prefix`: what does not exist is the global key, the key of this service, or the service.
 */
export type KeyDefect = 'format' | 'tagKey' | 'global' | 'service' | 'prefix';

export interface DefectiveKey {
  readonly entry: ConditionEntry;
  readonly defect: KeyDefect;
  /** What stands before the first colon, as written; empty without one. */
  readonly prefix: string;
}

/**
 * The unknown condition keys of a statement, each with one defect; remembered with the statement. Keys of identity
 * providers, of services that AWS has closed, superseded keys, and keys that are filled in at deployment are left out.
 */
export function defectiveKeys(statement: Statement, catalogue: Catalogue): readonly DefectiveKey[] {
  return statement.conditions.length === 0 ? [] : ofCatalogue(catalogue)(statement);
}

const ofCatalogue = memoized((catalogue: Catalogue) =>
  memoizedLast((statement: Statement): readonly DefectiveKey[] =>
    conditionTests(statement, catalogue).flatMap((test) => {
      const { entry, key } = test;
      if (key || isExplainedElsewhere(test)) return [];
      const prefix = entry.key.text.slice(0, Math.max(0, entry.key.text.indexOf(':')));
      const defect = defectOf(entry.key.text, prefix, catalogue);
      return defect ? [{ entry, defect, prefix }] : [];
    }),
  ),
);

/** By the rules about the shape of conditions, about white space, and about policy variables in the wrong place. */
function isExplainedElsewhere({ entry: { key, operator, values } }: ConditionTest): boolean {
  const { text } = key;
  return (
    values?.kind === 'object' ||
    isDynamic(text) ||
    isDynamic(operator.text) ||
    text.includes('${') ||
    /^[\s\u00a0\u200b-\u200f\u2060\ufeff]|[\s\u00a0\u200b-\u200f\u2060\ufeff]$|^Fn::/.test(text) ||
    statementElement(text) !== undefined ||
    statementElement(operator.text) !== undefined ||
    parseConditionOperator(text) !== undefined ||
    supersededKey(text) !== undefined
  );
}

function defectOf(text: string, prefix: string, catalogue: Catalogue): KeyDefect | undefined {
  if (keyWithTag(text, catalogue)) return 'tagKey';
  if (!/^[^:\s]+:[^:\s]/.test(text)) return 'format';
  if (prefix.toLowerCase() === 'aws') return NEWER_GLOBAL_KEYS.has(text.toLowerCase()) ? undefined : 'global';
  if (identityProviderClaim(text) || prefix.includes('.') || isProviderToFillIn(text)) return undefined;
  if (catalogue.service(prefix) || PREFIXES_OF_KEYS_ONLY.includes(prefix.toLowerCase())) {
    return IOT_POLICY_KEY.test(text) || isConditionKeyOfGuides(text) ? undefined : 'service';
  }
  return retiredService(prefix) ? undefined : 'prefix';
}

/** No service has an underscore in its prefix, and `OIDC_PROVIDER:sub` of a template is the claim of a provider. */
const isProviderToFillIn = (text: string): boolean => /^[^\W_]*_\w*:(?:aud|sub|amr|azp|iss)$/.test(text);

/** The key that `aws:ResourceTag` or `aws:ResourceTag/` becomes with the name of a tag. */
export function keyWithTag(text: string, catalogue: Catalogue): ConditionKey | undefined {
  if (!/^[\w-]+:[\w-]+[/:]?$/.test(text)) return undefined;
  const stem = text.replace(/[/:]$/, '');
  const found = findConditionKey(`${stem}/x`, catalogue) ?? findConditionKey(`${stem}:x`, catalogue);
  return found?.name.includes('${') ? found : undefined;
}

/** Global keys of AWS's current page that its machine-readable sources do not list yet. */
const NEWER_GLOBAL_KEYS: ReadonlySet<string> = new Set(['aws:signinsessionarn']);

/**
 * Policies of AWS IoT Core have the form of IAM policies, and keys of their own.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-variables.html
 */
const IOT_POLICY_KEY = /^iot:(?:Connection\.|Certificate\.|ClientId$|SourceIp$|DomainName$|Delete$)/i;

import { ownProperty } from '../base/own-property.ts';

/** What a value of the key is the id of, for each key in which AWS sees no valid use for a wildcard. */
const SENSITIVE: Readonly<Record<string, string>> = {
  'aws:principalaccount': 'account',
  'aws:principalorgid': 'organization',
  'aws:resourceaccount': 'account',
  'aws:resourceorgid': 'organization',
  'aws:sourceaccount': 'account',
  'aws:sourceorgid': 'organization',
  'aws:sourcevpc': 'VPC',
  'aws:sourcevpce': 'VPC endpoint',
  'aws:vpceaccount': 'account',
  'aws:vpceorgid': 'organization',
};

/**
 * What one of the sensitive condition keys identifies; undefined for all others. The name is read without regard to case.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive
 */
export function sensitiveKeySubject(name: string): string | undefined {
  return ownProperty(SENSITIVE, name.toLowerCase());
}

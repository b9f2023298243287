import { closest, editDistance } from '../../base/edit-distance.ts';
import { ownProperty } from '../../base/own-property.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findConditionKey } from '../../catalogue/find-condition-key.ts';
import { isMultivalued } from '../../iam/operand-fit.ts';
import { isOwnVariable, OWN_VARIABLES } from '../../iam/own-variable.ts';
import { isEscape, type PlacedVariable, variablesOf } from '../../policy/policy-variable.ts';
import { partOf } from '../../policy/value.ts';
import { arnPartOfVariable } from '../../policy/variable-arn-part.ts';
import { changeVariableToAny, changeVariableToEach } from '../change-variable.ts';
import { defineRule, type Finding } from '../rule.ts';

/**
 * A policy variable is a condition key in `${…}`. A key that does not exist is in no request, so a resource with it
 * matches nothing, and a condition compares with nothing.
 *
 * A global key that resembles none may be newer than the data of this check: it is reported as a warning, with the date
 * of the data. Of services only misspelt keys are reported; those of identity providers are not known.
 *
 * Where no variable works, before the last field of an ARN, see `variable-in-arn-account`; only a key in the field of
 * the account is reported here, for the account of the caller may be meant.
 */
export const variableUnknown = defineRule({
  id: 'variable-unknown',
  scope: 'statement',
  mentions: ['${'],
  severity: 'error',
  category: 'correctness',
  summary: 'Policy variable is no condition key',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  examples: [
    {
      bad: '"Resource": "arn:aws:s3:::home/${aws:usrname}/*"',
      good: '"Resource": "arn:aws:s3:::home/${aws:username}/*"',
    },
  ],

  *check({ statement, catalogue }) {
    for (const variable of variablesOf(statement)) {
      const name = variable.name.trim();
      if (!variable.isClosed || isEscape(variable) || !/^[\w-]+:[^\s]+$/.test(name)) continue;
      if (findConditionKey(name, catalogue) || isOwnVariable(name)) continue;
      if (mayNotBeThere(variable)) continue;
      const finding = judged(variable, name, catalogue);
      if (finding) yield finding;
    }
  },
});

/** Before the last field of an ARN another key would do no better; only the account may be that of the caller. */
function mayNotBeThere(variable: PlacedVariable): boolean {
  const part = arnPartOfVariable(variable) ?? 'resource';
  return part !== 'resource' && !(part === 'account' && /^aws:/i.test(variable.name.trim()));
}

function judged(variable: PlacedVariable, name: string, catalogue: Catalogue): Finding | undefined {
  const prefix = name.slice(0, name.indexOf(':')).toLowerCase();
  const lead = variable.text.indexOf(name);
  const range = partOf(variable.value, variable.start + lead, variable.start + lead + name.length);
  const meant = meantKeys(name, prefix, catalogue);
  const texts = meant.map((key) => variable.text.replace(name, () => key));
  if (texts.length > 0) {
    const message = `"${name}" is no condition key.`;
    return { range, message, fixes: () => changeVariableToEach(variable, texts) };
  }
  if (prefix !== 'aws') return undefined;
  return {
    range,
    severity: 'warning',
    message: `"${name}" is no condition key as of ${catalogue.stamp.date}.`,
    fixes: () => changeVariableToAny(variable, [variable.text.replace(name, 'aws:PrincipalTag/name')]),
  };
}

/** Single-valued keys that may be meant, likeliest first. */
function meantKeys(name: string, prefix: string, catalogue: Catalogue): readonly string[] {
  const renamed = ownProperty(MEANT, name.toLowerCase());
  if (renamed !== undefined) return [renamed];
  const [written = '', tag] = splitTag(name);
  const own = closest(name, OWN_VARIABLES, 1).filter((one) => editDistance(name, one, 2) <= 2);
  if (own.length > 0) return own;
  if (prefix === 'transfer' || prefix === 'credentials-iot') return [];
  const namesake = catalogue.globalConditionKey(`aws${name.slice(prefix.length)}`);
  if (namesake) return isMultivalued(namesake.type) ? [] : [`aws${name.slice(prefix.length)}`];
  const ofNearServices = catalogue.service(prefix) ? [] : withNearPrefix(name, prefix, catalogue);
  if (ofNearServices.length > 0) return ofNearServices;
  const keys = [
    ...(prefix === 'aws' || !catalogue.service(prefix) ? catalogue.globalConditionKeys() : []),
    ...(prefix === 'aws' ? [] : (catalogue.service(prefix)?.conditionKeys() ?? [])),
  ];
  const names = keys
    .filter(({ type, name: key }) => !isMultivalued(type) && key.includes('/') === (tag !== undefined))
    .map((key) => splitTag(key.name)[0] ?? '');
  const near = closest(written, new Set(names), 3).filter((key) => key.includes(':'));
  return near.map((key) => (tag === undefined ? key : `${key}/${tag}`));
}

/** The prefix is that of a service but for a letter. */
function withNearPrefix(name: string, prefix: string, catalogue: Catalogue): readonly string[] {
  return catalogue
    .servicePrefixes()
    .filter((service) => editDistance(prefix, service, 1) === 1)
    .map((service) => service + name.slice(prefix.length))
    .filter((key) => {
      const found = findConditionKey(key, catalogue);
      return found !== undefined && !isMultivalued(found.type);
    });
}

function splitTag(name: string): readonly string[] {
  const slash = name.indexOf('/');
  return slash < 0 ? [name] : [name.slice(0, slash), name.slice(slash + 1)];
}

/** What people write for keys with other names; lower case. */
const MEANT: Readonly<Record<string, string>> = {
  'aws:accountid': 'aws:PrincipalAccount',
  'aws:account': 'aws:PrincipalAccount',
  'aws:region': 'aws:RequestedRegion',
  'aws:user': 'aws:username',
};

import { ownProperty } from '../../base/own-property.ts';
import { plainText } from '../../base/snippet.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { parseArn } from '../../iam/arn.ts';
import { isCommonService } from '../../iam/exact-service.ts';
import { wildcardsOverlap } from '../../iam/wildcard-overlap.ts';
import { arnPartRange, withArnPart } from '../../policy/resource-arn.ts';
import type { Statement } from '../../policy/statement.ts';
import { allowedActions } from '../../reasoning/allowed-actions.ts';
import { type ArnReading, arnReadings } from '../../reasoning/arn-reading.ts';
import { resourceTypesOf } from '../../reasoning/resource-types-of.ts';
import { arnSeverity } from '../arn-severity.ts';
import { changeToAny, changeToEach } from '../change-to.ts';
import { completeArn } from '../complete-arn.ts';
import { neededArns } from '../needed-arns.ts';
import { FORBIDDEN_FORMS, repairedResources } from '../repaired-resources.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';

/**
 * The last field of an ARN has the form that its service gives it: `table/Books`, `function:resize`,
 * `log-group:/aws/lambda/resize`. With the word in front missing or misspelt, or with a slash for a colon, the ARN
 * matches nothing, and neither does one that ends behind its last colon.
 *
 * A word that resembles none of the service may be newer than the data of this check and is not reported, unless no
 * action of the statement is about anything new. An ARN that
 * works only because a `*` runs past a colon is left to `arn-wildcard-crosses-segments`.
 */
export const arnResourceFormat = defineRule({
  id: 'arn-resource-format',
  scope: 'statement',
  mentions: ['arn:'],
  severity: 'error',
  category: 'correctness',
  summary: 'ARN has no form that its service uses',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  equivalents: { accessAnalyzer: ['INVALID_ARN_RESOURCE'], cfnLint: ['E3514', 'I3510'] },
  examples: [
    {
      bad: '"Resource": "arn:aws:dynamodb:us-east-1:111122223333:tables/Books"',
      good: '"Resource": "arn:aws:dynamodb:us-east-1:111122223333:table/Books"',
    },
    {
      bad: '"Resource": "arn:aws:lambda:us-east-1:111122223333:function/resize"',
      good: '"Resource": "arn:aws:lambda:us-east-1:111122223333:function:resize"',
    },
  ],

  *check({ statement, catalogue }) {
    for (const reading of arnReadings(statement, catalogue)) {
      const { resource, arn, formats } = reading;
      if (formats.length > 0 && arn.resource === '') yield nothingNamed(reading, statement, catalogue);
      if (formats.length === 0 || hasForm(reading, catalogue)) continue;
      const repaired = repairedResources(reading);
      if (repaired.length === 0 && !isNameOnly(reading) && !lacksWord(reading, statement, catalogue))
        continue;

      yield {
        range: arnPartRange(resource, 'resource'),
        ...arnSeverity(reading),
        message: `"${arn.resource}" has no form that ARNs of ${arn.service} have.`,
        fixes: () =>
          repaired.length > 0
            ? changeToEach(
                resource.value,
                repaired.map((text) => withArnPart(resource.text, 'resource', text)),
              )
            : completeArn(reading, statement, catalogue),
      };
    }
  },
});

function nothingNamed(reading: ArnReading, statement: Statement, catalogue: Catalogue): Finding {
  const { text, range, value } = reading.resource;
  const fixes = (): readonly Fix[] => {
    const needed = neededArns(allowedActions(statement, catalogue).infos)?.snippets ?? [];
    const own = needed.filter((snippet) => parseArn(snippet)?.service === reading.arn.service);
    if (own.length === 0) return changeToAny(value, [withArnPart(text, 'resource', '*')]);
    return own.slice(0, 3).map((snippet) => ({
      title: `Change to "${plainText(snippet)}"`,
      keepsAccess: false,
      isSnippet: true,
      edits: [{ range, newText: `"${snippet}"` }],
    }));
  };
  return { range, message: `"${text}" names no resource, so it matches nothing.`, fixes };
}

/** It fits, or is known to work though no format of the service says so. */
function hasForm({ resource, arn, fitting }: ArnReading, catalogue: Catalogue): boolean {
  if (fitting.length > 0) return ownProperty(FORBIDDEN_FORMS, arn.service)?.test(arn.resource) !== true;
  if (arn.resource === '') return true;
  const service = catalogue.service(arn.service);
  return service !== undefined && resourceTypesOf(resource.text, service).length > 0;
}

/** Only the name stands there, where every format has a word before it: `Books` for `table/Books`. */
function isNameOnly({ arn, formats }: ArnReading): boolean {
  if (!formats.every(({ resource }) => /^[^/:]+[/:]|^[^$]+$/.test(resource))) return false;
  if (WITH_SLASHES.has(arn.service)) return !/[*?$]/.test(arn.resource[0] ?? '*');
  return /^[^/:*?$]+$/.test(arn.resource);
}

/** With a word in front it is what all actions of the statement, which are known, are about. */
function lacksWord({ arn, formats }: ArnReading, { actions }: Statement, catalogue: Catalogue): boolean {
  const mayBeNew = /[/:]/.test(arn.resource) && !isCommonService(arn.service);
  if (mayBeNew || /^[*?$]/.test(arn.resource)) return false;
  const infos = actions.map(({ servicePrefix, name }) =>
    servicePrefix.toLowerCase() === arn.service
      ? catalogue.service(servicePrefix)?.action(name ?? '')
      : undefined,
  );
  return (
    infos.length > 0 &&
    infos.every((info) => {
      const types = info?.resources.map(({ type }) => type.name) ?? [];
      return formats.some(
        ({ type, resource, globs }) =>
          types.includes(type.name) &&
          wildcardsOverlap(globs[5] as string, `${/^[^/:$]+[/:]/.exec(resource)?.[0] ?? ''}${arn.resource}`),
      );
    })
  );
}

/** Services whose names are often paths, and whose words are few and old. */
const WITH_SLASHES: ReadonlySet<string> = new Set(['ecr', 'logs', 'secretsmanager']);

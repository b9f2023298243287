import type { Catalogue } from '../../catalogue/catalogue.ts';
import { reachesResources } from '../../catalogue/short-arn.ts';
import { splitArn } from '../../iam/arn.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { arnPartRange, withArnPart } from '../../policy/resource-arn.ts';
import type { Statement } from '../../policy/statement.ts';
import { type ArnReading, arnReadings } from '../../reasoning/arn-reading.ts';
import { resourceTypesOf } from '../../reasoning/resource-types-of.ts';
import { changeToEach } from '../change-to.ts';
import { completeArn } from '../complete-arn.ts';
import { repairedResources } from '../repaired-resources.ts';
import { defineRule, type Finding } from '../rule.ts';

/**
 * In a resource a `*` at the end of a field may also match the colons behind it: `arn:aws:iam:*` reaches every account
 * and every type of resource. The ARN operators of conditions compare field by field and do not do so. AWS advises to
 * write all six fields, each with a wildcard of its own.
 */
export const arnWildcardCrossesSegments = defineRule({
  id: 'arn-wildcard-crosses-segments',
  scope: 'statement',
  mentions: ['*', '?'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Wildcard stands for several fields of an ARN',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  examples: [
    { bad: '"Resource": "arn:aws:iam:*"', good: '"Resource": "arn:aws:iam::*:*"' },
    {
      bad: '"Resource": "arn:aws:logs:*:*:/aws/lambda/*"',
      good: '"Resource": "arn:aws:logs:*:*:log-group:/aws/lambda/*"',
    },
  ],

  *check({ statement, catalogue }) {
    if (statement.isBroken) return;
    yield* shortArns(statement, catalogue);

    for (const reading of arnReadings(statement, catalogue)) {
      if (!fitsOnlyAcross(reading, catalogue)) continue;
      yield {
        range: arnPartRange(reading.resource, 'resource'),
        message: `"${reading.arn.resource}" is reached only by a "*" that runs past a colon.`,
        fixes: () => {
          const texts = repairedResources(reading).map((text) =>
            withArnPart(reading.resource.text, 'resource', text),
          );
          return texts.length > 0
            ? changeToEach(reading.resource.value, texts)
            : completeArn(reading, statement, catalogue);
        },
      };
    }
  },
});

function* shortArns({ resources }: Statement, catalogue: Catalogue): Generator<Finding> {
  for (const { text, value, range } of resources) {
    const pieces = splitArn(text);
    if (pieces[0] !== 'arn' || pieces.length >= 6 || text.includes('$') || isDynamic(text)) continue;
    if (!reachesResources(pieces, catalogue)) continue;

    yield {
      range,
      message: `The last "*" of "${text}" also stands for the fields behind it.`,
      fixes: () => changeToEach(value, [withAllFields(pieces, catalogue)]),
    };
  }
}

/** The service must be written out, so a wildcard there can only be meant as everything. */
function withAllFields(pieces: readonly string[], catalogue: Catalogue): string {
  const [, partition, namespace = '*', region, account] = pieces;
  if (/[*?]/.test(namespace)) return '*';
  const formats = (catalogue.service(namespace)?.resourceTypes() ?? []).flatMap(({ arnFormats }) =>
    arnFormats.map(splitArn),
  );
  const isAlwaysEmpty = (index: number): boolean =>
    formats.length > 0 && formats.every((format) => format[index] === '');
  const field = (written: string | undefined, index: number): string =>
    (written ?? '*') === '*' && isAlwaysEmpty(index) ? '' : (written ?? '*');
  return `arn:${partition}:${namespace}:${field(region, 3)}:${field(account, 4)}:*`;
}

/** The parts by themselves fit no form of the service. */
function fitsOnlyAcross({ resource, arn, formats, fitting }: ArnReading, catalogue: Catalogue): boolean {
  if (formats.length === 0 || fitting.length > 0) return false;
  const service = catalogue.service(arn.service);
  return service !== undefined && resourceTypesOf(resource.text, service).length > 0;
}

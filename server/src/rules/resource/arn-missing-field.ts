import { type CompletedArn, completedArns } from '../../catalogue/arn-completion.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { mayBeRegion } from '../../catalogue/region.ts';
import { reachesResources } from '../../catalogue/short-arn.ts';
import { splitArn } from '../../iam/arn.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { resourcesWithLostColon, withLostColon } from '../../reasoning/lost-colon.ts';
import { changeToAny, changeToEach } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * An ARN has six fields, `arn:partition:service:region:account:resource`; those that a service does not need are
 * left empty, but their colons stay. With fewer than five colons it matches nothing: `arn:aws:s3::bucket` is no
 * bucket.
 *
 * A short pattern such as `arn:aws:rds:*` does work, because its last wildcard also covers colons; it is left to
 * `arn-wildcard-crosses-segments`.
 */
export const arnMissingField = defineRule({
  id: 'arn-missing-field',
  scope: 'statement',
  severity: 'error',
  category: 'correctness',
  summary: 'ARN has fewer than six fields',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  equivalents: { accessAnalyzer: ['MISSING_ARN_FIELD'], parliament: ['INVALID_ARN'], cfnLint: ['E3514'] },
  examples: [
    { bad: '"Resource": "arn:aws:s3::my-bucket"', good: '"Resource": "arn:aws:s3:::my-bucket"' },
    {
      bad: '"Resource": "arn:aws:iam:111122223333:role/app"',
      good: '"Resource": "arn:aws:iam::111122223333:role/app"',
    },
  ],

  *check({ statement, catalogue }) {
    if (statement.isBroken) return;

    const shifted = resourcesWithLostColon(statement, catalogue);
    for (const resource of statement.resources) {
      const { text, value, range } = resource;
      const repaired = shifted.get(resource);
      const pieces = splitArn(text);
      const isShort = pieces[0] === 'arn' && pieces.length < 6 && !isDynamic(text);
      if (!repaired && (!isShort || reachesResources(pieces, catalogue))) continue;
      // A variable may hold the other fields.
      if (!repaired && text.includes('$') && withLostColon(text, catalogue).length === 0) continue;

      yield {
        range,
        message: repaired
          ? `"${text}" lacks one of the 6 fields of an ARN, or a colon.`
          : `"${text}" has ${pieces.length} of the 6 fields of an ARN.`,
        fixes() {
          const whole = repaired ?? withLostColon(text, catalogue);
          if (whole.length > 0) return changeToEach(value, whole);
          const arns = completed(pieces, catalogue);
          const texts = arns.map((arn) => arn.text);
          const isClear = (arns[0]?.fit ?? 0) > (arns[1]?.fit ?? 0);
          return isClear ? changeToEach(value, texts) : changeToAny(value, texts);
        },
      };
    }
  },
});

/** The ARNs that may be meant, best first. */
function completed(pieces: readonly string[], catalogue: Catalogue): readonly CompletedArn[] {
  const [, partition = '', namespace = '', ...rest] = pieces;
  const fields = rest.filter((field) => field !== '');
  const region = fields.find((field) => field !== '*' && mayBeRegion(catalogue, field, partition));
  const account = fields.find((field) => /^\d{12}$/.test(field));
  const resource = fields.filter((field) => field !== region && field !== account).at(-1) ?? '*';
  const types = catalogue.service(namespace)?.resourceTypes() ?? [];
  const arns = completedArns(types, { partition, region, account, resource });
  const best = arns.filter(({ fit }) => fit === arns[0]?.fit || fit >= 2).slice(0, 3);
  const plain = `arn:${partition}:${namespace}:${region ?? ''}:${account ?? ''}:${resource}`;
  if (best.length > 0 || namespace === '') return best;
  return [{ text: plain, fit: 0 }];
}

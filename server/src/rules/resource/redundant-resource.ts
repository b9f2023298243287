import { isDynamic } from '../../policy/placeholder.ts';
import { removeItem } from '../../policy/remove-item.ts';
import type { ResourceString, Statement } from '../../policy/statement.ts';
import type { StringValue } from '../../policy/value.ts';
import { type Budget, newBudget } from '../../reasoning/glob/budget.ts';
import { parseGlob } from '../../reasoning/glob/glob.ts';
import { isAbsorbed, redundantPatterns } from '../../reasoning/glob/redundant-patterns.ts';
import { removeRedundant } from '../remove-redundant.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';

/**
 * A resource that another entry of the list matches anyway adds nothing: one object beside all of its bucket, or
 * anything beside `*`. A `*` stands for any characters there, slashes and colons included.
 *
 * A policy variable counts as covered only if that is so for all of its values. Objects beside their buckets,
 * `arn:aws:s3:::app-*` and `arn:aws:s3:::app-*` followed by `/*`, are left alone: that is how most say both.
 */
export const redundantResource = defineRule({
  id: 'redundant-resource',
  scope: 'statement',
  severity: 'information',
  category: 'style',
  summary: 'Another entry matches the resource already',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  equivalents: { accessAnalyzer: ['REDUNDANT_RESOURCE'] },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::app/*", "arn:aws:s3:::app/public/*"]',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::app/*"]',
    },
  ],

  *check({ statement }) {
    if (statement.resources.length < 2) return;
    for (const element of ['Resource', 'NotResource'] as const) {
      yield* inElement(
        statement,
        statement.resources.filter((resource) => resource.element === element),
      );
    }
  },
});

function* inElement(statement: Statement, resources: readonly ResourceString[]): Generator<Finding> {
  const budget = newBudget();
  const texts = resources.map(({ text }) => (isDynamic(text) || text.trim() === '' ? undefined : text));
  const redundant = [...redundantPatterns(texts, (text) => parseGlob(text, { hasVariables: true }))]
    .map(([index, covering]) => [resources[index], resources[covering]] as Pair)
    .filter((pair) => holdsInAnyReading(pair, budget) && !isBucketsWithObjects(pair));
  for (const [own, other] of redundant) {
    yield {
      range: own.range,
      message:
        own.text === other.text
          ? 'This resource is listed already.'
          : `"${other.text}" matches this resource already.`,
      isUnnecessary: true,
      fixes: () =>
        isNarrowedByStar(statement, own, other)
          ? chooseBesideStar(statement, own, other)
          : removeRedundant(
              statement,
              statement.element(own.element)?.value,
              own.value,
              redundant.filter(([, covering]) => !isStar(covering)).map(([{ value }]) => value),
            ),
    };
  }
}

const isStar = ({ text }: ResourceString): boolean => text === '*';

/** Without the star an Allow allows less; a Deny would deny less, and `NotResource` would leave less out. */
function isNarrowedByStar({ effect }: Statement, own: ResourceString, other: ResourceString): boolean {
  return isStar(other) && !isStar(own) && effect !== 'Deny' && own.element === 'Resource';
}

/** Somebody meant either what is named or everything; only they know which. */
function chooseBesideStar(
  statement: Statement,
  { value, text }: ResourceString,
  star: ResourceString,
): readonly Fix[] {
  const fix = (title: string, removed: StringValue): readonly Fix[] => {
    const edit = removeItem(statement.text, removed.range);
    return edit ? [{ title, keepsAccess: false, edits: [edit] }] : [];
  };
  return [
    ...fix('Remove "*", leaving the resources that are named', star.value),
    ...fix(`Remove "${text}"`, value),
  ];
}

function isBucketsWithObjects([own, other]: Pair): boolean {
  return /^arn:[^:]*:s3:::[^/]+$/.test(other.text) && own.text === `${other.text}/*`;
}

/** A resource and the one that makes it superfluous. */
type Pair = readonly [own: ResourceString, other: ResourceString];

/**
 * In the old version of the language `${…}` is plain text. In `NotResource` a variable without a value may keep the
 * whole statement from applying, so the entry is not without effect.
 */
function holdsInAnyReading([own, other]: Pair, budget: Budget): boolean {
  if (own.text === other.text || !`${own.text}${other.text}`.includes('${')) return true;
  return own.element === 'Resource' && isAbsorbed(parseGlob(own.text), parseGlob(other.text), budget);
}

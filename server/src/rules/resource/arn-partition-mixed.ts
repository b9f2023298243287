import { memoized, memoizedLast } from '../../base/memo.ts';
import type { TextRange } from '../../base/text-range.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { type Arn, arnPartSpan, parseArn } from '../../iam/arn.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { PolicyDocument } from '../../policy/policy-document.ts';
import { isLiteralPart, withArnPart } from '../../policy/resource-arn.ts';
import type { Statement } from '../../policy/statement.ts';
import { partOf, type StringValue, strings } from '../../policy/value.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule, type Finding } from '../rule.ts';
import { shiftedFinding } from '../shifted-finding.ts';

/**
 * Partitions of AWS, such as `aws`, `aws-cn` and `aws-us-gov`, know nothing of each other: a policy is in force in one
 * of them, and its ARNs of another match nothing. Neither does an ARN whose Region belongs to another partition.
 *
 * A policy that is meant for several partitions lists the same resources for each of them, and is not reported.
 * Principals cannot be listed that way: AWS rejects those of another partition.
 */
export const arnPartitionMixed = defineRule({
  id: 'arn-partition-mixed',
  scope: 'policy',
  severity: 'warning',
  category: 'correctness',
  summary: 'ARNs belong to different partitions',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  examples: [
    {
      bad: '"Resource": "arn:aws:sns:cn-north-1:111122223333:alerts"',
      good: '"Resource": "arn:aws-cn:sns:cn-north-1:111122223333:alerts"',
    },
    {
      bad: '"Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*", "arn:aws-cn:s3:::archive"]',
      good: '"Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*", "arn:aws:s3:::archive"]',
    },
  ],

  *check({ policy, catalogue }) {
    if (policy.statements.every(({ statement }) => isOfMainPartition(catalogue)(statement))) return;
    const main = mainPartition(policy, catalogue);
    for (const { statement, offset } of policy.statements) {
      const misplaced = misplacedIn(catalogue)(statement);
      if (main === undefined && misplaced.size === 0) continue;
      for (const written of arnsIn(statement)) {
        const finding =
          misplaced.get(written.range.start) ??
          (main === undefined ? undefined : other(written, main, catalogue));
        if (finding) yield shiftedFinding(finding, offset);
      }
    }
  },
});

/** An ARN that names its partition. */
interface WrittenArn {
  readonly value: StringValue;
  readonly arn: Arn;
  readonly range: TextRange;
  readonly isPrincipal: boolean;
}

const arnsIn = memoizedLast((statement: Statement): readonly WrittenArn[] => {
  const principals = statement.principals.flatMap(({ values }) => strings(values));
  const values = [...principals, ...statement.resources.map(({ value }) => value)];
  return values.flatMap((value, index) => {
    const arn = value.text.startsWith('arn:') ? parseArn(value.text) : undefined;
    if (!arn?.partition || !isLiteralPart(arn.partition) || isDynamic(value.text)) return [];
    const { start, end } = arnPartSpan(value.text, 'partition');
    return [{ value, arn, range: partOf(value, start, end), isPrincipal: index < principals.length }];
  });
});

/** The partitions of a statement's ARNs, each as often as it stands there: all that is kept of most statements. */
const partitionsIn = memoized((statement: Statement): string =>
  arnsIn(statement)
    .map(({ arn }) => arn.partition)
    .join(' '),
);

/** Nearly all statements are: their text has neither another partition nor a Region of one. */
const isOfMainPartition = memoized((catalogue: Catalogue) => {
  const [main, ...others] = catalogue.partitions;
  const regions = others.flatMap((partition) => partition.regions.map(({ id }) => id));
  const foreign = new RegExp(String.raw`arn:(?!${main?.id}:)|:(?:${regions.join('|')}):|\\`);
  return memoized(({ text }: Statement): boolean => !foreign.test(text));
});

/** Those whose Region is of another partition, by the beginning of their value. */
const misplacedIn = memoized((catalogue: Catalogue) =>
  memoized((statement: Statement): ReadonlyMap<number, Finding> => {
    const found = arnsIn(statement).flatMap((written) => {
      const finding = misplaced(written, catalogue);
      return finding ? [[written.range.start, finding] as const] : [];
    });
    return found.length > 0 ? new Map(found) : NONE;
  }),
);

const NONE: ReadonlyMap<number, Finding> = new Map();

/**
 * The one of most ARNs, of equals that which an ARN confirms by its Region; undefined where there is one only, or where
 * the same resource is named in several.
 */
function mainPartition(policy: PolicyDocument, catalogue: Catalogue): string | undefined {
  const counts = new Map<string, number>();
  for (const { statement } of policy.statements) {
    for (const partition of partitionsIn(statement).split(' ')) {
      if (catalogue.partition(partition)) counts.set(partition, (counts.get(partition) ?? 0) + 1);
    }
  }
  if (counts.size < 2 || isForSeveral(policy)) return undefined;
  const [[first, most] = [], [, next] = []] = [...counts].sort(([, a], [, b]) => b - a);
  const tied = most === next ? [...counts].filter(([, count]) => count === most).map(([id]) => id) : [];
  return tied.find((id) => hasRegionOf(id, policy, catalogue)) ?? first;
}

function hasRegionOf(partition: string, { statements }: PolicyDocument, catalogue: Catalogue): boolean {
  const isAtHome = ({ arn }: WrittenArn): boolean =>
    arn.partition === partition && homeOf(catalogue).get(arn.region) === partition;
  return statements.some(({ statement }) => arnsIn(statement).some(isAtHome));
}

function isForSeveral({ statements }: PolicyDocument): boolean {
  const partitions = new Map<string, string>();
  return statements.some(({ statement }) =>
    arnsIn(statement).some(({ arn: { partition, service, resource }, isPrincipal }) => {
      if (isPrincipal) return false;
      const key = `${service}:${resource}`;
      const known = partitions.get(key) ?? partition;
      partitions.set(key, known);
      return known !== partition;
    }),
  );
}

function misplaced({ value, arn, range }: WrittenArn, catalogue: Catalogue): Finding | undefined {
  if (arn.region === '' || !catalogue.partition(arn.partition)) return undefined;
  const home = homeOf(catalogue).get(arn.region);
  if (home === undefined || home === arn.partition) return undefined;
  return {
    range,
    message: `Region "${arn.region}" belongs to partition "${home}", not to "${arn.partition}".`,
    fixes: () => changeToEach(value, [withArnPart(value.text, 'partition', home)]),
  };
}

/** The partition of each Region. */
const homeOf = memoized(
  ({ partitions }: Catalogue): ReadonlyMap<string, string> =>
    new Map(partitions.flatMap(({ id: partition, regions }) => regions.map(({ id }) => [id, partition]))),
);

function other({ value, arn, range }: WrittenArn, main: string, catalogue: Catalogue): Finding | undefined {
  if (arn.partition === main || !catalogue.partition(arn.partition)) return undefined;
  return {
    range,
    message: `This ARN is of partition "${arn.partition}", the others are mostly of "${main}".`,
    fixes: () => changeToEach(value, [withArnPart(value.text, 'partition', main)]),
  };
}

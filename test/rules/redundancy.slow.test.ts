import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/base/text-edit.ts';
import { fixAllEdits } from '../../server/src/features/code-action/fix-all.ts';
import { RULES } from '../../server/src/rules/registry.generated.ts';
import { findings } from '../support/check.ts';
import type { RequestKeys } from '../support/conditions-hold.ts';
import { decisions, type Reading, type Requests, type StatementJson } from '../support/decisions.ts';

const IDS = [
  'redundant-action',
  'redundant-resource',
  'redundant-numeric-values',
  'redundant-condition-value',
  'redundant-principal',
  'duplicate-statement',
  'statement-subsumed',
  'allow-shadowed-by-deny',
  'mergeable-statements',
  'unsorted-actions',
  'single-element-array',
  'element-order',
];
const REDUNDANCY = RULES.filter(({ id }) => IDS.includes(id));

const ROLE = 'arn:aws:iam::111122223333:role/app';
const SESSION = 'arn:aws:sts::111122223333:assumed-role/app/me';

/** The last one is not in the catalogue: AWS may add it. */
const ACTIONS = [
  's3:GetObject',
  's3:GetObjectAcl',
  's3:PutObject',
  's3:ListBucket',
  'iam:GetUser',
  's3:GetObjectSoon',
];
const RESOURCES = [
  'arn:aws:s3:::b',
  'arn:aws:s3:::b/x',
  'arn:aws:s3:::b/ann/x',
  'arn:aws:s3:::c/x',
  'arn:aws:iam::111122223333:user/ann',
];
const KEYS: readonly RequestKeys[] = [
  {},
  { 'aws:username': 'ann', 's3:max-keys': '5', 'aws:sourceip': '10.0.0.1', 'aws:tagkeys': [] },
  { 'aws:username': 'bob', 's3:max-keys': '15', 'aws:sourceip': '10.1.0.1', 'aws:tagkeys': ['ann'] },
  { 's3:max-keys': '25', 'aws:sourceip': '203.0.113.7', 'aws:tagkeys': ['ann', 'bob'] },
  { 'aws:username': 'ann', 'aws:tagkeys': ['eve'] },
];

function requestsOf(callers: readonly string[]): Requests {
  return { callers, actions: ACTIONS, resources: RESOURCES, keys: KEYS };
}

/** A list in which few texts occur, so that much repeats and contains each other; sometimes without brackets. */
function listOf(texts: readonly string[]): fc.Arbitrary<string | readonly string[]> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constantFrom(...texts) },
  );
}

const actions = listOf([
  's3:GetObject',
  'S3:getobject',
  's3:Get*',
  's3:GetObjectA?l',
  's3:*',
  's3:**',
  's3:*Object',
  'iam:GetUser',
  'i*:*',
  '*',
  '*:*',
]);
const resources = listOf([
  '*',
  'arn:aws:s3:::*',
  'arn:aws:s3:::b',
  'arn:aws:s3:::b*',
  'arn:aws:s3:::b/*',
  'arn:aws:s3:::?/x',
  'arn:aws:s3:::b/${aws:username}/*',
  'arn:aws:s3:::b/${aws:username}/x',
  'arn:aws:s3:::b/ann/x',
  'arn:aws:iam:*:user/ann',
]);
const names = listOf(['ann', 'bob', 'ANN']);
const patterns = listOf(['a*', 'ann', 'an?', 'b*', '?o*']);
const numbers = listOf(['5', '10', '15', '20']);
const ranges = listOf(['10.0.0.0/8', '10.0.0.0/16', '10.1.0.1', '203.0.113.0/24', '10.1.0.1/32']);

const tests: readonly (readonly [operator: string, key: string, values: fc.Arbitrary<unknown>])[] = [
  ['StringEquals', 'aws:username', names],
  ['StringEqualsIfExists', 'aws:username', names],
  ['StringNotEqualsIgnoreCase', 'AWS:username', names],
  ['StringLike', 'aws:username', patterns],
  ['StringNotLikeIfExists', 'aws:username', patterns],
  ['NumericLessThan', 's3:max-keys', numbers],
  ['NumericGreaterThanEquals', 's3:max-keys', numbers],
  ['NumericNotEquals', 's3:max-keys', numbers],
  ['IpAddress', 'aws:SourceIp', ranges],
  ['NotIpAddress', 'aws:SourceIp', ranges],
  ['ForAllValues:StringLike', 'aws:TagKeys', patterns],
  ['ForAnyValue:StringNotLike', 'aws:TagKeys', patterns],
];
const oneTest = fc.oneof(
  ...tests.map(([operator, key, values]) => values.map((value) => ({ [operator]: { [key]: value } }))),
);
const condition = fc
  .array(oneTest, { maxLength: 2 })
  .map((list) => (list.length === 0 ? undefined : Object.assign({}, ...list)));

const principal = fc.oneof(
  fc.constant('*' as const),
  listOf(['*', '111122223333', 'arn:aws:iam::111122223333:root', ROLE, SESSION]).map((AWS) => ({ AWS })),
);

function statementOf(withPrincipal: boolean): fc.Arbitrary<StatementJson> {
  return fc
    .record({
      Resource: resources,
      Effect: fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
      Principal: withPrincipal ? principal : fc.constant(undefined),
      Action: actions,
      Condition: condition,
      isNegated: fc.constantFrom('Action', 'Resource', ...Array.from({ length: 6 }, () => '')),
    })
    .map(({ isNegated, ...members }) => {
      const written = Object.entries(members).filter(([, value]) => value !== undefined);
      const named = written.map(([key, value]) => [key === isNegated ? `Not${key}` : key, value]);
      return Object.fromEntries(named) as StatementJson;
    });
}

/** Statements, of which some are copies of others with another member, or with fewer values in their tests. */
function policyOf(withPrincipal: boolean): fc.Arbitrary<string> {
  const statement = statementOf(withPrincipal);
  const change = fc.constantFrom('Action', 'Resource', 'Condition', 'Effect', 'values');
  return fc
    .tuple(
      fc.array(statement, { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(fc.nat(2), change, statement), { maxLength: 3 }),
    )
    .map(([own, copies]) => [
      ...own,
      ...copies.map(([of, changed, other]) =>
        changedCopy(own[of % own.length] as StatementJson, changed, other),
      ),
    ])
    .map((Statement) => JSON.stringify({ Version: '2012-10-17', Statement }));
}

function changedCopy(original: StatementJson, changed: string, other: StatementJson): StatementJson {
  if (changed === 'values') return { ...original, ...fewerValues(original) };
  const value = other[changed as keyof StatementJson];
  return changed in original && value !== undefined ? { ...original, [changed]: value } : original;
}

function fewerValues({ Condition }: StatementJson): Pick<StatementJson, 'Condition'> {
  if (!Condition) return {};
  const text = JSON.stringify(Condition).replace(/\["[^"]+",/g, '[');
  return { Condition: JSON.parse(text) };
}

const READINGS: readonly Reading[] = ['matches everything', 'matches nothing'];

/** For each request, as often as AWS leaves open how it is decided. */
function outcome(text: string, requests: Requests): readonly string[] {
  return READINGS.flatMap((reading) => decisions(text, requests, reading));
}

/** Quicker than to compare thousands of texts with all the help of an assertion. */
function assertSame(after: readonly string[], before: readonly string[], message: string): void {
  assert.ok(after.length === before.length && after.every((own, i) => own === before[i]), message);
}

describe('what is called redundant', () => {
  for (const withPrincipal of [false, true]) {
    test(`can go without any decision changing, ${withPrincipal ? 'with' : 'without'} principals`, () => {
      const requests = requestsOf(withPrincipal ? ['anonymous', '111122223333', ROLE, SESSION] : ['anyone']);
      const seen = new Map<string, number>();
      fc.assert(
        fc.property(policyOf(withPrincipal), (text) => {
          const found = findings(REDUNDANCY, text, { policyType: withPrincipal ? 'resource' : 'identity' });
          if (found.length === 0) return;
          const before = outcome(text, requests);
          for (const finding of found) {
            seen.set(finding.rule.id, (seen.get(finding.rule.id) ?? 0) + 1);
            for (const fix of finding.fixes().filter(({ keepsAccess }) => keepsAccess)) {
              const after = applyEdits(text, fix.edits);
              assert.deepEqual(
                outcome(after, requests),
                before,
                `${finding.rule.id} makes of ${text}: ${after}`,
              );
            }
          }
          const after = applyEdits(text, fixAllEdits(found));
          assertSame(outcome(after, requests), before, `All fixes make of ${text}: ${after}`);
        }),
        { numRuns: RUNS },
      );
      for (const id of IDS) {
        const isReported = id !== 'redundant-principal' || withPrincipal;
        if (isReported) assert.ok((seen.get(id) ?? 0) >= RUNS / 200, `${id} was hardly ever tried`);
      }
    });
  }
});

const RUNS = 400;

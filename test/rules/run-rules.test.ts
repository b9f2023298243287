import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { shifted } from '../../server/src/base/text-range.ts';
import { readPolicies } from '../../server/src/policy/read-policies.ts';
import { defineRule, type Finding, type Rule, type RuleFacts } from '../../server/src/rules/rule.ts';
import { createChecker } from '../../server/src/rules/run-rules.ts';
import { TINY } from '../support/tiny-catalogue.ts';

const FACTS = {
  severity: 'warning',
  category: 'correctness',
  summary: 'For this test only',
  source: 'https://docs.aws.amazon.com/',
  examples: [{ bad: '', good: '' }],
} as const satisfies Omit<RuleFacts, 'id'>;

/** Reports the value of an element in each statement. */
function reporting(element: string, facts: Partial<RuleFacts> & { readonly id: string }): Rule {
  return defineRule({
    ...FACTS,
    scope: 'statement',
    *check({ statement }): Iterable<Finding> {
      const range = statement.element(element)?.value?.range;
      if (range) yield { range, message: `${facts.id} here.` };
    },
    ...facts,
  });
}

const TEXT =
  '{ "Statement": [{ "Effect": "Allow", "Action": "*" }, { "Effect": "Deny", "Action": "s3:*" }] }';

function ids(
  rules: readonly Rule[],
  severities: ReadonlyMap<string, 'off' | 'hint'> = new Map(),
): readonly string[] {
  const check = createChecker({ catalogue: TINY, rules, severities, onRuleError: () => {} });
  return check(readPolicies(TEXT)).map(
    ({ rule, severity, range }) => `${rule.id} ${severity} ${range.start}`,
  );
}

describe('running rules', () => {
  test('puts findings where the statement stands', () =>
    assert.deepEqual(ids([reporting('Action', { id: 'a' })]), [
      `a warning ${TEXT.indexOf('"*"')}`,
      `a warning ${TEXT.indexOf('"s3:*"')}`,
    ]));

  test('takes the severity that the user has chosen', () => {
    const rules = [reporting('Effect', { id: 'a' })];
    assert.equal(ids(rules, new Map([['a', 'hint']]))[0], `a hint ${TEXT.indexOf('"Allow"')}`);
    assert.deepEqual(ids(rules, new Map([['a', 'off']])), []);
  });

  test('loses only the findings of a rule that throws', () => {
    const failed: string[] = [];
    const broken: Rule = defineRule({
      ...FACTS,
      id: 'broken',
      scope: 'statement',
      check() {
        throw new Error('no');
      },
    });
    const check = createChecker({
      catalogue: TINY,
      rules: [broken, reporting('Effect', { id: 'a' })],
      severities: new Map(),
      onRuleError: ({ id }) => failed.push(id),
    });
    assert.equal(check(readPolicies(TEXT)).length, 2);
    assert.deepEqual(new Set(failed), new Set(['broken']));
  });

  test('runs rules only for the policy types they are about', () =>
    assert.deepEqual(ids([reporting('Effect', { id: 'a', policyTypes: ['trust'] })]), []));

  test('asks a rule again only about statements that have changed', () => {
    let asked = 0;
    const counting: Rule = defineRule({
      ...FACTS,
      id: 'counting',
      scope: 'statement',
      check() {
        asked++;
        return [];
      },
    });
    const check = createChecker({
      catalogue: TINY,
      rules: [counting],
      severities: new Map(),
      onRuleError: () => {},
    });
    const before = readPolicies(TEXT);
    check(before);
    check(readPolicies(TEXT.replace('s3:*', 's3:Get*'), {}, before));
    assert.equal(asked, 3);
  });
});

describe('one finding per cause', () => {
  test('a rule wins over those it supersedes in the same statement', () =>
    assert.deepEqual(
      ids([
        reporting('Effect', { id: 'better', supersedes: ['worse'] }),
        reporting('Action', { id: 'worse' }),
      ]).map((line) => line.split(' ')[0]),
      ['better', 'better'],
    ));

  test('the most severe finding of a range stays', () =>
    assert.deepEqual(
      ids([reporting('Effect', { id: 'mild', severity: 'hint' }), reporting('Effect', { id: 'strong' })]).map(
        (line) => line.split(' ')[0],
      ),
      ['strong', 'strong'],
    ));

  test('a statement that cannot work gets no advice about its breadth', () =>
    assert.deepEqual(
      ids([
        reporting('Effect', { id: 'wrong', severity: 'error' }),
        reporting('Action', { id: 'broad', category: 'breadth' }),
        reporting('Action', { id: 'risky', category: 'security' }),
      ]).map((line) => line.split(' ')[0]),
      ['wrong', 'risky', 'wrong', 'risky'],
    ));

  test('a statement that never applies gets no advice about access, from rules about the policy neither', () => {
    const dead = defineRule({
      ...FACTS,
      id: 'dead',
      scope: 'statement',
      *check({ statement }): Iterable<Finding> {
        const range = statement.effect === 'Deny' ? statement.element('Effect')?.value?.range : undefined;
        if (range) yield { range, message: 'Dead.', neverApplies: true };
      },
    });
    const open = defineRule({
      ...FACTS,
      id: 'open',
      category: 'security',
      scope: 'policy',
      *check({ policy }): Iterable<Finding> {
        for (const { statement, offset } of policy.statements) {
          const range = statement.element('Action')?.key.range;
          if (range) yield { range: shifted(range, offset), message: 'Open.' };
        }
      },
    });
    const broad = reporting('Action', { id: 'broad', category: 'breadth' });
    const wrong = reporting('Action', { id: 'wrong' });
    assert.deepEqual(
      ids([dead, open, broad]).map((line) => line.split(' ')[0]),
      ['open', 'broad', 'dead'],
    );
    assert.deepEqual(
      ids([dead, wrong]).map((line) => line.split(' ')[0]),
      ['wrong', 'dead', 'wrong'],
    );
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPolicies } from '../../server/src/policy/read-policies.ts';
import { defineRule, type Level, type Rule, type RuleFacts } from '../../server/src/rules/rule.ts';
import { createChecker } from '../../server/src/rules/run-rules.ts';
import { TINY } from '../support/tiny-catalogue.ts';

const FACTS = {
  severity: 'warning',
  category: 'correctness',
  summary: 'For this test only',
  source: 'https://docs.aws.amazon.com/',
  examples: [{ bad: '', good: '' }],
} as const satisfies Omit<RuleFacts, 'id'>;

const ofStatement: Rule = defineRule({
  ...FACTS,
  id: 'of-statement',
  scope: 'statement',
  supersedes: ['worse'],
  *check({ statement }) {
    const range = statement.element('Effect')?.value?.range;
    if (range) yield { range, message: 'Here.' };
  },
});

const worse: Rule = defineRule({ ...ofStatement, id: 'worse', supersedes: [] } as Rule);

const ofPolicy: Rule = defineRule({
  ...FACTS,
  id: 'of-policy',
  scope: 'policy',
  *check({ policy }) {
    for (const { statement, offset } of policy.statements) {
      const { start, end } = statement.element('Action')?.value?.range ?? { start: 0, end: 0 };
      yield { range: { start: start + offset, end: end + offset }, message: 'Here.' };
    }
  },
});

const TEXT = `{ "Statement": [
  { "Sid": "One", "Effect": "Allow", "Action": "a:a", "Resource": "*" },
  { "Effect": "Deny", "Action": "b:b", "Resource": "*" }
] }`;

type Levels = Readonly<Record<string, Level>>;

function lines(overrides: Readonly<Record<string, Levels>>, levels: Levels = {}): readonly string[] {
  const check = createChecker({
    catalogue: TINY,
    rules: [ofStatement, worse, ofPolicy],
    severities: new Map(Object.entries(levels)),
    overrides: Object.entries(overrides).map(([name, own]) => ({
      statements: [name],
      severities: new Map(Object.entries(own)),
    })),
    onRuleError: () => {},
  });
  return check(readPolicies(TEXT)).map(
    ({ rule, severity, range }) => `${rule.id} ${severity} ${TEXT.slice(range.start, range.end)}`,
  );
}

const ALL = [
  'of-statement warning "Allow"',
  'of-policy warning "a:a"',
  'of-statement warning "Deny"',
  'of-policy warning "b:b"',
];

describe('severities of single statements', () => {
  test('hold for the statement with the Sid, for both kinds of rules', () =>
    assert.deepEqual(lines({ One: { 'of-statement': 'error', 'of-policy': 'hint' } }), [
      'of-statement error "Allow"',
      'of-policy hint "a:a"',
      ...ALL.slice(2),
    ]));

  test('hold for a statement without Sid by its place', () =>
    assert.deepEqual(lines({ '#1': { 'of-policy': 'off' } }), ALL.slice(0, 3)));

  test('do not wake the rule that the silenced one explains better', () =>
    assert.deepEqual(lines({ One: { 'of-statement': 'off' } }), ALL.slice(1)));

  test('switch on what is off elsewhere', () =>
    assert.deepEqual(
      lines(
        { One: { 'of-statement': 'hint', 'of-policy': 'hint' } },
        { 'of-statement': 'off', 'of-policy': 'off', worse: 'off' },
      ),
      ['of-statement hint "Allow"', 'of-policy hint "a:a"'],
    ));

  test('change nothing where no statement has the name', () =>
    assert.deepEqual(lines({ Two: { 'of-statement': 'off' } }), ALL));
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/base/text-edit.ts';
import { readPolicies } from '../../server/src/policy/read-policies.ts';
import { unusedSuppression } from '../../server/src/rules/document/unused-suppression.ts';
import { defineRule, type Level, type Rule } from '../../server/src/rules/rule.ts';
import { createChecker, type LocatedFinding } from '../../server/src/rules/run-rules.ts';
import { TINY } from '../support/tiny-catalogue.ts';

/** Reports each action. */
const everyAction: Rule = defineRule({
  id: 'every-action',
  scope: 'statement',
  severity: 'warning',
  category: 'security',
  summary: 'For this test only',
  source: 'https://docs.aws.amazon.com/',
  examples: [{ bad: '', good: '' }],
  *check({ statement }) {
    for (const { range, text } of statement.actions) yield { range, message: `${text}.` };
  },
});

function found(text: string, severities: ReadonlyMap<string, Level> = new Map()): readonly LocatedFinding[] {
  const rules = [everyAction, unusedSuppression];
  const check = createChecker({
    catalogue: TINY,
    rules,
    severities,
    onRuleError: (_, error) => {
      throw error;
    },
  });
  return check(readPolicies(text, { comments: 'allowed' }));
}

const messages = (text: string): readonly string[] => found(text).map(({ message }) => message);

const POLICY = `{ "Statement": [
  //FIRST
  {
    "Effect": "Allow", //LINE
    "Action": [
      //NEXT
      "a:a",
      "b:b"
    ], "Resource": "*"
  }, //BETWEEN
  { "Effect": "Allow", "Action": "c:c", "Resource": "*" }
] }`;

const put = (place: string, comment: string): string => POLICY.replace(`//${place}`, comment);

describe('suppressing comments', () => {
  test('silence the line that follows', () =>
    assert.deepEqual(messages(put('NEXT', '// leastwise-disable-next-line every-action -- why')), [
      'b:b.',
      'c:c.',
    ]));

  test('pass over other comments to the line that follows', () =>
    assert.deepEqual(
      messages(put('NEXT', '// leastwise-disable-next-line every-action -- why\n// and more\n\n')),
      ['b:b.', 'c:c.'],
    ));

  test('silence their own line', () =>
    assert.deepEqual(
      messages(POLICY.replace('"a:a",', '"a:a", /* leastwise-disable-line every-action -- why */')),
      ['b:b.', 'c:c.'],
    ));

  test('silence the statement around them or behind them', () => {
    const comment = '// leastwise-disable-statement every-action -- why';
    assert.deepEqual(messages(put('LINE', comment)), ['c:c.']);
    assert.deepEqual(messages(put('FIRST', comment)), ['c:c.']);
    assert.deepEqual(messages(put('BETWEEN', comment)), ['a:a.', 'b:b.']);
  });

  test('silence the file', () =>
    assert.deepEqual(messages(`// leastwise-disable-file every-action -- why\n${POLICY}`), []));

  test('are nothing inside a string', () =>
    assert.deepEqual(
      messages(POLICY.replace('"a:a"', '"a:a//leastwise-disable-file every-action"')).length,
      3,
    ));

  test('are reported where they silence nothing', () => {
    const text = put('LINE', '// leastwise-disable-line every-action -- why');
    const [finding] = found(text);
    assert.equal(finding?.message, '"every-action" finds nothing here that this comment could suppress.');
    assert.equal(text.slice(finding?.range.start, finding?.range.end), 'every-action');
    const [fix] = finding?.fixes() ?? [];
    assert.equal(applyEdits(text, fix?.edits ?? []), put('LINE', '').replace('"Allow", \n', '"Allow",\n'));
  });

  test('are reported where they name no rule, or one that does not exist', () => {
    assert.equal(
      messages(put('LINE', '// leastwise-disable-line'))[0],
      'This comment names no rule, so it suppresses nothing.',
    );
    const [finding] = found(put('NEXT', '// leastwise-disable-next-line evry-action -- why'));
    assert.equal(finding?.message, 'There is no rule "evry-action".');
    assert.deepEqual(
      finding?.fixes().map(({ title }) => title),
      ['Change to "every-action"', 'Remove the comment'],
    );
  });

  test('about a rule that is off are left alone', () => {
    const text = put('NEXT', '// leastwise-disable-next-line every-action -- why');
    assert.deepEqual(found(text, new Map([['every-action', 'off']])), []);
  });

  test('lose one name of several', () => {
    const text = put('NEXT', '// leastwise-disable-next-line every-action, other -- why');
    const [unknown] = found(text);
    const removal = unknown?.fixes().at(-1);
    assert.equal(removal?.title, 'Remove "other"');
    assert.equal(applyEdits(text, removal?.edits ?? []), text.replace(', other', ''));
  });

  test('are not judged while the text is broken', () =>
    assert.deepEqual(
      messages(
        '{ "Statement": [{ "Effect": "Allow", // leastwise-disable-line every-action -- x\n "Action": ',
      ),
      [],
    ));
});

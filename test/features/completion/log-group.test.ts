import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plainText } from '../../../server/src/base/snippet.ts';
import { applyEdits } from '../../../server/src/base/text-edit.ts';
import { createPolicyService } from '../../../server/src/service.ts';
import { realCatalogue } from '../../catalogue/compiler.ts';
import { withCursor } from '../../support/fixture.ts';

const GROUP = 'arn:aws:logs:us-east-1:111122223333:log-group:log-group-name';
const service = createPolicyService({ catalogue: realCatalogue() });

/** What is offered for a Resource, and the policy with each of it accepted, best first. */
function offered(actions: readonly string[], resource = '$0') {
  const names = actions.map((name) => `logs:${name}`);
  const statement = `{ "Effect": "Allow", "Action": ${JSON.stringify(names)}, "Resource": ["${resource}"] }`;
  const { text, offset } = withCursor(`{ "Version": "2012-10-17", "Statement": [${statement}] }`);
  const list = service.complete(service.read(text, { isPolicyFile: true }), offset);
  assert.ok(list);
  return [...list.items]
    .filter(({ label }) => label.includes('log-group:'))
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ label, description, newText }) => ({
      label,
      description,
      accepted: applyEdits(text, [{ range: list.range, newText: plainText(newText) }]),
    }));
}

function findings(text: string): readonly string[] {
  const file = service.read(text, { isPolicyFile: true, policyType: 'identity' });
  return service
    .validate(file)
    .filter(({ rule, severity }) => rule.id === 'log-group-arn-suffix' || severity === 'error')
    .map(({ rule }) => rule.id);
}

/** Those of log events and streams, and some that the reference lists with the group itself. */
const ON_EVENTS = [
  'CreateLogStream',
  'DeleteLogStream',
  'DescribeLogStreams',
  'FilterLogEvents',
  'GetLogEvents',
  'PutLogEvents',
  'StartQuery',
  'PutRetentionPolicy',
];
const ON_TAGS = ['ListTagsForResource', 'TagResource', 'UntagResource'];

describe('the ARN of a log group', () => {
  test('has the suffix behind it for log events and streams, and then leaves no finding', () => {
    for (const action of ON_EVENTS) {
      const [first] = offered([action]);
      assert.equal(first?.label, `${GROUP}:*`, action);
      assert.deepEqual(findings(first.accepted), [], action);
    }
  });

  test('has none for tags', () => {
    for (const action of ON_TAGS) {
      const labels = offered([action]).map(({ label }) => label);
      assert.deepEqual(labels, [GROUP], action);
      const [first] = offered([action]);
      assert.deepEqual(findings(first?.accepted ?? ''), [], action);
    }
  });

  test('is offered in both forms where the actions need both, each with those that it serves', () => {
    const items = offered(['PutLogEvents', 'FilterLogEvents', 'TagResource']);
    const both = items.find(({ label }) => label === `${GROUP}, ${GROUP}:*`);
    assert.ok(both);
    assert.deepEqual(findings(both.accepted), []);
    const descriptions = new Map(items.map(({ label, description }) => [label, description]));
    assert.match(descriptions.get(`${GROUP}:*`) ?? '', /, 2 of 3 actions$/);
    assert.match(descriptions.get(GROUP) ?? '', /, 1 of 3 actions$/);
    assert.equal(descriptions.size, items.length);
  });

  test('still names one stream for those who want it', () =>
    assert.ok(offered(['PutLogEvents']).some(({ label }) => label.endsWith(':log-stream:log-stream-name'))));

  test('is completed to the form that the actions need', () => {
    const written = 'arn:aws:logs:eu-west-1:111122223333:';
    for (const [action, end] of [
      ['PutLogEvents', ':*'],
      ['TagResource', ''],
    ] as const) {
      const item = offered([action], `${written}$0`).find(({ label }) => label.startsWith('log-group:'));
      assert.equal(item?.label, `log-group:log-group-name${end}`);
      assert.deepEqual(findings(item.accepted), []);
    }
  });

  test('has the suffix in the repair of a * too', () => {
    for (const actions of [['PutLogEvents'], ['PutLogEvents', 'TagResource']]) {
      const names = actions.map((name) => `logs:${name}`);
      const statement = { Effect: 'Allow', Action: names, Resource: '*' };
      const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
      const file = service.read(text, { isPolicyFile: true, policyType: 'identity' });
      const whole = { start: 0, end: text.length };
      const fix = service.actions(file, whole).find(({ title }) => title.startsWith('Limit to log-group'));
      assert.ok(fix, `${actions}`);
      const edits = fix.edits.map(({ range, newText }) => ({ range, newText: plainText(newText) }));
      const after = applyEdits(text, edits);
      assert.ok(after.includes(`${GROUP}:*`), after);
      assert.deepEqual(findings(after), []);
    }
  });
});

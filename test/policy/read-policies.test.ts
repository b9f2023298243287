import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/base/text-edit.ts';
import { readPolicies } from '../../server/src/policy/read-policies.ts';

const POLICY = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
};

function pointers(value: unknown): readonly string[] {
  return readPolicies(JSON.stringify(value)).policies.map(({ pointer }) => pointer);
}

describe('finding policies', () => {
  test('finds a policy that is the whole file', () => assert.deepEqual(pointers(POLICY), ['']));

  test('needs no Version', () => assert.deepEqual(pointers({ Statement: POLICY.Statement }), ['']));

  test('accepts one statement without a list', () =>
    assert.deepEqual(pointers({ Statement: POLICY.Statement[0] }), ['']));

  test('finds policies at any depth', () =>
    assert.deepEqual(
      pointers({
        Resources: { 'a/b': { Properties: { PolicyDocument: POLICY } } },
        list: [1, { Policy: POLICY }],
      }),
      ['/Resources/a~1b/Properties/PolicyDocument', '/list/1/Policy'],
    ));

  test('finds a policy inside a JSON string', () =>
    assert.deepEqual(pointers({ Policy: JSON.stringify(POLICY, undefined, 2) }), ['/Policy']));

  test('finds a policy whose Statement is misspelt', () =>
    assert.deepEqual(pointers({ Version: '2012-10-17', Statment: POLICY.Statement }), ['']));

  test('finds a policy without a version whose Statement is misspelt', () =>
    assert.deepEqual(pointers({ Statements: POLICY.Statement }), ['']));

  test('finds a policy whose Version is being typed', () =>
    assert.deepEqual(pointers({ ...POLICY, Version: '201' }), ['']));

  test('finds a policy that has no statement yet', () =>
    assert.deepEqual(pointers({ Version: '2012-10-17', Statement: [] }), ['']));

  test('finds a policy without effects', () =>
    assert.deepEqual(pointers({ Statement: [{ Action: ['s3:GetObject'], Resource: '*' }] }), ['']));

  test('finds a policy that is not closed yet', () => {
    const text = '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:';
    assert.equal(readPolicies(text).policies.length, 1);
  });

  const foreign: Readonly<Record<string, unknown>> = {
    'a manifest': { name: 'x', version: '2012-10-17', scripts: { dev: 'build:all' } },
    'a JSON schema of policies': {
      title: 'IAM policy',
      properties: {
        Version: { enum: ['2012-10-17'] },
        Statement: { type: 'array', items: { properties: { Effect: {} } } },
      },
    },
    'a bank statement': { Statement: { date: '2012-10-17', lines: [{ Amount: 1 }] } },
    'a rule with effects': { rules: [{ Effect: 'Allow', Action: 'open' }] },
    'a date': { Version: '2012-10-17' },
    'a list of names': ['Statement', 'Effect', 'Action'],
    'bookings with effects': { Statement: [{ Action: 'Debit', Effect: 'Decrease', Amount: 12.5 }] },
    'permissions to deploy': { Statements: [{ Actions: ['Deploy'], Principals: ['111122223333'] }] },
    'rules of an application': { statement: [{ effect: 'allow', actions: ['read'] }] },
    'a policy of another cloud': {
      Version: '1',
      Statement: [{ Effect: 'Allow', Action: 'ecs:Describe*', Resource: '*' }],
    },
    'a policy of a third cloud': { version: '2.0', statement: [{ effect: 'allow', action: ['cos:*'] }] },
    'the policy of a stack': {
      Statement: [
        { Effect: 'Deny', Action: ['Update:Replace'], Principal: '*', Resource: 'LogicalResourceId/db' },
      ],
    },
    'an event of CloudTrail': {
      eventVersion: '1.09',
      eventSource: 'iam.amazonaws.com',
      eventName: 'CreatePolicy',
      requestParameters: { policyDocument: JSON.stringify(POLICY), bucketPolicy: POLICY },
    },
    'an answer of AWS Lambda': {
      Statement: { Sid: 'one', Effect: 'Allow', Action: 'lambda:GetLayerVersion', Resource: '*' },
      RevisionId: '1',
    },
    'prose in a string': { text: '{ Statement: a policy has "Effect" and "Action" }' },
  };
  for (const [name, value] of Object.entries(foreign)) {
    test(`takes ${name} for no policy`, () => assert.deepEqual(pointers(value), []));
  }

  test('reports no JSON error in a file that holds no policy', () =>
    assert.deepEqual(readPolicies('{ "Statement": 1, }').problems, []));

  test('takes any object for a policy if its name says so', () =>
    assert.equal(readPolicies('{}', { isPolicyFile: true }).policies.length, 1));
});

describe('a policy inside a JSON string', () => {
  const inner = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 's3:é"\u0001\\x' }] }, undefined, 1);
  const file = JSON.stringify({ Policy: inner }).replace('é', '\\u00e9');
  const [policy] = readPolicies(file).policies;
  assert.ok(policy);

  test('leads from every offset to the file and back', () => {
    for (let offset = 0; offset <= inner.length; offset++) {
      const { start } = policy.embedding.toFile({ start: offset, end: offset });
      assert.equal(policy.embedding.fromFile(start), offset);
    }
  });

  test('writes edits with the escapes of the file', () => {
    const range = { start: inner.indexOf('"Allow"'), end: inner.indexOf('"Allow"') + 7 };
    const edited = applyEdits(file, [policy.embedding.editToFile({ range, newText: '"Deny"\n' })]);
    assert.equal(JSON.parse(edited).Policy, inner.replace('"Allow"', '"Deny"\n'));
  });

  test('does not answer outside the string', () => {
    assert.equal(policy.embedding.fromFile(0), undefined);
    assert.equal(policy.embedding.fromFile(file.length), undefined);
  });
});

describe('reading again after an edit', () => {
  const text = JSON.stringify({
    Statement: [POLICY.Statement[0], { Effect: 'Deny', Action: 's3:Put', Resource: '*' }],
  });
  const before = readPolicies(text);
  const after = readPolicies(
    text.replace('s3:Put', 's3:PutObject').replace('{', '{ "Version": "2012-10-17",'),
    {},
    before,
  );

  test('takes over the statements that have not changed', () => {
    assert.equal(after.policies[0]?.statements[0]?.statement, before.policies[0]?.statements[0]?.statement);
    assert.notEqual(
      after.policies[0]?.statements[1]?.statement,
      before.policies[0]?.statements[1]?.statement,
    );
  });

  test('knows where they stand now', () => {
    const [policy] = after.policies;
    const [first] = policy?.statements ?? [];
    assert.ok(policy && first);
    assert.equal(
      policy.text.slice(first.offset, first.offset + first.statement.text.length),
      first.statement.text,
    );
  });
});

describe('CloudFormation', () => {
  test('leaves what is filled in at deployment unknown', () => {
    const [policy] = readPolicies(
      '{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": { "Fn::Sub": "x" } }] }',
    ).policies;
    assert.equal(policy?.statements[0]?.statement.element('Resource')?.value?.kind, 'unknown');
    assert.deepEqual(policy?.statements[0]?.statement.resources, []);
  });
});
